import { stem } from './stem.ts';

const words = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The figures of the numbers that headlines write as figures and texts in words, by the stem of the word. */
export const numerals: ReadonlyMap<string, string> = new Map(
	words.flatMap((word, at) => [[word, `${at + 2}`] as const, [stem(word), `${at + 2}`] as const]),
);
