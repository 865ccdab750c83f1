import { typed, UserError } from '../../errors.ts';
import { foldedKey } from '../../language/fold.ts';
import type { Filters, Terms } from '../../stores/feeds.ts';

const most = { terms: 20, letters: 80 };
/** As long as all terms can be, written out. */
export const longestTerms = 1_500;

export const noTerms: Terms = { take: [], leave: [] };
export const noFilters: Filters = { topics: noTerms, words: noTerms, speakers: noTerms };

/**
 * Terms as they are typed: with commas between, one to leave out with a minus before it ("tunnel, -football"); "all"
 * for none of either.
 * @param what is named, for the sentence: "words". @throws UserError for none, for too many, and for one that cannot be.
 */
export function readTerms(given: string, what: string): Terms {
	if (/^\s*(?:all)?\s*$/iu.test(given)) return noTerms;
	const found = { take: new Map<string, string>(), leave: new Map<string, string>() };
	for (const part of given.split(',')) {
		const [, minus, name = ''] = /^([-–−]?)\s*(.*)$/su.exec(part.replace(/\s+/gu, ' ').trim()) ?? [];
		const key = foldedKey(name);
		if (name === '') continue;
		if (key === '') throw new UserError(`One of the ${what} has no letter or digit in it: leave it out.`);
		if (name.length > most.letters) {
			throw new UserError(
				`One of the ${what} has more than ${most.letters} characters: put commas between them.`,
			);
		}
		found[minus ? 'leave' : 'take'].set(key, name);
	}
	const count = found.take.size + found.leave.size;
	if (count === 0)
		throw new UserError(`There are no ${what} in that: give them with commas between, or all.`);
	const both = [...found.take].find(([key]) => found.leave.has(key));
	if (both) {
		throw new UserError([typed(both[1]), ` is among the ${what} with and without a minus: give it once.`]);
	}
	if (count > most.terms) {
		throw new UserError(`These are ${count} ${what}: a feed takes at most ${most.terms}.`);
	}
	return { take: [...found.take.values()], leave: [...found.leave.values()] };
}

/** Terms as they would be typed again. */
export function writeTerms({ take, leave }: Terms): string {
	const all = [...take, ...leave.map((name) => `-${name}`)];
	return all.length === 0 ? 'all' : all.join(', ');
}
