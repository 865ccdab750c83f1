import type { Attribution } from '../../src/language/attribution/attribution.ts';
import type { GoldArticle, Range } from './corpus.ts';
import { type Lesson, rangeOf } from './examples.ts';

const surnameLast = (name: string): string => name.replace(/,? (?:Jr\.?|Sr\.?|II|III|IV)$/u, '');

/**
 * A line of predictions as the corpus's scoring script reads it, with the best guess of every source. The corpus
 * knows spans in double marks only, and compares the last word of a name: others are left out, "III" is cut.
 */
export function toPrediction(lesson: Lesson, attributions: readonly Attribution[], leastQuotation: number) {
	const quotes = attributions.flatMap((one) => {
		const { place, mention, person } = one;
		const span = lesson.spans.find(
			(other) => other.place.paragraph === place.paragraph && other.place.span === place.span,
		);
		if (!span || one.quotation < leastQuotation) return [];
		const range = mention && rangeOf(lesson, mention);
		return [
			{
				...span.range,
				speaker: person ? surnameLast(person.name) : null,
				speakerStart: range?.start ?? null,
				speakerEnd: range?.end ?? null,
			},
		];
	});
	return { id: lesson.article.id, quotes };
}

/** What is right of an article that readers labelled, as the scoring script of a corpus with paragraphs reads it. */
export function toGold({ id, paragraphs, starts, quotes, partial }: GoldArticle) {
	const placeOf = ({ start, end }: Range) => {
		const paragraph = starts.findLastIndex((one) => one <= start);
		const shift = starts[paragraph] ?? 0;
		return { paragraph, start: start - shift, end: end - shift };
	};
	return {
		id,
		paragraphs,
		quotes: quotes.map(({ start, end, speakerStart, speakerEnd, reader }) => ({
			...placeOf({ start, end }),
			names: reader?.name ? [reader.name] : [],
			person: reader?.type === 'person',
			mention:
				speakerStart === undefined || speakerEnd === undefined
					? null
					: placeOf({ start: speakerStart, end: speakerEnd }),
		})),
		unscored: partial.map(placeOf),
	};
}
