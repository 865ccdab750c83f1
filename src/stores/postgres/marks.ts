import { fnv1a } from '../../language/fnv-1a.ts';
import { words } from '../../language/fold.ts';
import type { ArticleRecord } from '../articles.ts';
import { speakersOf } from '../indexed-text.ts';
import { termOf } from './terms.ts';

/**
 * What tells whether an article that is added may change an answer: its words, speakers and topics, each as a number of
 * 22 bits. Two may have the same number; an answer is then worked out once more than it had to be.
 */
export type Marks = ReadonlySet<number>;

/** Longer beginnings of a name are not told apart. */
const longestBeginning = 20;

/** The upper 22 bits. */
const hash = (text: string): number => fnv1a(text) >>> 10;

export const markOf = {
	article: (id: string) => hash(`a ${id}`),
	speaker: (key: string) => hash(`k ${key}`),
	family: (family: string) => hash(`f ${family}`),
	/** A word of a speaker's name, or how one begins. */
	name: (begun: string) => hash(`n ${begun.slice(0, longestBeginning)}`),
	topic: (key: string) => hash(`t ${key}`),
	said: (word: string) => hash(`u ${termOf('utterance', word)}`),
	text: (word: string) => hash(`x ${termOf('text', word)}`),
	pair: (pair: string) => hash(`p ${termOf('pair', pair)}`),
};

/**
 * Those of an article that a shelf did not show before, and of which no earlier text is kept.
 * @param listedAs the names under which the shelf knew its speakers before.
 */
export function marksOf(record: ArticleRecord, listedAs: readonly string[]): Marks {
	const marks = new Set([markOf.article(record.line.id)]);
	const spoken = speakersOf(record);
	for (const { key } of spoken) {
		marks.add(markOf.speaker(key));
		// A family is what stands before the slash in the keys of all who have it.
		if (key.includes('/')) marks.add(markOf.family(key.slice(0, key.indexOf('/'))));
	}
	for (const name of new Set([...spoken.map(({ name }) => name), ...listedAs])) {
		for (const word of words(name)) {
			for (let end = 1; end <= Math.min(word.length, longestBeginning); end++)
				marks.add(markOf.name(word.slice(0, end)));
		}
	}
	for (const { key } of record.topics) marks.add(markOf.topic(key));
	for (const { searched } of record.utterances)
		for (const word of searched.split(' ')) marks.add(markOf.said(word));
	for (const word of record.searchedText.split(' ')) marks.add(markOf.text(word));
	for (const pair of record.pairs) marks.add(markOf.pair(pair));
	return marks;
}

/** As text: the distance of each from the one before, in groups of seven bits (LEB128), in base64. */
export function writtenMarks(marks: Marks): string {
	const bytes: number[] = [];
	let before = 0;
	for (const mark of [...marks].sort((a, b) => a - b)) {
		let rest = mark - before;
		for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
		bytes.push(rest);
		before = mark;
	}
	return Buffer.from(bytes).toString('base64');
}

/** @param text what `writtenMarks` has made. */
export function readMarks(text: string): Marks {
	const marks = new Set<number>();
	let [before, value, shift] = [0, 0, 0];
	for (const byte of Buffer.from(text, 'base64')) {
		value |= (byte & 127) << shift;
		shift += 7;
		if (byte > 127) continue;
		before += value;
		marks.add(before);
		[value, shift] = [0, 0];
	}
	return marks;
}
