import { describe, expect, it } from 'vitest';
import { packFor } from '../../../src/language/packs.ts';
import { mostLike, rankByLikeness } from '../../../src/language/retrieval/likeness/likeness.ts';
import { likeWords } from '../../../src/language/retrieval/likeness/message.ts';
import { vectorsOf, wordVectors } from '../../../src/language/retrieval/word-vectors.ts';

const { functionWords } = packFor('en').words;
const nearest = (message: string, statements: readonly string[]): string | undefined => {
	const candidates = statements.map((text) => ({ text, headline: 'The council met on Monday', shared: 7 }));
	const rarity = new Map(likeWords(message, functionWords).map((word) => [word, 7]));
	return statements[rankByLikeness(message, candidates, rarity, functionWords)[0] ?? -1];
};

describe('what a loosely worded message means', () => {
	it('is the statement whose words mean the same, where as many words are the same', () => {
		const statements = [
			'The mayor counted the votes in the school on Friday.',
			'The mayor shut the school because of floods and heavy rain.',
			'The mayor painted the school in bright colours.',
		];
		expect(nearest('mayor closes school after storm', statements)).toBe(statements[1]);
	});

	it('is found by its words where nothing is known of their meaning', () => {
		const statements = ['Zorbex quillons are never exported.', 'Fenwick brandles are often exported.'];
		expect(nearest('they say brandles are exported', statements)).toBe(statements[1]);
	});

	it('is looked for among those with most of its words', () => {
		const others = Array.from({ length: mostLike.found }, (_, at) => `Nobody spoke of number ${at}.`);
		const statements = [...others, 'The ferry sank in the harbour at dawn.'];
		expect(nearest('a ferry sank at dawn in the harbour', statements)).toBe(statements.at(-1));
		const candidates = statements.map((text) => ({ text, headline: '', shared: 1 }));
		expect(rankByLikeness('a ferry', candidates, new Map([['ferry', 7]]), functionWords)).toHaveLength(
			mostLike.ranked,
		);
	});

	it('has no words of addresses, also of those that are glued to a word', () => {
		const message = 'The pier is gone #harbourpic.twitter.com/Ab12 https://example.org/pier-photos';
		expect(likeWords(message, functionWords)).toEqual(['pier', 'gone', 'harbour']);
	});
});

describe('word vectors', () => {
	it('say which words mean nearly the same', () => {
		const { likeness, numberOf } = wordVectors();
		const near = (one: string, other: string) => likeness(numberOf(one), numberOf(other));
		expect(near('pier', 'dock')).toBeGreaterThan(2 * near('pier', 'vaccine'));
		expect(near('vaccine', 'vaccines')).toBeGreaterThan(near('vaccine', 'pier'));
		expect(near('pier', 'pier')).toBeCloseTo(1);
		expect(near('pier', 'zorbex')).toBe(0);
	});

	it('say more of a rare word than of a common one', () => {
		const { says, numberOf } = wordVectors();
		expect(says(numberOf('year'))).toBeLessThan(says(numberOf('lighthouse')));
		expect(says(numberOf('lighthouse'))).toBeLessThan(says(numberOf('zorbex')));
	});

	it('are refused where their words and numbers do not fit', () => {
		expect(() => vectorsOf({ words: 'pier dock', width: 2, numbers: 'AQID' })).toThrow('do not fit');
	});
});
