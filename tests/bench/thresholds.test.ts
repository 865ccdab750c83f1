import { describe, expect, it } from 'vitest';
import { leastQuotationOf, spanFigures } from '../../bench/training/thresholds.ts';

const span = (quotation: number, isQuotation: boolean) => ({ quotation, isQuotation });
describe('the thresholds that training chooses', () => {
	const spans = [span(0.9, true), span(0.8, true), span(0.6, false), span(0.4, true), span(0.3, false)];

	it('counts quotations that no span was found for as missed', () => {
		expect(spanFigures(spans, 4, 0.7)).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
	});

	it('takes the highest threshold of the best F1 for marks, of all corpora together', () => {
		expect(leastQuotationOf([{ spans, whole: 3 }])).toBe(0.4);
		const other = { spans: [span(0.9, true), span(0.6, false), span(0.5, false)], whole: 1 };
		expect(leastQuotationOf([other])).toBe(0.9);
		expect(leastQuotationOf([{ spans, whole: 3 }, other])).toBe(0.8);
	});
});
