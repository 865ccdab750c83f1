import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { archiveName } from '../../src/stores/sqlite/open.ts';
import { keepWriting, whatIsWrong } from './backup.ts';
import { newFolder, removed } from './sqlite-under-test.ts';

it('a backup that is taken while the bot writes holds all that was there when it began', async () => {
	const [folder, other] = [await newFolder(), await newFolder()];
	const archive = await openArchive(folder);
	const writer = keepWriting(archive);
	await writer.has(50);
	const before = [...writer.acknowledged];
	// As docs/operating.md says, in a connection of its own.
	const source = new DatabaseSync(join(folder, archiveName), { readOnly: true });
	source.exec(`VACUUM INTO '${join(other, archiveName)}'`);
	source.close();
	await writer.has(before.length + 5);
	await writer.stop();
	await archive.close();
	const copy = await openArchive(other);
	expect(await whatIsWrong(copy, before)).toEqual([]);
	await copy.put([]);
	await copy.close();
	await Promise.all([removed(folder), removed(other)]);
});
