import type { Bracket } from '../../article.ts';
import { words as wordsOf } from '../fold.ts';
import type { Name } from '../names.ts';
import type { Paragraph } from '../page.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import type { Person } from '../person.ts';
import type { Candidate } from './sentences.ts';

/** Whom a sentence names: in full, and by a part of the name only; by the numbers of people. */
export interface Named {
	readonly fully: ReadonlySet<number>;
	/** With the full name in brackets for that part, where it is the surname of nobody else and in no quotation. */
	readonly partly: ReadonlyMap<number, Bracket | null>;
}

/**
 * Says of each sentence whom it names in full and whom only by a part of the name that the article gives elsewhere:
 * "Venn" where it has "Ada Venn". Somebody whom headline or deck names by that part or the surname counts as named in full
 * everywhere; a surname that says what kind something is names nobody: "the Venn campaign".
 * Linear in the number of names.
 * @param determiners words that open such a phrase, in lower case: "the".
 */
export function introductions(
	all: readonly Candidate[],
	{ parsedParagraphs, personOf, people }: ParsedArticle,
	announced: string,
	determiners: ReadonlySet<string>,
): Named[] {
	const above = new Set(wordsOf(announced));
	const found = all.map(() => ({ fully: new Set<number>(), partly: new Map<number, Bracket | null>() }));
	const byParagraph = Map.groupBy(all.keys(), (index) => all[index]?.paragraph ?? 0);
	for (const { paragraph, names } of parsedParagraphs) {
		for (const name of names) {
			const person = personOf(name);
			if (person?.kind !== 'person' || person.words.length < 2) continue;
			if (name.words.length === 1 && isOfKind(name, paragraph, determiners)) continue;
			const start = paragraph.tokens[name.first]?.start ?? 0;
			const index = byParagraph
				.get(paragraph.index)
				?.find((one) => (all[one]?.start ?? 0) <= start && start < (all[one]?.end ?? 0));
			const named = index === undefined ? undefined : found[index];
			const isFull =
				name.words.length > 1 ||
				[name.words.join(' '), person.words.at(-1) ?? ''].some((part) =>
					wordsOf(part).every((word) => above.has(word)),
				);
			if (isFull) named?.fully.add(person.id);
			else if (named && !named.partly.has(person.id))
				named.partly.set(person.id, bracketFor(name, person, people.all, paragraph, all[index ?? -1]));
		}
	}
	return found;
}

/** Whether a name stands in a phrase before its noun: "the Venn campaign", "the Renn and Venn trials". */
function isOfKind({ first, after }: Name, { tokens }: Paragraph, determiners: ReadonlySet<string>): boolean {
	const next = tokens[after];
	if (next?.kind !== 'word' || next.capital) return false;
	let at = first - 1;
	while (tokens[at]?.lower === 'and' && tokens[at - 1]?.capital === true) at -= 2;
	return determiners.has(tokens[at]?.lower ?? '');
}

/** The full name in brackets in the place of a surname that nobody else has, outside quotations. */
function bracketFor(
	{ first, after, words, inside }: Name,
	{ id, name, words: own }: Person,
	people: readonly Person[],
	{ tokens }: Paragraph,
	sentence: Candidate | undefined,
): Bracket | null {
	const surname = own.at(-1) ?? '';
	const isOther = people.some((one) => one.id !== id && one.words.includes(surname));
	const [from, to] = [tokens[first]?.start, tokens[after - 1]?.end];
	if (!sentence || words.length !== 1 || words[0] !== surname || isOther || inside >= 0) return null;
	if (from === undefined || to === undefined || from < sentence.start || to > sentence.end) return null;
	return { start: from - sentence.start, end: to - sentence.start, replaces: 'surname', name };
}

/** Whether a sentence of a set names somebody by a part of the name before the set has named them in full. */
export function namesUnintroduced(named: readonly Named[], set: readonly number[], at: number): boolean {
	const own = named[set[at] ?? -1];
	if (!own) return false;
	const before = set.slice(0, at + 1);
	return [...own.partly.keys()].some((person) => !before.some((index) => named[index]?.fully.has(person)));
}
