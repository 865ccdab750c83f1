import { expect, it } from 'vitest';
import { pairsOf } from '../../../src/language/compare/pairs.ts';
import { comparedWords } from '../../../src/language/compare/words.ts';
import { recordOf } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { commonPairs } from '../../../src/stores/postgres/common-pairs.ts';
import { openDatabase } from '../../../src/stores/postgres/database.ts';
import { articlesSharing } from '../../../src/stores/postgres/pairs.ts';
import { rangeOf } from '../../../src/stores/postgres/shelves.ts';
import { inventedRecord } from '../../library/invented.ts';
import { emptyArchive, onServer } from './under-test.ts';

const pairsIn = (text: string) => pairsOf(comparedWords(text));

it('knows the pairs that very many articles of the shared shelf must have, and finds what has them together', async () => {
	const url = await emptyArchive();
	const archive = await openPostgresArchive(url, recordOf);
	await archive.put([
		inventedRecord({ id: 'duty', paragraphs: ['We have to do it, said the ferryman.'] }),
		inventedRecord({ id: 'other', paragraphs: ['Nothing was to be done about the ferry.'] }),
	]);
	const phrase = pairsIn('we have to do it');
	// As many articles, each with one pair of the phrase, and a third of them with a rarer one.
	await onServer(
		`INSERT INTO pair_search SELECT 1000 + n, array_to_tsvector(ARRAY['/s0', '/x' || n,
			(ARRAY[${phrase.map((pair) => `'${pair}'`).join()}])[1 + n % ${phrase.length}],
			CASE n % 8 WHEN 0 THEN 'rare' ELSE '/y' || n END])
		FROM generate_series(1, 2000) AS n`,
		url,
	);
	const holding = (articles: number) =>
		onServer(`UPDATE shelves SET articles = ${articles} WHERE number = 0`, url);
	await holding(2_002);
	const database = openDatabase(url);
	// Nothing is known before the database has looked.
	expect(await commonPairs(1_000).read(database, 400)).toEqual(new Set());
	await onServer('ANALYZE pair_search', url);
	const known = commonPairs(1_000);
	expect(known.now()).toBeNull();
	const common = await known.read(database, 400);
	expect(phrase.filter((pair) => common.has(pair))).toEqual(phrase);
	expect(common.has('rare')).toBe(false);
	expect(known.now()).toBe(common);
	// In a small archive, and where the articles may all be those of others, nothing is.
	expect(await commonPairs(5_000).read(database, 400)).toEqual(new Set());
	await holding(1_000);
	expect((await commonPairs(1_000).read(database, 400)).has(phrase[0] ?? '')).toBe(false);
	await holding(2_002);

	const looked: string[] = [];
	const sharing = (text: string) =>
		database.read((queries) =>
			articlesSharing(
				queries,
				[rangeOf(0, null)],
				{ pairs: pairsIn(text), limit: 5 },
				(_range, kind, asked, ask) => {
					if (kind.startsWith('pair')) looked.push(...asked);
					return ask(asked);
				},
				known,
			),
		);
	expect((await sharing('we have to do it')).map(({ line }) => line.id)).toEqual(['duty']);
	expect(looked).toEqual([phrase.map((pair) => `'${pair}'`).join(' & ')]);
	expect((await sharing('we have to do it, said the ferryman')).map(({ line }) => line.id)).toEqual(['duty']);
	await database.close();
	await archive.close();
});
