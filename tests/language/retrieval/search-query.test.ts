import { describe, expect, it } from 'vitest';
import { readSearch } from '../../../src/language/retrieval/search-query.ts';
import { bestSentence, hasForbidden, phraseRanges } from '../../../src/language/retrieval/sentence.ts';

const plainly = (typed: string) => {
	const { words, phrases, without } = readSearch(typed);
	return {
		words: words.map(({ word, begun }) => word + (begun ? '*' : '')),
		phrases: phrases.map(({ words: own }) => own.map(({ folded }) => folded).join(' ')),
		without,
	};
};

describe('what somebody types to search', () => {
	it('has words, phrases in marks of any kind, forbidden words and beginnings', () => {
		expect(plainly('Harbour "by the Sea" -ferry bridg*')).toEqual({
			words: ['harbour', 'bridg*'],
			phrases: ['by the sea'],
			without: ['ferry'],
		});
		expect(plainly('«deux mots» „zwei Wörter“').phrases).toEqual(['deux mots', 'zwei worter']);
	});

	it('leaves words out that say nothing, unless there are no others, and takes each stem once', () => {
		expect(plainly('the harbour of the harbours').words).toEqual(['harbour']);
		expect(plainly('the of').words).toEqual(['the', 'of']);
		expect(plainly('the car crash of a man in the war').words).toEqual(['car', 'crash', 'man', 'war']);
		expect(plainly('les voitures de la ville').words).toEqual(['voitures', 'ville']);
	});

	it('takes a mark that is never closed, one word in marks and signs without letters as they can be meant', () => {
		expect(plainly('"harbour by')).toEqual({ words: ['harbour'], phrases: [], without: [] });
		expect(plainly('"harbour"').words).toEqual(['harbour']);
		expect(plainly('- * "" -* AND(NOT)')).toEqual({ words: ['and', 'not'], phrases: [], without: [] });
	});

	it('is bounded', () => {
		const { words, phrases, without } = readSearch(
			`${'-no '.repeat(40)}${'"a b" '.repeat(20)}${'x y z '.repeat(500)}`,
		);
		expect(words.length).toBeLessThanOrEqual(8);
		expect(phrases.length).toBeLessThanOrEqual(2);
		expect(without.length).toBeLessThanOrEqual(6);
	});
});

describe('the sentence that a search shows', () => {
	const texts = [
		'Nothing here. The pier was mended.',
		'The old pier of Ellery was mended by Ada. Piers rust.',
	];

	it('has most of the words, with their places in it', () => {
		const found = bestSentence(texts, readSearch('mended pier ellery'), 'en');
		expect(found).toMatchObject({ text: 1, start: 0, has: 3 });
		expect(found?.marks.map(({ start, end }) => texts[1]?.slice(start, end))).toEqual([
			'pier',
			'Ellery',
			'mended',
		]);
	});

	it('has a phrase as it was typed, whatever the case and the marks', () => {
		const text = 'She said: “We—were promised, boats.” We were told.';
		const [phrase] = readSearch('"WE WERE promised boats"').phrases;
		expect(phrase && phraseRanges(text, phrase).map(({ start, end }) => text.slice(start, end))).toEqual([
			'We—were promised, boats',
		]);
	});

	it('may not have a forbidden word in any form', () => {
		expect(hasForbidden('Two ferries sank.', readSearch('boats -ferry'))).toBe(true);
		expect(hasForbidden('Two boats sank.', readSearch('boats -ferry'))).toBe(false);
	});
});
