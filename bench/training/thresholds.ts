import type { Attribution } from '../../src/language/attribution/attribution.ts';
import { overlap } from './corpus.ts';
import type { Course } from './folds.ts';

/** How probable a span is a quotation, by models that never saw its article, and whether it is one. */
export interface JudgedSpan {
	quotation: number;
	isQuotation: boolean;
}

/** The spans of an article, those left out that its corpus leaves open. */
export function judgedSpans({ lesson }: Course, found: readonly Attribution[]): JudgedSpan[] {
	const quotations = new Map(
		found.map(({ place, quotation }) => [`${place.paragraph} ${place.span}`, quotation]),
	);
	return lesson.spans.flatMap(({ place, range, gold }) => {
		const quotation = quotations.get(`${place.paragraph} ${place.span}`);
		const isOpen = !gold && lesson.article.partial.some((one) => overlap(one, range) > 0);
		return quotation === undefined || isOpen ? [] : [{ quotation, isQuotation: gold !== null }];
	});
}

/** Precision, recall and F1 of the spans from a probability on; `whole` is how many quotations the corpus has. */
export function spanFigures(spans: readonly JudgedSpan[], whole: number, threshold: number) {
	const over = spans.filter(({ quotation }) => quotation >= threshold);
	const right = over.filter(({ isQuotation }) => isQuotation).length;
	return {
		precision: right / (over.length || 1),
		recall: right / (whole || 1),
		f1: (2 * right) / (over.length + whole || 1),
	};
}

/** Thresholds that are tried, from high to low. */
const tried = Array.from({ length: 71 }, (_, step) => (95 - step) / 100);

/** So much less F1 than the best is chance. */
const CHANCE = 0.0005;

/**
 * The highest threshold at which the mean F1 of the spans of several corpora is the best but for chance: doubtful marks
 * are rather left out.
 */
export function leastQuotationOf(
	corpora: readonly { spans: readonly JudgedSpan[]; whole: number }[],
): number {
	const scores = tried.map(
		(threshold) =>
			corpora.reduce((sum, { spans, whole }) => sum + spanFigures(spans, whole, threshold).f1, 0) /
			corpora.length,
	);
	const best = Math.max(...scores);
	return tried[scores.findIndex((score) => score >= best - CHANCE)] ?? 0.5;
}
