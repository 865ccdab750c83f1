import type { ComparedWord } from './words.ts';

/** Of a row of words that stands there again and again, so often it is kept. */
const kept = 2;

/**
 * A posted text in which a row of words that is repeated one time after another stands twice only, which is enough to
 * tell that it was repeated. O(words²), for at most 800 words.
 */
export function withoutRepeats(words: readonly ComparedWord[]): ComparedWord[] {
	const isDropped = new Uint8Array(words.length);
	for (let length = 1; length * (kept + 1) <= words.length; length++) {
		let same = 0;
		for (let at = length; at <= words.length; at++) {
			if (at < words.length && words[at]?.folded === words[at - length]?.folded) {
				same++;
				continue;
			}
			// The words from `at - same - length` to `at` are one row after another.
			const times = Math.floor(same / length) + 1;
			if (times > kept) {
				const first = at - same - length;
				isDropped.fill(1, first + kept * length, first + times * length);
			}
			same = 0;
		}
	}
	return words.filter((_, at) => isDropped[at] === 0);
}
