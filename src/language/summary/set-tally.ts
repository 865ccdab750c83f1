import type { ArticleWords } from './word-measures.ts';
import { times, type Weighed } from './worth.ts';

/** From these chances on a word and a pair of words are likely. */
const likely = { word: 0.5, pair: 0.4, somewhat: 0.2 };

/**
 * Gives what the words and pairs of a set of sentences add up to. What two sentences share counts once among pairs,
 * and by its chance to stand in a summary a second time among words. Linear in the words of the set.
 */
export function createTally(
	{ words, pairs, wordChances, pairChances }: Weighed,
	{ counts, isOpen, inBeginning, isFrequent, pairRecurs, pairIsOpen, pairIsNames, ...vectors }: ArticleWords,
) {
	const seen = new Uint8Array(counts.length);
	const pairSeen = new Uint8Array(pairChances.length);
	return (set: readonly number[]) => {
		const t = {
			...{ length: 0, hits: 0, openLength: 0, openHits: 0, open: 0, likely: 0, frequent: 0, shared: 0 },
			...{ ofArticle: 0, likeArticle: 0, likeOpening: 0 },
			...{ pairLength: 0, pairs: 0, pairHits: 0, pairSquares: 0, openPairHits: 0, namePairHits: 0 },
			...{ likelyPairs: 0, somewhatLikelyPairs: 0, recurringPairs: 0 },
		};
		for (const sentence of set) {
			for (const word of words[sentence] as Int32Array) {
				const time = seen[word] as number;
				const chance = time < times ? (wordChances[word * times + time] as number) : 0;
				if (time < times) seen[word] = time + 1;
				t.hits += chance;
				t.length++;
				if (!isOpen[word]) continue;
				t.openHits += chance;
				t.openLength++;
				if (chance > likely.word) t.likely++;
				const more = Math.sqrt(time + 1) - Math.sqrt(time);
				t.likeArticle += more * (vectors.article[word] as number);
				t.likeOpening += more * (vectors.opening[word] as number);
				if (time > 0) continue;
				t.open++;
				t.ofArticle += counts[word] as number;
				t.shared += inBeginning[word] as number;
				t.frequent += isFrequent[word] as number;
			}
			for (const pair of pairs[sentence] as Int32Array) {
				t.pairLength++;
				if (pairSeen[pair]) continue;
				pairSeen[pair] = 1;
				const chance = pairChances[pair] as number;
				t.pairs++;
				t.pairHits += chance;
				t.pairSquares += chance * chance;
				if (chance > likely.pair) t.likelyPairs++;
				if (chance > likely.somewhat) t.somewhatLikelyPairs++;
				if (pairIsOpen[pair]) t.openPairHits += chance;
				if (pairIsNames[pair]) t.namePairHits += chance;
				t.recurringPairs += pairRecurs[pair] as number;
			}
		}
		for (const sentence of set) {
			for (const word of words[sentence] as Int32Array) seen[word] = 0;
			for (const pair of pairs[sentence] as Int32Array) pairSeen[pair] = 0;
		}
		const size = Math.sqrt(Math.max(1, t.openLength));
		t.likeArticle /= size;
		t.likeOpening /= size;
		return t;
	};
}
