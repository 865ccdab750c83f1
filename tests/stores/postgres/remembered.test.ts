import { expect, it } from 'vitest';
import { pairsOf } from '../../../src/language/compare/pairs.ts';
import { comparedWords } from '../../../src/language/compare/words.ts';
import { recordOf } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { type Database, openDatabase } from '../../../src/stores/postgres/database.ts';
import { generationsOf } from '../../../src/stores/postgres/generations.ts';
import { remembering } from '../../../src/stores/postgres/remembered.ts';
import { postgresView } from '../../../src/stores/postgres/view.ts';
import { inventedRecord } from '../../library/invented.ts';
import { emptyArchive } from './under-test.ts';

/** A database in which something happens once, after the first answer of a transaction that reads. */
function interrupted(database: Database, happen: () => Promise<unknown>): Database {
	let hasHappened = false;
	return {
		...database,
		read: (work) =>
			database.read((queries) =>
				work({
					...queries,
					async get<Row>(...asked: Parameters<typeof queries.get>) {
						const row = await queries.get<Row>(...asked);
						if (!hasHappened) {
							hasHappened = true;
							await happen();
						}
						return row;
					},
				}),
			),
	};
}

it('remembers nothing older than the shelf that it is remembered of', async () => {
	const url = await emptyArchive();
	const archive = await openPostgresArchive(url, recordOf);
	const database = openDatabase(url);
	const generations = generationsOf(database);
	await generations.reload();
	const paragraphs = ['The old ferry sails to the island again in spring.'];
	await archive.put([inventedRecord({ id: 'before', paragraphs })]);
	await generations.reload();
	const view = postgresView(
		interrupted(database, async () => {
			await archive.put([inventedRecord({ id: 'between', paragraphs })]);
			await generations.reload();
		}),
		generations,
		remembering(generations),
		null,
	);
	const sharing = async () => {
		const pairs = pairsOf(comparedWords('the old ferry sails to the island'));
		return (await view.articlesSharing({ pairs, limit: 5 })).map(({ line }) => line.id);
	};
	// What is read is as it was when the reading began.
	expect(await sharing()).toEqual(['before']);
	expect((await sharing()).toSorted()).toEqual(['before', 'between']);
	await database.close();
	await archive.close();
});
