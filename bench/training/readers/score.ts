import type { SummarySentence } from '../../../src/article.ts';
import type { PreparedReaderModel } from '../../../src/language/summary/reader/model.ts';
import { summaryOf } from '../../../src/language/summary/summary.ts';
import type { Lesson } from './examples.ts';
import type { Labelled } from './labels.ts';

/** What readers' labels say of the short summaries of some articles. */
export interface Tally {
	articles: number;
	sentences: number;
	/** Shown sentences that a reader found unclear there; of these the ones that lack a name only; those without a label. */
	unclear: number;
	nameless: number;
	unlabelled: number;
	/** Articles for which a reader named sentences with the point, and those of which none is shown. */
	pointed: number;
	missed: number;
}

const nothing = (): Tally => ({
	...{ articles: 0, sentences: 0, unclear: 0, nameless: 0, unlabelled: 0, pointed: 0, missed: 0 },
});

/** Summarises each article and holds what is shown against the labels, by kind and for all. */
export function tallyOf(
	lessons: readonly Lesson[],
	modelOf: (lesson: Lesson) => PreparedReaderModel | null,
): Map<string, Tally> {
	const found = new Map<string, Tally>();
	for (const lesson of lessons) {
		const { article, kind, points } = lesson.labelled;
		const summary = summaryOf(article.paragraphs, { ...article, reader: modelOf(lesson) });
		const shown = summary.filter(({ length }) => length !== 'full');
		const numbers = shown.map(({ sentence = -1 }) => sentence);
		for (const name of ['all', kind]) {
			const tally = found.get(name) ?? nothing();
			found.set(name, tally);
			tally.articles++;
			tally.sentences += shown.length;
			if (points.length > 0) tally.pointed++;
			if (points.length > 0 && !points.some((point) => numbers.includes(point))) tally.missed++;
			for (const one of shown) add(tally, lesson.labelled, one, numbers);
		}
	}
	return found;
}

function add(
	tally: Tally,
	{ verdicts }: Labelled,
	{ sentence = -1, bracket }: SummarySentence,
	shown: readonly number[],
): void {
	const verdict = verdicts.find((one) => one.sentence === sentence);
	if (!verdict) {
		tally.unlabelled++;
		return;
	}
	const { said, needs } = verdict;
	const isClear =
		said === 'c' ||
		(said === 'n' && needs !== undefined && shown.includes(needs)) ||
		(said === 'p' && (bracket !== undefined || shown.includes(sentence - 1)));
	if (isClear) return;
	tally.unclear++;
	if (said === 'p') tally.nameless++;
}

/** The chance that an unclear sentence scores higher than a clear one: the area under the curve. */
export function areaUnder(
	scores: readonly { readonly score: number; readonly isUnclear: boolean }[],
): number {
	const sorted = scores.toSorted((one, other) => one.score - other.score);
	let unclear = 0;
	let ranks = 0;
	for (const [at, { isUnclear }] of sorted.entries()) {
		if (!isUnclear) continue;
		unclear++;
		ranks += at + 1;
	}
	return (ranks - (unclear * (unclear + 1)) / 2) / (unclear * (sorted.length - unclear));
}
