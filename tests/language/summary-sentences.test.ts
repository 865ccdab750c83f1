import { describe, expect, test } from 'vitest';
import { packFor } from '../../src/language/packs.ts';
import { candidates } from '../../src/language/summary/sentences.ts';

const pack = packFor('en');
const texts = (paragraphs: readonly string[], headline = '') =>
	candidates(paragraphs, pack, { headline }).map(({ text }) => text);

describe('the sentences that a summary chooses from', () => {
	test('are not parted inside a name of the headline with a stop', () => {
		const whole = 'Ostwick showed the OR. Ferry Nine on Monday.';
		expect(texts([whole], 'The OR. Ferry Nine sails')).toEqual([whole]);
	});

	test('nor inside a short form or a mark that stands before the same word several times', () => {
		const both = ['Nobody has sailed the OR. Ferry yet.', 'Ostwick paid for the OR. Ferry itself.'];
		expect(texts(both)).toEqual(both);
		const band = ['On the quay, Ahoy! Orchestra played.', 'The night before, Ahoy! Orchestra had slept.'];
		expect(texts(band)).toEqual(band);
	});

	test('are parted where the same one speaks twice behind a short form', () => {
		const twice = ['Ada Holt was asked by the FBI. Holt said no.', 'Letters went to the FBI. Holt said so.'];
		expect(texts(twice)).toHaveLength(4);
		const sold = ['Ada Holt sold it to the FBI. Holt owns two.', 'She called the FBI. Holt owns a boat.'];
		expect(texts(sold)).toHaveLength(4);
	});

	test('are parted where a sentence ends', () => {
		expect(texts(['The ferry is from the EU. Ostwick paid for it.'])).toHaveLength(2);
		expect(texts(['It left the EU. The town paid. It left the EU. The town stayed.'])).toHaveLength(4);
	});

	test.each([
		'OSTWICK, Ore. (AP) — ',
		'OSTWICK, Ariz. – ',
		'OSTWICK BAY – ',
		'OSTWICK BAY, New Harrow — ',
		'Ostwick, NH, New Harrow: ',
		'New Ostwick, NH – ',
		'Ostwick, Ill. — ',
		'Port Harrow (Pier News) ',
		'PierNews.Net - ',
	])('have no dateline: %s', (dateline) => {
		expect(texts([`${dateline}Ferries sail from the new pier on Monday.`])).toEqual([
			'Ferries sail from the new pier on Monday.',
		]);
	});

	test('may be full of names', () => {
		const [lede] = candidates(['New Ostwick Mayor Anna Brandt met Governor Tomas Renn on Monday.'], pack);
		expect(lede?.furniture).toBe(false);
	});

	test('are no items of a list', () => {
		const [item] = candidates(['- Ostwick has a pier, and Arle has none.'], pack);
		expect(item?.furniture).toBe(true);
	});

	test.each(['Captain Anna Brandt 63 ferries 85 boats 1 pier.', '1 sack, 1 boat, 1 pier, 1 ferry missed.'])(
		'are no lines of a table: %s',
		(line) => {
			expect(candidates([line], pack)[0]?.furniture).toBe(true);
		},
	);

	test('are no titles of books, which nobody reads as a sentence', () => {
		const [title] = candidates(
			['Piers and Ferries: A Handbook of Small Harbours and Their Tides (2018).'],
			pack,
		);
		expect(title?.furniture).toBe(true);
	});
});
