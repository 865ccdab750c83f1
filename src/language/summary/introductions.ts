import { words as wordsOf } from '../fold.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import type { Candidate } from './sentences.ts';

/** Whom a sentence names: in full, and by a part of the name only. The numbers of people. */
export interface Named {
	readonly fully: ReadonlySet<number>;
	readonly partly: ReadonlySet<number>;
}

/**
 * Says of each sentence whom it names in full and whom only by a part of the name that the article gives elsewhere:
 * "Venn" where it has "Ada Venn". Somebody whom headline or deck names counts as named in full everywhere.
 * Linear in the number of names.
 */
export function introductions(
	all: readonly Candidate[],
	{ parsedParagraphs, personOf }: ParsedArticle,
	announced: string,
): Named[] {
	const above = new Set(wordsOf(announced));
	const found = all.map(() => ({ fully: new Set<number>(), partly: new Set<number>() }));
	const byParagraph = Map.groupBy(all.keys(), (index) => all[index]?.paragraph ?? 0);
	for (const { paragraph, names } of parsedParagraphs) {
		for (const name of names) {
			const person = personOf(name);
			if (person?.kind !== 'person' || person.words.length < 2) continue;
			const start = paragraph.tokens[name.first]?.start ?? 0;
			const index = byParagraph
				.get(paragraph.index)
				?.find((one) => (all[one]?.start ?? 0) <= start && start < (all[one]?.end ?? 0));
			const named = index === undefined ? undefined : found[index];
			const isFull =
				name.words.length > 1 || wordsOf(person.words.at(-1) ?? '').every((word) => above.has(word));
			(isFull ? named?.fully : named?.partly)?.add(person.id);
		}
	}
	return found;
}

/** Whether a sentence of a set names somebody by a part of the name before the set has named them in full. */
export function namesUnintroduced(named: readonly Named[], set: readonly number[], at: number): boolean {
	const own = named[set[at] ?? -1];
	if (!own) return false;
	const before = set.slice(0, at + 1);
	return [...own.partly].some((person) => !before.some((index) => named[index]?.fully.has(person)));
}
