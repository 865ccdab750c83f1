import { type Passage, passagesOf, type SearchedText, stemsOf } from './passages.ts';

/** Texts as their sentences, with an index of the words. */
export interface Collection {
	readonly texts: readonly SearchedText[];
	readonly passages: readonly Passage[];
	/** Of each stem, the numbers of the passages that have it, in order, each once. */
	readonly postings: ReadonlyMap<string, readonly number[]>;
	/** The stems of each text's title. */
	readonly titles: readonly ReadonlySet<string>[];
	/** Words in a passage on average. */
	readonly length: number;
}

/**
 * Indexes texts by their sentences. Linear in their length.
 * @param passages of all texts, where they are known already.
 */
export function collect(
	texts: readonly SearchedText[],
	passages: readonly Passage[] = texts.flatMap(passagesOf),
): Collection {
	const postings = new Map<string, number[]>();
	let words = 0;
	for (const [number, passage] of passages.entries()) {
		words += passage.words.length;
		for (const { stem } of passage.words) {
			const list = postings.get(stem);
			if (!list) postings.set(stem, [number]);
			else if (list.at(-1) !== number) list.push(number);
		}
	}
	return {
		texts,
		passages,
		postings,
		titles: texts.map(({ title, language }) => new Set(stemsOf(title, language))),
		length: Math.max(1, words / Math.max(1, passages.length)),
	};
}

/** How much a stem says: the rarer, the more (Robertson and Sparck Jones). */
export function rarity({ passages, postings }: Collection, stem: string): number {
	const having = postings.get(stem)?.length ?? 0;
	return Math.log(1 + (passages.length - having + 0.5) / (having + 0.5));
}
