import { expect, it } from 'vitest';
import { inventArticle } from '../../../bench/invented.ts';
import { fillInBulk } from '../../../bench/prepared/bulk.ts';
import { unsummarised } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { newDatabase, onServer } from '../../stores/postgres/under-test.ts';

/** All that a database holds, by table, each row as JSON; without what depends on the time and the place. */
async function contentsOf(url: string): Promise<Record<string, string[]>> {
	const tables = await onServer("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'", url);
	const contents: Record<string, string[]> = {};
	for (const { name } of tables) {
		const rows = await onServer(
			`SELECT row FROM (SELECT (to_jsonb(t) - 'added' - 'changed' - 'generation')::text AS row FROM ${name} AS t
				WHERE '${name}' <> 'meta' OR to_jsonb(t)->>'name' = 'sequence') AS r ORDER BY row`,
			url,
		);
		contents[`${name}`] = rows.map(({ row }) => `${row}`);
	}
	return contents;
}

it('fills a database as the store does, also in two steps', async () => {
	const [one, other] = [await newDatabase(), await newDatabase()];
	const archive = await openPostgresArchive(one.url, unsummarised);
	await archive.put(Array.from({ length: 90 }, (_, number) => unsummarised(inventArticle(number))));
	await archive.close();
	await (await openPostgresArchive(other.url, unsummarised)).close();
	await fillInBulk(other.url, 0, 70);
	await fillInBulk(other.url, 70, 90);
	const indexes = (url: string) =>
		onServer("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1", url);
	expect(await indexes(other.url)).toEqual(await indexes(one.url));
	const [wanted, filled] = [await contentsOf(one.url), await contentsOf(other.url)];
	expect(Object.keys(filled).toSorted()).toEqual(Object.keys(wanted).toSorted());
	for (const [table, rows] of Object.entries(wanted)) expect(filled[table], table).toEqual(rows);
	expect(wanted.utterance_search?.length).toBeGreaterThan(300);
	await one.discard();
	await other.discard();
}, 60_000);
