import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/app/open-archive.ts';
import { keepWriting, whatIsWrong } from '../backup.ts';
import { newFolder, removed } from '../sqlite-under-test.ts';
import { dumperOnPath, installedPostgres, majorOf } from './installed.ts';
import { startPostgres } from './server.ts';
import { newDatabase, onServer } from './under-test.ts';

const run = promisify(execFile);

/**
 * Where a dump is made and read: the server out of npm comes without the tools, and a `pg_dump` that is older than the
 * server refuses to read it, so a server of the same version as the tools is started where there is one.
 */
const native = await installedPostgres();
const [ofNpm] = await onServer('SHOW server_version');
const usable = native !== null || dumperOnPath() >= majorOf(`${ofNpm?.server_version}`);
if (!usable)
	console.warn(
		'Backups are not tested here: install PostgreSQL with its server (Debian: postgresql), or a pg_dump as new as the one out of npm.',
	);

it.skipIf(!usable)(
	'a dump that is taken while the bot writes holds all that was there when it began',
	async () => {
		const server = native === null ? null : await startPostgres({}, null, native);
		const tool = (name: string) => (native === null ? name : join(native, 'bin', name));
		if (server) onTestFinished(() => server.close());
		const folder = await newFolder();
		const dump = join(folder, 'verbatim.dump');
		const [from, to] = [await newDatabase(server?.url), await newDatabase(server?.url)];
		const archive = await openStore({ dataDir: '', storeUrl: from.url });
		const writer = keepWriting(archive);
		await writer.has(50);
		const before = [...writer.acknowledged];
		// As docs/operating.md says.
		await run(tool('pg_dump'), ['--format=custom', `--file=${dump}`, from.url]);
		await writer.stop();
		await archive.close();
		await run(tool('pg_restore'), ['--no-owner', `--dbname=${to.url}`, dump]);
		const copy = await openStore({ dataDir: '', storeUrl: to.url });
		expect(await whatIsWrong(copy, before)).toEqual([]);
		// What comes next is numbered behind what was restored.
		const next = keepWriting(copy);
		await next.has(3);
		await next.stop();
		await copy.close();
		await Promise.all([from.discard(), to.discard(), removed(folder)]);
	},
	60_000,
);
