import type { Article } from '../article.ts';
import { pairsOf } from '../language/compare/pairs.ts';
import { comparedWords } from '../language/compare/words.ts';

/** Pairs of words of the longest articles that are compared: of more the first. */
const mostPairs = 20_000;

/**
 * How much of their text two articles share, 0 to 1: the pairs of neighbouring words that both have, of all that
 * either has (Jaccard). Comments, captions and headlines are left out: they differ between twins of one page.
 */
export function sharedText(one: Article, other: Article): number {
	const [a, b] = [pairsIn(one), pairsIn(other)];
	let both = 0;
	for (const pair of a) if (b.has(pair)) both++;
	const either = a.size + b.size - both;
	return either === 0 ? 0 : both / either;
}

function pairsIn({ paragraphs }: Article): ReadonlySet<string> {
	const pairs = new Set<string>();
	for (const paragraph of paragraphs) {
		for (const pair of pairsOf(comparedWords(paragraph))) pairs.add(pair);
		if (pairs.size > mostPairs) break;
	}
	return pairs;
}
