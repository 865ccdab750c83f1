import { afterAll, beforeAll, expect, it } from 'vitest';
import { pairsOf } from '../../../src/language/compare/pairs.ts';
import { comparedWords } from '../../../src/language/compare/words.ts';
import { recordOf } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { commonPairs } from '../../../src/stores/postgres/common-pairs.ts';
import { type Database, openDatabase } from '../../../src/stores/postgres/database.ts';
import { articlesSharing } from '../../../src/stores/postgres/pairs.ts';
import { rangeOf } from '../../../src/stores/postgres/shelves.ts';
import { inventedRecord } from '../../library/invented.ts';
import { emptyArchive, onServer } from './under-test.ts';

const harbour =
	'Every winter the harbour council counts broken lamps along both piers, writes them into a green book and sends nobody up a ladder before spring'.split(
		' ',
	);
const mill =
	'Three millers carried wet flour across that narrow bridge while their neighbours held candles over rising water'.split(
		' ',
	);
const pairsIn = (text: readonly string[]) => pairsOf(comparedWords(text.join(' ')));
let database: Database;

beforeAll(async () => {
	const url = await emptyArchive();
	const archive = await openPostgresArchive(url, recordOf);
	const article = (id: string, text: string) => inventedRecord({ id, paragraphs: [`${text}.`] });
	await archive.put([
		article('harbour', harbour.join(' ')),
		article('mill', mill.join(' ')),
		article('one pair', 'Somebody paints a green book'),
	]);
	await archive.close();
	// Two pairs are common: so many have each that they are looked up only together.
	const common = [...pairsIn(harbour.slice(1, 4)), ...pairsIn(mill.slice(2, 4))];
	await onServer(
		`INSERT INTO pair_search SELECT 1000 + n, array_to_tsvector(ARRAY['/s0', '/x' || n, ${common
			.map((pair) => `'${pair}'`)
			.join()}]) FROM generate_series(1, 300) AS n`,
		url,
	);
	database = openDatabase(url);
});
afterAll(() => database.close());

/** The articles that are found, and how many pairs were looked up by themselves and groups of common ones. */
async function sharing(text: readonly string[]) {
	const looked = { pairs: 0, together: 0 };
	const found = await database.read((queries) =>
		articlesSharing(
			queries,
			[rangeOf(0, null)],
			{ pairs: pairsIn(text), limit: 5 },
			(_range, kind, asked, ask) => {
				if (kind === 'pair 200') looked.pairs += asked.length;
				if (kind === 'pair 60') looked.together += asked.length;
				return ask(asked);
			},
			commonPairs(),
		),
	);
	return { ids: found.map(({ line }) => line.id), ...looked };
}

const changed = (text: readonly string[], ...places: number[]) =>
	text.map((word, place) => (places.includes(place) ? `${word}ish` : word));

it('looks up a quarter of the pairs of a copy, and none of them together', async () => {
	const all = pairsIn(harbour).length;
	expect(await sharing(harbour)).toEqual({ ids: ['harbour'], pairs: Math.ceil(all / 4), together: 0 });
	expect(await sharing(harbour.slice(0, 9))).toEqual({
		...{ ids: ['harbour'], together: 0 },
		pairs: pairsIn(harbour.slice(0, 9)).length,
	});
});

it('looks up more where words are changed here and there, and none together where one article stands out', async () => {
	expect(await sharing(changed(harbour, 5, 11, 17))).toMatchObject({ ids: ['harbour'], together: 0 });
	const { ids, pairs, together } = await sharing(changed(harbour, 3, 6, 9, 12, 15, 18, 21));
	expect({ ids, together }).toEqual({ ids: ['harbour'], together: 0 });
	expect(pairs).toBe(Math.min(24, pairsIn(harbour).length));
});

it('looks on where a part of the words may be another article’s', async () => {
	const stitched = [...harbour.slice(0, 16), ...mill.slice(5, 12)];
	expect(await sharing(stitched)).toMatchObject({
		ids: ['harbour', 'mill'],
		pairs: pairsIn(stitched).length,
	});
	const halves = [...harbour.slice(0, 12), ...mill.slice(0, 12)];
	const { ids, together } = await sharing(halves);
	expect(ids.slice(0, 2).toSorted()).toEqual(['harbour', 'mill']);
	expect(together).toBeGreaterThan(0);
});

it('gives an article with one of the pairs only where no other surely is it', async () => {
	expect((await sharing(harbour)).ids).toEqual(['harbour']);
	expect((await sharing(['green', 'book', 'of', 'lamps'])).ids.toSorted()).toEqual(['harbour', 'one pair']);
});
