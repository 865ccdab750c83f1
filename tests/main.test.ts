import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRehearsal } from 'discord-rehearsal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteRunning, warnOfOther } from '../src/app/running.ts';
import { run } from './process.ts';
import { quietLog } from './quiet-log.ts';

let dataDir: string;
/** Without an article: only one of the bots here is to read those that come with it. */
let articles: string;
beforeAll(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'verbatim-main-'));
	articles = join(dataDir, 'articles');
	await mkdir(articles);
});
afterAll(() => rm(dataDir, { recursive: true }));

const main = (environment: Record<string, string>) =>
	run('src/main.ts', [], { DATA_DIR: dataDir, ARTICLES: articles, REHEARSAL_PORT: '0', ...environment });
/** The form of a token, and nobody's. */
const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

describe('the bot as a process', () => {
	it('starts without a token against the rehearsal, says so in two lines, and stops in order', async () => {
		const bot = main({ ARTICLES: '', LOG_LEVEL: 'info' });
		await bot.said('start again.\n');
		bot.child.kill('SIGTERM');
		const { code, stdout } = await bot.ended;
		expect(code).toBe(0);
		expect(stdout.split('\n')).toEqual([
			expect.stringMatching(/^DISCORD_TOKEN is not set, .* http:\/\/127\.0\.0\.1:\d+ /u),
			expect.stringContaining('.env'),
			'',
		]);
	});

	it('goes on, and ends in order, when nobody reads its log any more', async () => {
		const bot = main({ LOG_LEVEL: 'trace' });
		await bot.said('start again.\n');
		bot.child.stderr?.destroy();
		bot.child.kill('SIGTERM');
		expect((await bot.ended).code).toBe(0);
	});

	it('says which process already uses its archive, until that has ended in any way', {
		timeout: 60_000,
	}, async () => {
		const first = main({});
		await first.said('start again.\n');
		const second = main({});
		const said = await second.logged('in use by process');
		expect(said).toContain(
			`the archive is in use by process ${first.child.pid}, another bot: two bots on one token`,
		);
		second.child.kill('SIGTERM');
		expect((await second.ended).stderr.split('in use by process')).toHaveLength(2);
		first.child.kill('SIGKILL');
		await first.ended;
		const note = noteRunning(dataDir);
		expect(note.other).toBeNull();
		// Processes that share the shards of a token are meant to run beside each other.
		const warned: object[] = [];
		const log = { ...quietLog, warn: (fields: object) => void warned.push(fields) };
		const config = { dataDir, storeUrl: null, shards: { ids: [0], count: 2 } };
		for (const shards of [null, config.shards, 'none', { ids: 'auto', count: null }] as const)
			warnOfOther({ ...config, shards }, log)();
		note.end();
		expect(warned).toEqual([expect.objectContaining({ process: process.pid })]);
	});

	it('uses another port where its own is in use', async () => {
		const server = createServer();
		const port = await new Promise<number>((resolve) => {
			server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
		});
		const bot = main({ REHEARSAL_PORT: String(port) });
		const said = await bot.said('start again.\n');
		bot.child.kill('SIGINT');
		expect(said).not.toContain(`:${port} `);
		expect((await bot.ended).code).toBe(0);
		server.close();
	});

	it.each([
		['deleted', async (file: string) => rm(file)],
		[
			'replaced',
			async (file: string) => {
				await copyFile(file, `${file}.copy`);
				await rename(`${file}.copy`, file);
			},
		],
	])('ends, and says why, when its archive is %s under it', async (_, happen) => {
		const folder = await mkdtemp(join(tmpdir(), 'verbatim-lost-'));
		const bot = main({ DATA_DIR: folder });
		await bot.said('start again.\n');
		await happen(join(folder, 'verbatim.sqlite'));
		const { code, stderr } = await bot.ended;
		await rm(folder, { recursive: true });
		expect(code).toBe(1);
		expect(stderr).toContain('the archive was deleted or replaced while the bot was running');
	});

	it('ends with one line, and is not kept busy, where no folder can be made', async () => {
		const { code, stderr } = await main({ DATA_DIR: '/proc/nope' }).ended;
		expect(code).toBe(1);
		expect(stderr).toMatch(/^DATA_DIR is "\/proc\/nope", where no folder can be made: .+\n$/u);
	});

	it('ends with one line where a variable is wrong, without its value', async () => {
		const { code, stdout, stderr } = await main({ DISCORD_TOKEN: 'my secret' }).ended;
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr).toMatch(/^DISCORD_TOKEN is not right: .+\n$/u);
		expect(stderr).not.toContain('my secret');
	});

	it('ends with one line where Discord refuses the token', async () => {
		const rehearsal = await startRehearsal({ port: 0 });
		const bot = main({ DISCORD_TOKEN: token, DISCORD_API_URL: rehearsal.apiUrl, LOG_LEVEL: 'warn' });
		const { code, stderr } = await bot.ended;
		await rehearsal.close();
		expect(code).toBe(1);
		expect(stderr).toMatch(/^Discord does not take this DISCORD_TOKEN: .+\n$/u);
	});

	it('waits for a network that is not there, says so, and can be stopped', async () => {
		const bot = main({ DISCORD_TOKEN: token, DISCORD_API_URL: 'http://127.0.0.1:9/api' });
		await new Promise((resolve) => bot.child.stderr?.once('data', resolve));
		bot.child.kill('SIGTERM');
		const { code, stderr } = await bot.ended;
		expect(code).toBe(0);
		expect(stderr).toMatch(/"msg":"Discord cannot be reached; trying again in 1 s"/u);
	});
});

describe('npm run register', () => {
	it('needs a token', async () => {
		const { code, stderr } = await run('src/bin/register.ts', [], {}).ended;
		expect(code).toBe(1);
		expect(stderr).toMatch(/^DISCORD_TOKEN is not set: .+\n$/u);
	});

	it('sends only what differs, and says what it sent', async () => {
		const rehearsal = await startRehearsal({ port: 0 });
		const environment = { DISCORD_TOKEN: rehearsal.token, DISCORD_API_URL: rehearsal.apiUrl };
		const first = await run('src/bin/register.ts', [], environment).ended;
		const second = await run('src/bin/register.ts', [], environment).ended;
		await rehearsal.close();
		expect(first.stderr).toBe('');
		expect(first.stdout).toMatch(/^created: .*\/quotes.*\nchanged: none\nremoved: none\nunchanged: none\n$/u);
		expect(second.stdout).toMatch(
			/^created: none\nchanged: none\nremoved: none\nunchanged: .*\/quotes.*\n$/u,
		);
	});
});
