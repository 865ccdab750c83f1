import { describe, expect, test } from 'vitest';
import { packFor } from '../../src/language/packs.ts';
import { parseArticle } from '../../src/language/parse-article.ts';
import { introductions, namesUnintroduced } from '../../src/language/summary/introductions.ts';
import { KnownNouns } from '../../src/language/summary/known-nouns.ts';
import { type Candidate, candidates } from '../../src/language/summary/sentences.ts';

const pack = packFor('en');
const sentences = (...texts: readonly string[]) => candidates(texts, pack);
const known = (...texts: readonly string[]) => {
	const nouns = new KnownNouns(pack);
	return sentences(...texts).map((one) => nouns.next(one).opening);
};

const [empty] = sentences('Nothing.') as [Candidate];

describe('the noun behind an opening "the"', () => {
	test('is known where an earlier sentence introduced it', () => {
		expect(known('Divers found forty masks off Tarn Vale.', 'The masks are made of cork.')).toEqual([
			null,
			'mask',
		]);
	});

	test('is known where a sentence not long before has it, and nothing behind explains it', () => {
		const first = 'Doctors in Arle repeated the scan on Monday.';
		expect(known(first, 'The scan showed nothing new.')[1]).toBe('scan');
		expect(known(first, 'The scan of the lungs showed nothing new.')[1]).toBeNull();
		expect(
			known(
				first,
				...Array.from({ length: 6 }, () => 'Rain fell on Ostwick all day.'),
				'The scan showed nothing.',
			).at(-1),
		).toBeNull();
	});

	test('is bare where neither a name nor what follows explains it', () => {
		const bare = (text: string) => new KnownNouns(pack).next(sentences(text)[0] ?? empty).bare.length > 0;
		expect(bare('The medical staff were not told of a visit.')).toBe(true);
		expect(bare('As the newspaper comment was read, police came.')).toBe(true);
		expect(bare('The staff of the hospital were not told.')).toBe(false);
		expect(bare('The Arle hospital was not told.')).toBe(false);
		expect(bare('In the past week Ostwick was not told.')).toBe(false);
		expect(bare('Doctors of the hospital were not told.')).toBe(false);
	});

	test('is not what there is only one of, or what has a name', () => {
		const first = 'Residents called police to the Harbour Inn of Ostwick.';
		expect(known(first, 'The police closed the road.')[1]).toBeNull();
		expect(known(first, 'The Harbour Inn was empty.')[1]).toBeNull();
	});
});

describe('somebody who is named by a part of the name', () => {
	const texts = [
		'The council of Ostwick voted on Monday for a new pier.',
		'“It is a good day,” said mayor Ada Venn.',
		'Venn has led the town since 2027.',
	];
	const all = sentences(...texts);
	const speakers = pack.speakers;
	if (speakers === null) throw new Error('English has speakers');
	const article = parseArticle(texts, pack.words, speakers);
	const determiners = new Set(['the']);

	test('is nobody where the name says what kind something is', () => {
		const more = [
			'Ada Venn met Tomas Renn.',
			'The Venn campaign cost little.',
			'Unlike the Renn and Venn trials, it was short.',
			'Renn and Venn trusted each other.',
		];
		const named = introductions(
			sentences(...more),
			parseArticle(more, pack.words, speakers),
			'',
			determiners,
		);
		expect(named.map(({ partly }) => partly.size)).toEqual([0, 0, 0, 2]);
	});

	test('is not introduced by a set that lacks the full name', () => {
		const named = introductions(all, article, '', determiners);
		expect(namesUnintroduced(named, [0, 2], 1)).toBe(true);
		expect(namesUnintroduced(named, [1, 2], 1)).toBe(false);
		expect(namesUnintroduced(named, [0, 1], 1)).toBe(false);
	});

	test('is introduced by a headline', () => {
		expect(
			namesUnintroduced(introductions(all, article, 'Venn wins vote on pier', determiners), [0, 2], 1),
		).toBe(false);
	});
});
