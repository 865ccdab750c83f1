import type { MarkedLine } from '../marked.ts';

/** How much each word speaks for the article's text, above 0, or for what stands around it. */
export type WordWeights = ReadonlyMap<string, number>;

const looked = 400;
const firstLooked = 60;

/** The words of a line that are weighed: the longer ones, once each, and the one it begins with. */
export function weighedWords(text: string): Set<string> {
	const lower = (text.length > looked ? text.slice(0, looked) : text).toLowerCase();
	const words = new Set(lower.match(/\p{L}{4,}/gu));
	const first = /\p{L}+/u.exec(lower.slice(0, firstLooked))?.[0];
	if (first) words.add(`^${first}`);
	return words;
}

/** For each line the sum of its known words' weights over the root of their number; 0 where none is known. */
export function scoreWords(lines: readonly MarkedLine[], weights: WordWeights): Float32Array {
	return Float32Array.from(lines, ({ text }) => {
		let sum = 0;
		let known = 0;
		for (const word of weighedWords(text)) {
			const weight = weights.get(word);
			if (weight === undefined) continue;
			sum += weight;
			known++;
		}
		return known === 0 ? 0 : sum / Math.sqrt(known);
	});
}
