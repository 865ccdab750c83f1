import { createContextRow } from '../../../src/language/summary/reader/context-row.ts';
import { fixedRows } from '../../../src/language/summary/reader/fixed-row.ts';
import { phrasesOf } from '../../../src/language/summary/reader/phrases.ts';
import { pointRows } from '../../../src/language/summary/reader/point-row.ts';
import type { Row } from '../../../src/language/summary/reader/row.ts';
import { readForSummary } from '../../../src/language/summary/reading.ts';
import { random } from '../learn.ts';
import type { Labelled } from './labels.ts';

/** A sentence behind others, or alone, and whether a reader finds it unclear there. */
export interface Example {
	readonly row: Row;
	readonly isUnclear: boolean;
	readonly weight: number;
	readonly isAlone: boolean;
}

/** What an article with its labels teaches. */
export interface Lesson {
	readonly site: string;
	readonly labelled: Labelled;
	readonly reading: ReturnType<typeof readForSummary>;
	readonly examples: readonly Example[];
	/** What is known of every sentence, for telling which has the point. */
	readonly rows: readonly Row[];
}

/** What a sentence counts behind the one that makes it clear, and behind another, where it is taken to be as clear as alone. */
const weights = { explained: 0.6, supposed: 0.7 };

export function lessonOf(labelled: Labelled, number: number): Lesson {
	const { article, verdicts, site } = labelled;
	const reading = readForSummary(article.paragraphs, { ...article, reader: null }, { forReading: true });
	const { read } = reading;
	const phrases = phrasesOf(read.all, read.pack);
	const fixed = fixedRows(read, phrases);
	const context = createContextRow(read, phrases);
	const first = read.all.findIndex(({ furniture }) => !furniture);
	const next = random(number);
	const examples = verdicts.flatMap(({ sentence, said, needs }): Example[] => {
		const lacksName = said === 'p' && !read.needs[sentence]?.bracket;
		const isUnclear = lacksName || (said !== 'c' && said !== 'p');
		const behind = (before: readonly number[], unclear: boolean, weight: number): Example => ({
			...{ row: { ...fixed[sentence], ...context(sentence, before) }, isUnclear: unclear, weight },
			isAlone: before.length === 0,
		});
		const others = [...read.all.keys()].filter(
			(at) => at < sentence && at !== needs && !read.all[at]?.furniture,
		);
		const some = others[Math.floor(next() * others.length)];
		const shown = new Set([some, others.includes(first) ? first : undefined]);
		return [
			behind([], isUnclear, 1),
			...(needs !== undefined && needs < sentence ? [behind([needs], false, weights.explained)] : []),
			...[...shown].flatMap((at) =>
				at === undefined
					? []
					: [behind([at], isUnclear && !(lacksName && at === sentence - 1), weights.supposed)],
			),
		];
	});
	return { site, labelled, reading, examples, rows: pointRows(read, fixed) };
}
