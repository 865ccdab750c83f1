import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generator } from '../../../src/language/random.ts';
import { recordOf } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { commonWords } from '../../../src/stores/postgres/common-words.ts';
import { type Database, openDatabase } from '../../../src/stores/postgres/database.ts';
import { indexTexts } from '../../../src/stores/postgres/indexed.ts';
import { newestOfEach } from '../../../src/stores/postgres/newest.ts';
import { occurrencesOf } from '../../../src/stores/postgres/occurrences.ts';
import { rangeOf } from '../../../src/stores/postgres/shelves.ts';
import { someOfEach } from '../../../src/stores/postgres/some.ts';
import { wordQuery } from '../../../src/stores/postgres/terms.ts';
import { newDatabase } from './under-test.ts';

let database: Database;
let discard: () => Promise<void>;
beforeAll(async () => {
	const made = await newDatabase();
	await (await openPostgresArchive(made.url, recordOf)).close();
	database = openDatabase(made.url);
	discard = made.discard;
}, 60_000);
afterAll(async () => {
	await database.close();
	await discard();
});

/** Words that some part of the rows have: all over them, or only those added first, last, or in between. */
const words = {
	most: () => 0.9,
	some: () => 0.1,
	few: () => 0.004,
	once: (place: number) => (place === 0.5 ? 1 : 0),
	early: (place: number) => (place < 0.3 ? 0.7 : 0),
	late: (place: number) => (place > 0.995 ? 0.5 : 0),
	between: (place: number) => (place > 0.4 && place < 0.6 ? 0.2 : 0),
	nowhere: () => 0,
} as const;
type Word = keyof typeof words;

describe('the newest rows that have a word', () => {
	// Numbers decide in which blocks a row is, so a few thousand rows can lie as millions do.
	const rows = 4_000;
	const random = generator(3);
	for (const [index, across] of [4_000, 100_000, 3_000_000].entries()) {
		const ranges = [rangeOf(2 * index + 1, null), rangeOf(2 * index + 2, 'server')];
		const having = ranges.map(() => new Map<Word, number[]>());
		beforeAll(async () => {
			const searched = ranges.flatMap(({ first }, shelf) =>
				Array.from({ length: shelf === 0 ? rows : rows / 10 }, (_, row) => {
					const place = row / rows;
					const number = first + 1 + Math.round(place * across);
					const text = (Object.keys(words) as Word[]).filter((word) => random() < words[word](place));
					for (const word of text) having[shelf]?.set(word, [...(having[shelf]?.get(word) ?? []), number]);
					return { kind: 'utterance' as const, number, text: text.join(' ') };
				}),
			);
			await database.write((writing) => indexTexts(writing, searched));
		}, 60_000);
		for (const limit of [1, 30, 500]) {
			it(`some of each are given, ${limit} at most, among numbers up to ${across}`, async () => {
				for (const [shelf, range] of ranges.entries()) {
					const all = Object.keys(words) as Word[];
					const asked = all.map((word) => wordQuery('utterance', word));
					const found = await database.read((queries) =>
						someOfEach(queries, 'utterance', asked, range, limit),
					);
					for (const [at, word] of all.entries()) {
						const has = having[shelf]?.get(word) ?? [];
						expect(found[at], word).toHaveLength(Math.min(limit, has.length));
						expect(new Set(found[at]).difference(new Set(has)), word).toEqual(new Set());
					}
				}
			});
			it(`are given, ${limit} of each at most, among numbers up to ${across}`, async () => {
				for (const [shelf, range] of ranges.entries()) {
					const all = Object.keys(words) as Word[];
					const found = await database.read((queries) =>
						newestOfEach(
							queries,
							'utterance',
							all.map((word) => wordQuery('utterance', word)),
							range,
							limit,
						),
					);
					for (const [index, word] of all.entries())
						expect(found[index], word).toEqual((having[shelf]?.get(word) ?? []).toReversed().slice(0, limit));
				}
			});
		}
	}
});

it('looks up rare words, and where these are few, of common ones the rarest, and says of each how many have it', async () => {
	const range = rangeOf(9, null);
	const total = 21_000;
	const common = Array.from({ length: 12 }, (_, index) => `w${'abcdefghijkl'[index]}`);
	await database.change(
		`INSERT INTO utterance_search SELECT ?::bigint + n, array_to_tsvector(array_remove(
			array['/a' || ((? + n) >> 12), '/b' || ((? + n) >> 15), '/c' || ((? + n) >> 18), '/s9',
				CASE WHEN n % 10000 = 7 THEN 'rare' END]
			|| array(SELECT 'w' || chr(96 + c) FROM generate_series(1, 12) AS c WHERE n % (13 - c) = 0), NULL))
		FROM generate_series(1, ?::bigint) AS n`,
		...[range.first, range.first, range.first, range.first, total],
	);
	const found = await database.read((queries) =>
		occurrencesOf(queries, ['rare', 'none', ...common], [{ range, quotes: total }], commonWords()),
	);
	const [rare, none, ...others] = found;
	expect(rare?.numbers.map((number) => number - range.first).toSorted((a, b) => a - b)).toEqual([
		7, 10_007, 20_007,
	]);
	expect([rare?.having, none?.having, none?.numbers]).toEqual([3, 0, []]);
	// Of the twelve, those that every tenth to twelfth has.
	expect(others.map(({ numbers }) => numbers.length)).toEqual([...Array(3).fill(300), ...Array(9).fill(0)]);
	for (const [index, { having }] of others.entries())
		expect(Math.abs(having / (total / (12 - index)) - 1), common[index]).toBeLessThan(0.1);
});

it('says how many have a word on shelves of which one is much larger', async () => {
	const shelves = [
		{ range: rangeOf(10, null), quotes: 40_000 },
		{ range: rangeOf(11, 'server'), quotes: 400 },
	];
	for (const { range, quotes } of shelves) {
		await database.change(
			`INSERT INTO utterance_search SELECT ?::bigint + n, array_to_tsvector(array_remove(
				array['/a' || ((? + n) >> 12), '/b' || ((? + n) >> 15), '/c' || ((? + n) >> 18), '/s' || ?::bigint,
					CASE WHEN ?::bigint = 11 THEN 'pier' END, CASE WHEN n % 10 = 0 THEN 'tenth' END], NULL))
			FROM generate_series(1, ?::bigint) AS n`,
			...[range.first, range.first, range.first, range.first, range.shelf, range.shelf, quotes],
		);
	}
	const [pier, tenth] = await database.read((queries) =>
		occurrencesOf(queries, ['pier', 'tenth'], shelves, commonWords()),
	);
	expect([pier?.having, pier?.numbers.length]).toEqual([400, 300]);
	expect((tenth?.having ?? 0) / 4_040).toBeCloseTo(1, 1);
});

it('plans a statement anew where what it gives has changed since', async () => {
	const { url, discard } = await newDatabase();
	const archive = await openPostgresArchive(url, recordOf);
	const view = archive.seenBy(null);
	// A statement is planned once where it comes often.
	for (let times = 0; times < 8; times++) expect(await view.article('nothing')).toBeNull();
	const other = openDatabase(url);
	await other.change('ALTER TABLE bodies ALTER COLUMN json TYPE varchar');
	expect(await view.article('nothing')).toBeNull();
	await other.close();
	await archive.close();
	await discard();
});
