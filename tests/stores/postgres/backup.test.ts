import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/app/open-archive.ts';
import { keepWriting, whatIsWrong } from '../backup.ts';
import { newFolder, removed } from '../sqlite-under-test.ts';
import { newDatabase, onServer } from './under-test.ts';

const run = promisify(execFile);
const major = (text: string) => Number(/(?<major>\d+)\./u.exec(text)?.groups?.major ?? 0);
/** The server out of npm comes without it; one that is older than the server refuses to read it. */
const dumper = major(spawnSync('pg_dump', ['--version'], { encoding: 'utf8' }).stdout ?? '');
const [server] = await onServer('SHOW server_version');
const usable = dumper >= major(`${server?.server_version}`);
if (!usable)
	console.warn(`pg_dump ${dumper || 'is missing, or'} is older than the server: backups are not tested here`);

it.skipIf(!usable)(
	'a dump that is taken while the bot writes holds all that was there when it began',
	async () => {
		const folder = await newFolder();
		const dump = join(folder, 'verbatim.dump');
		const [from, to] = [await newDatabase(), await newDatabase()];
		const archive = await openStore({ dataDir: '', storeUrl: from.url });
		const writer = keepWriting(archive);
		await writer.has(50);
		const before = [...writer.acknowledged];
		// As docs/operating.md says.
		await run('pg_dump', ['--format=custom', `--file=${dump}`, from.url]);
		await writer.stop();
		await archive.close();
		await run('pg_restore', ['--no-owner', `--dbname=${to.url}`, dump]);
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
