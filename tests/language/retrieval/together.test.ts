import { describe, expect, it } from 'vitest';
import { readSearch } from '../../../src/language/retrieval/search-query.ts';
import { together } from '../../../src/language/retrieval/together.ts';

const of = (text: string, typed: string) => together(text, readSearch(typed));

describe('how much the words of a search stand together', () => {
	it('is most side by side in their order, less apart, least turned round', () => {
		const texts = [
			'The harbour master closed the pier.',
			'The harbour has had a new master since May.',
			'Its master came late to a meeting about the roof, the lamps and the harbour.',
		];
		const scores = texts.map((text) => of(text, 'harbour master'));
		expect(scores).toEqual(scores.toSorted((one, other) => other - one));
		expect(new Set(scores).size).toBe(3);
	});

	it('takes any form of a word, any case and accents, and beginnings', () => {
		expect(of('HARBOURS, mastering', 'harbour masters')).toBe(of('harbour master', 'harbour master'));
		expect(of('Café owners', 'cafe owner')).toBe(of('café owner', 'café owner'));
		expect(of('the mayor went home', 'mayor went')).toBe(of('the mayor came home', 'mayor came'));
		expect(of('the harbour master', 'harb* master')).toBe(of('the harbour master', 'harbour master'));
	});

	it('is nothing for one word, and no number out of the ordinary where words are missing', () => {
		expect(of('The harbour.', 'harbour')).toBe(0);
		expect(of('Nothing of it.', 'harbour master')).toBe(0);
	});
});
