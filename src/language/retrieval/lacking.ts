import { packFor } from '../packs.ts';
import { isOneParagraph, type Match } from './match.ts';
import { meaningsOf } from './meanings.ts';
import { presenceOf } from './presence.ts';
import { remember } from './remember.ts';
import { wordVectors } from './word-vectors.ts';

/** What of a question is not in and around a passage, by what kind of word it is, and how near to it something comes. */
export const lackingNames = [
	...['lacksName', 'lacksNumber', 'lacksPastVerb', 'lacksOther', 'lacksKnown', 'lacksUnknown'],
	...['lacksHeaviest', 'lacksTerms', 'leastNear', 'near', 'leastReplaced', 'replaced'],
] as const;

/** Passages before and after one that are looked at, in its paragraph, and what a word in them counts for. */
const around = { steps: [-2, -1, 1, 2], share: 0.9 };
/** Of a term: it counts as lacking under this, and as likely replaced by a word that is nearer than this. */
const bound = { lacking: 0.5, same: 0.7, replaced: 0.6 };
/** A term that says less of the question than this part is not looked at for the least near one. */
const heavy = 0.08;

/** The numbers of `lackingNames` for some passages, by their numbers: the mean of theirs. */
export function lackingIn(match: Match, numbers: readonly number[]): Float64Array {
	const { question, collection } = match;
	// Passages next to each other have the same ones around them.
	const strengthOf = remember((number) => {
		const looked = collection.passages[number];
		return looked ? presenceOf(question, looked).strength : new Float64Array(question.terms.length);
	});
	const mean = new Float64Array(lackingNames.length);
	for (const number of numbers)
		for (const [at, value] of lackingOf(match, number, strengthOf).entries())
			mean[at] = (mean[at] as number) + value / numbers.length;
	return mean;
}

function lackingOf(
	{ question, collection, weights, total }: Match,
	number: number,
	strengthOf: (number: number) => Float64Array,
): Float64Array {
	const passage = collection.passages[number];
	const title = collection.titles[passage?.text ?? -1];
	const beside = around.steps
		.map((step) => number + step)
		.filter((other) => isOneParagraph(collection, number, other));
	const own = strengthOf(number);
	const others = beside.map(strengthOf);
	const meanings = [number, ...beside].flatMap((one) => meaningsOf(collection, one));
	const { isPast } = packFor(collection.texts[passage?.text ?? -1]?.language ?? null).questions ?? {};
	const { likeness, numberOf } = wordVectors();
	const row: Record<(typeof lackingNames)[number], number> = {
		...{ lacksName: 0, lacksNumber: 0, lacksPastVerb: 0, lacksOther: 0, lacksKnown: 0, lacksUnknown: 0 },
		...{ lacksHeaviest: 0, lacksTerms: 0, leastNear: 1, near: 0, leastReplaced: 0, replaced: 0 },
	};
	for (const [term, { stem, form, isName, isNumber }] of question.terms.entries()) {
		const part = (weights[term] ?? 0) / total;
		const has = Math.max(
			own[term] ?? 0,
			...others.map((strength) => around.share * (strength[term] ?? 0)),
			title?.has(stem) ? 1 : 0,
		);
		const meaning = numberOf(form);
		const near =
			has >= bound.same ? 1 : meanings.reduce((most, other) => Math.max(most, likeness(meaning, other)), 0);
		row.near += part * near;
		if (part > heavy) row.leastNear = Math.min(row.leastNear, near);
		if (has >= bound.lacking) continue;
		const kind = isName
			? 'lacksName'
			: isNumber
				? 'lacksNumber'
				: isPast?.(form)
					? 'lacksPastVerb'
					: 'lacksOther';
		row[kind] += part;
		row[collection.postings.has(stem) ? 'lacksKnown' : 'lacksUnknown'] += part;
		row.lacksTerms++;
		row.lacksHeaviest = Math.max(row.lacksHeaviest, part);
		row.leastReplaced = Math.max(row.leastReplaced, part * (1 - near));
		if (near > bound.replaced) row.replaced++;
	}
	return Float64Array.from(lackingNames, (name) => row[name]);
}
