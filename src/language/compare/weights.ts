/** How much it says that two texts share a word: about minus the logarithm to base 2 of its frequency. */
const bits = { functionWord: 4, short: 5, word: 8, number: 8, mostForLength: 5 };

/**
 * How much it says that two texts share a word, in bits: little for a word of the closed classes, more for a number
 * or a long word.
 * @param functionWords of the text's language; words of three letters and fewer count as such where there are none.
 */
export function weightOf(folded: string, functionWords: ReadonlySet<string>): number {
	if (/^-?\d/u.test(folded)) return bits.number + Math.min(bits.mostForLength, folded.length - 1);
	if (functionWords.has(folded)) return bits.functionWord;
	// A character of a script without spaces says as much as a short word.
	if (folded.length <= 3) return bits.short;
	return bits.word + Math.min(bits.mostForLength, folded.length - 4);
}

/** The sum of the weights in a half-open range. */
export function sum(weights: readonly number[], from: number, after: number): number {
	let total = 0;
	for (let at = from; at < after; at++) total += weights[at] ?? 0;
	return total;
}
