import { describe, expect, it } from 'vitest';
import { leastConfidenceOf, leastQuotationOf, spanFigures } from '../../bench/training/thresholds.ts';

const span = (quotation: number, isQuotation: boolean) => ({ quotation, isQuotation });
const name = (confidence: number, isNoun = false) => ({
	confidence,
	marks: 'any' as const,
	right: true,
	known: true,
	isNoun,
});

describe('the thresholds that training chooses', () => {
	const spans = [span(0.9, true), span(0.8, true), span(0.6, false), span(0.4, true), span(0.3, false)];

	it('counts quotations that no span was found for as missed', () => {
		expect(spanFigures(spans, 4, 0.7)).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
	});

	it('takes the highest threshold of the best F1 for marks', () => {
		expect(leastQuotationOf(spans, 3)).toBe(0.4);
		expect(leastQuotationOf([span(0.9, true), span(0.6, false)], 1)).toBe(0.9);
	});

	it('takes the highest threshold at which enough names are shown, descriptions not counted', () => {
		const names = [name(0.9), name(0.8), name(0.7), name(0.6), name(0.95, true)];
		expect(leastConfidenceOf(names, 0.75)).toBe(0.7);
		expect(leastConfidenceOf(names, 1)).toBe(0.6);
	});
});
