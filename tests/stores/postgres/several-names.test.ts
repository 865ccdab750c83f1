import { expect, it } from 'vitest';
import { recordOf } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { type Database, openDatabase } from '../../../src/stores/postgres/database.ts';
import { generationsOf } from '../../../src/stores/postgres/generations.ts';
import { remembering } from '../../../src/stores/postgres/remembered.ts';
import { postgresView } from '../../../src/stores/postgres/view.ts';
import { inventedRecord, saying } from '../../library/invented.ts';
import { emptyArchive, onServer } from './under-test.ts';

const said = (id: string, by: string) =>
	inventedRecord({ id, ...saying({ said: `The lamps of ${id} stay lit,`, by }) });

const several = async (url: string) => {
	const rows = await onServer('SELECT key FROM speakers WHERE several ORDER BY number', url);
	return rows.map(({ key }) => key);
};

it('asks for other names of those alone whose family has any, until another comes in', async () => {
	const url = await emptyArchive();
	const archive = await openPostgresArchive(url, recordOf);
	await archive.put([said('harbour', 'Ada Quillon'), said('island', 'Tom Orrin')]);
	const database = openDatabase(url);
	let asked = 0;
	const counting: Database = {
		...database,
		all: (...given) => {
			asked++;
			return database.all(...given);
		},
	};
	const generations = generationsOf(database);
	await generations.reload();
	const view = postgresView(counting, generations, remembering(generations), null);
	const others = async () => {
		asked = 0;
		const found = await view.speakersOfFamilies(['ada quillon', 'tom orrin'], 'left out');
		return { names: found.map(({ speaker }) => speaker), asked };
	};
	expect(await others()).toEqual({ names: [], asked: 1 });
	for (const about of [['lamps'], ['lamps', 'stay'], undefined]) {
		expect((await view.utterances({ ...(about && { about }), limit: 5 })).total).toBe(2);
		expect(await others()).toEqual({ names: [], asked: 0 });
	}
	await archive.put([said('pier', 'Ada B. Quillon')]);
	await generations.reload();
	for (const about of [['lamps'], ['lamps', 'stay']]) {
		expect((await view.utterances({ about, limit: 5 })).total).toBe(3);
		expect(await others()).toEqual({ names: ['Ada Quillon', 'Ada B. Quillon'], asked: 1 });
	}
	await database.close();
	await archive.close();
});

it('knows which families have several names, whoever writes them, and of what an older version has left', async () => {
	const url = await emptyArchive();
	const open = () => openPostgresArchive(url, recordOf);
	const archive = await open();
	await archive.put([said('harbour', 'Ada Quillon'), said('island', 'Tom Orrin')]);
	// The same name on another shelf is no other name.
	await archive.put([said('pier', 'Tom Orrin')], '100');
	expect(await several(url)).toEqual([]);
	await archive.put([said('mill', 'Ada B. Quillon')], '100');
	expect(await several(url)).toEqual(['ada quillon///', 'ada quillon/b//']);
	const insert = (number: number, key: string) =>
		onServer(
			`INSERT INTO speakers (number, key, name, quotes, articles)
			VALUES (${number}, '${key}', 'Somebody', 1, 1)`,
			url,
		);
	await insert(900, 'tom orrin/j//');
	await insert(901, 'the council');
	const all = ['ada quillon///', 'tom orrin///', 'tom orrin/j//', 'tom orrin///', 'ada quillon/b//'];
	expect((await several(url)).toSorted()).toEqual(all.toSorted());
	await archive.close();
	await onServer(
		`DROP TRIGGER speakers_several ON speakers; DROP FUNCTION note_several_names;
		ALTER TABLE speakers DROP COLUMN several; UPDATE meta SET value = '3' WHERE name = 'schema'`,
		url,
	);
	await insert(902, 'the council/of//');
	const again = await open();
	expect((await several(url)).toSorted()).toEqual([...all, 'the council', 'the council/of//'].toSorted());
	await again.close();
});
