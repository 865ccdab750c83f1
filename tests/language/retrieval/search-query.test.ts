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
		// What the index finds for "thus", "was" and "his" may be begun as well.
		expect(plainly('thu* wa* hi*')).toEqual({ words: ['thu*', 'wa*', 'hi*'], phrases: [], without: [] });
		expect(plainly('«deux mots» „zwei Wörter“').phrases).toEqual(['deux mots', 'zwei worter']);
	});

	it('leaves words out that say nothing, unless there are no others, and takes each stem once', () => {
		expect(plainly('the harbour of the harbours').words).toEqual(['harbour']);
		expect(plainly('the of').words).toEqual(['the', 'of']);
		expect(plainly('the car crash of a man in the war').words).toEqual(['car', 'crash', 'man', 'war']);
		expect(plainly('les voitures de la ville').words).toEqual(['voitures', 'ville']);
	});

	it('ends a phrase whose mark is never closed with what was typed, or before a forbidden word', () => {
		const phrase = { words: [], phrases: ['harbour by'], without: [] };
		expect(plainly('"harbour by')).toEqual(phrase);
		expect(plainly('“harbour by -ferry')).toEqual({ ...phrase, without: ['ferry'] });
		expect(plainly('ferry "by the sea" „harbour by').phrases).toEqual(['by the sea', 'harbour by']);
		expect(readSearch('ferry -"harbour by').withoutPhrases.map(({ typed }) => typed)).toEqual(['harbour by']);
		expect(plainly('a 6" steel pipe')).toMatchObject({ words: ['6', 'steel', 'pipe'], phrases: [] });
		expect(plainly('steel pipe"')).toMatchObject({ words: ['steel', 'pipe'], phrases: [] });
	});

	it('keeps words together that marks join, and a mark that makes another word', () => {
		const together = (typed: string) => readSearch(typed).phrases.map(({ typed: as }) => as);
		for (const typed of ['COVID-19', "O'Brien", '£2.4m', 'f***ing', 'C++', 'R&D', 'f***', '"C++"'])
			expect(together(typed)).toEqual([typed.replaceAll('"', '')]);
		expect(together("(O’Brien's, COVID-19)!")).toEqual(['O’Brien', 'COVID-19']);
		expect(readSearch('ferry -COVID-19')).toMatchObject({
			words: [{ word: 'ferry', begun: false }],
			without: [],
			withoutPhrases: [{ typed: 'COVID-19' }],
		});
		for (const typed of ['harb*', "Quillon's", "l'école", 'ferry/pier', "don't", '50%'])
			expect({ typed, together: together(typed) }).toEqual({ typed, together: [] });
		expect(plainly("Quillon's pier").words).toEqual(['quillon', 'pier']);
	});

	it('takes one word in marks and signs without letters as they can be meant', () => {
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

	it.each([
		['£2.4m', 'Ruiz paid £2.4m.', 'Ruiz paid £12.4m, then 4m and 2 more.'],
		['f***ing', 'A f***ing boat.', 'The F team, rowing.'],
		['C++', 'She writes C++.', 'She writes C.'],
		['f***', 'What the f***!', 'What the f.'],
		['COVID-19', 'It was Covid 19.', 'Of 19 crews none had Covid.'],
		["O'Brien", 'Tess O’Brien’s boat.', 'Tess Brien went to O. Ruiz.'],
		['O’Brien', "Tess O'Brien rows.", 'Tess OBriens rows.'],
		['t-shirt', 'Two T-shirts.', 'T. Vale sold a shirt.'],
		['hi', 'Hi there!', 'His boat.'],
	])('has words joined as in %s', (typed, having, lacking) => {
		const [phrase] = readSearch(typed).phrases;
		expect(phrase && phraseRanges(having, phrase)).toHaveLength(1);
		expect(phrase && phraseRanges(lacking, phrase)).toHaveLength(0);
		expect(bestSentence([lacking, having], readSearch(typed), 'en')).toMatchObject({ text: 1, has: 1 });
	});

	it('may not have a forbidden word in any form', () => {
		expect(hasForbidden('Two ferries sank.', readSearch('boats -ferry'))).toBe(true);
		expect(hasForbidden('Two boats sank.', readSearch('boats -ferry'))).toBe(false);
		expect(hasForbidden('The crew had COVID-19.', readSearch('crew -covid-19'))).toBe(true);
		expect(hasForbidden('The crew of 19.', readSearch('crew -covid-19'))).toBe(false);
	});
});
