import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordOf } from '../../../src/sources/record.ts';
import type { ArchivedUtterance } from '../../../src/stores/articles.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { type CommonWords, commonWords } from '../../../src/stores/postgres/common-words.ts';
import { type Database, openDatabase } from '../../../src/stores/postgres/database.ts';
import { utterancesLike } from '../../../src/stores/postgres/like.ts';
import { occurrencesOf } from '../../../src/stores/postgres/occurrences.ts';
import type { Queries } from '../../../src/stores/postgres/queries.ts';
import { rangeOf } from '../../../src/stores/postgres/shelves.ts';
import { findUtterances } from '../../../src/stores/postgres/utterances.ts';
import { inventedRecord } from '../../library/invented.ts';
import { newDatabase } from './under-test.ts';

/** So many that a word which one in a hundred has counts as common. */
const total = 24_000;
const range = rangeOf(0, null);

let database: Database;
let discard: () => Promise<void>;
beforeAll(async () => {
	const made = await newDatabase();
	const archive = await openPostgresArchive(made.url, recordOf);
	await archive.put([
		inventedRecord({ id: 'long', paragraphs: ['"None of it."'], quotes: [{ said: 'None of it.' }] }),
	]);
	await archive.close();
	database = openDatabase(made.url);
	discard = made.discard;
	// One in five has "ferry", one in seven "harbour", one in 190 "lantern", one in 800 "buoy".
	await database.change('DELETE FROM utterance_search');
	await database.change('DELETE FROM utterances');
	await database.change(
		`INSERT INTO utterances (number, article, moment, paragraph, kind, parts)
		SELECT n, (SELECT number FROM articles), 0, 0, 'quote', json_build_array(json_build_object('kind', 'said', 'text', n))
		FROM generate_series(1, ?::bigint) AS n`,
		total,
	);
	await database.change(
		`INSERT INTO utterance_search SELECT n, array_to_tsvector(array_remove(array[
			'/a' || (n >> 12), '/b' || (n >> 15), '/c' || (n >> 18), '/s0',
			CASE WHEN n % 5 = 0 THEN 'ferri' END, CASE WHEN n % 7 = 0 THEN 'harbour' END,
			CASE WHEN n % 190 = 110 THEN 'lantern' END, CASE WHEN n % 800 = 0 THEN 'buoi' END], NULL))
		FROM generate_series(1, ?::bigint) AS n`,
		total,
	);
	await database.change('UPDATE shelves SET quotes = ? WHERE number = 0', total);
}, 60_000);
afterAll(async () => {
	await database.close();
	await discard();
});

const like = async (...words: string[]) => {
	const { found, rarity } = await database.read((queries) =>
		utterancesLike(queries, [range], { words, limit: 6 }, commonWords()),
	);
	return { numbers: found.map(({ utterance: { parts } }) => Number(parts[0]?.text)), found, rarity };
};

it('puts those first that have common words besides a rare one, however long ago they were added', async () => {
	const { numbers, found, rarity } = await like('ferry', 'harbour', 'buoy');
	// Of the thirty with "buoy" every seventh has "harbour", and all have "ferry".
	expect(numbers).toEqual([22_400, 16_800, 11_200, 5_600, 24_000, 23_200]);
	const says = (word: string) => rarity.get(word) ?? 0;
	expect(found[0]?.shared).toBeCloseTo(says('ferry') + says('harbour') + says('buoy'), 5);
	expect(found[5]?.shared).toBeCloseTo(says('ferry') + says('buoy'), 5);
});

it('looks no common word up where rarer ones give enough', async () => {
	const found = await database.read((queries) =>
		occurrencesOf(queries, ['ferry', 'lantern'], [{ range, quotes: total }], commonWords()),
	);
	expect(found.map(({ numbers, isAll }) => [numbers.length, isAll])).toEqual([
		[0, false],
		[126, true],
	]);
	expect(found[0]?.having).toBeCloseTo(total / 5, -2);
	expect((await like('ferry', 'lantern')).numbers.every((number) => number % 190 === 110)).toBe(true);
});

it('finds by common words alone', async () => {
	const { numbers } = await like('ferry', 'harbour');
	expect(numbers).toEqual([23_975, 23_940, 23_905, 23_870, 23_835, 23_800]);
});

it('finds those with all of several words and those with some, where few have one of them', async () => {
	const about = (words: string[], partly: number) =>
		database.read((queries) => findUtterances(queries, [range], { about: words, limit: 3, partly }));
	const numbersOf = (utterances: readonly ArchivedUtterance[]) =>
		utterances.map(({ parts }) => Number(parts[0]?.text));
	const lanterns = Array.from({ length: 126 }, (_, index) => 110 + 190 * index).toReversed();
	const found = await about(['harbour', 'lantern'], 30);
	expect([found.total, found.more]).toEqual([18, false]);
	expect(numbersOf(found.utterances).every((number) => number % 190 === 110 && number % 7 === 0)).toBe(true);
	expect(numbersOf(found.partly.map(({ utterance }) => utterance))).toEqual(
		lanterns.filter((number) => number % 7 !== 0).slice(0, 30),
	);
	expect(found.partly.every(({ words }) => words.join() === 'lantern')).toBe(true);
	const three = await about(['ferry', 'buoy', 'lantern'], 40);
	expect(three.total).toBe(lanterns.filter((number) => number % 800 === 0).length);
	expect(three.partly).toHaveLength(40);
	const counts = three.partly.map(({ words }) => words.length);
	expect(counts[0]).toBe(2);
	expect(counts).toEqual(counts.toSorted((a, b) => b - a));
	const common = await about(['ferry', 'harbour'], 700);
	expect(common.total).toBe(Math.floor(total / 35));
	expect(common.partly.every(({ words }) => words.length === 1)).toBe(true);
});

it('reads which words are common anew when the shelf has grown', async () => {
	const words: CommonWords = commonWords();
	let asked = 0;
	const on = (quotes: number) =>
		database.read((queries) => {
			const counting: Queries = {
				...queries,
				all: (...statement) => {
					asked++;
					return queries.all(...statement);
				},
			};
			return words.on(counting, { range, quotes });
		});
	const before = await on(20_000);
	expect(before.get('ferri')).toBeCloseTo(1 / 5, 2);
	expect([...before.keys()].toSorted()).toEqual(['ferri', 'harbour', 'lantern']);
	expect(await on(20_001)).toBe(before);
	expect(asked).toBe(1);
	await on(total);
	expect(asked).toBe(2);
});
