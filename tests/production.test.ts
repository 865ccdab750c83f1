import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, run } from './process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What package-lock.json says of one package; `dev` means that `npm ci --omit=dev` leaves it out. */
interface Locked {
	readonly dev?: boolean;
	readonly devOptional?: boolean;
	readonly optional?: boolean;
	readonly link?: boolean;
}
const isDev = ({ dev = false, devOptional = false }: Locked) => dev || devOptional;

let folder: string;
let locked: Readonly<Record<string, Locked>>;
/** The program with what a production install brings, by what the lock says. */
beforeAll(async () => {
	locked = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')).packages;
	folder = await mkdtemp(join(tmpdir(), 'verbatim-production-'));
	for (const part of ['src', 'commands', 'package.json']) {
		await cp(join(root, part), join(folder, part), { recursive: true });
	}
	await mkdir(join(folder, 'data'));
	for (const part of ['data/models', 'data/fingerprint.json']) {
		await symlink(join(root, part), join(folder, part));
	}
	const installed = new Set(await readdir(join(root, 'node_modules')));
	for (const [path, entry] of Object.entries(locked)) {
		const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/u.exec(path) ?? [];
		if (name === undefined || entry.link || isDev(entry) || !installed.has(name.split('/')[0] ?? ''))
			continue;
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await symlink(join(root, path), join(folder, path));
	}
});
afterAll(() => rm(folder, { recursive: true }));

const inProduction = (file: string, ...args: string[]): Promise<Ended> =>
	run(join(folder, file), args, { DATA_DIR: join(folder, 'data') }, folder).ended;

describe('a production install', () => {
	it('leaves out the rehearsal and all that only it needs', () => {
		for (const name of ['discord-api-spec', 'esbuild']) {
			expect([name, isDev(locked[`node_modules/${name}`] ?? {})]).toEqual([name, true]);
		}
		expect(locked['packages/rehearsal']).toMatchObject({ dev: true });
	});

	it('ends with one line where there is no token', async () => {
		expect(await inProduction('src/main.ts')).toEqual({
			code: 1,
			stdout: '',
			stderr: expect.stringMatching(/^DISCORD_TOKEN is not set, .+ npm ci without --omit=dev\.\n$/u),
		});
	});

	it('compiles what a start loads beforehand, so that it only reads that', async () => {
		const cache = { NODE_COMPILE_CACHE: join(folder, 'compiled'), DATA_DIR: join(folder, 'data') };
		const start = async () => {
			const { stderr } = await run(
				join(folder, 'src/main.ts'),
				[],
				// It ends once it has loaded everything: nobody answers at this address.
				{
					...{ ...cache, NODE_DEBUG_NATIVE: 'COMPILE_CACHE', DISCORD_TOKEN: 'not.a.token' },
					...{ STORE_URL: 'postgres://127.0.0.1:1/none', METRICS_PORT: '0' },
				},
				folder,
			).ended;
			const of = (what: string) =>
				stderr.split('\n').filter((line) => line.includes(what) && /\.[cm]?[jt]s was /u.test(line)).length;
			return { read: of('was accepted'), compiled: of('was not initialized') };
		};
		const cold = await start();
		expect(cold.compiled).toBeGreaterThan(300);
		await rm(cache.NODE_COMPILE_CACHE, { recursive: true });
		const { code, stderr } = await run(join(folder, 'src/bin/compile.ts'), [], cache, folder).ended;
		expect([code, stderr]).toEqual([0, '']);
		const { read, compiled } = await start();
		expect(read).toBeGreaterThan(300);
		// The program itself.
		expect(compiled).toBeLessThan(5);
	}, 60_000);

	it('ends with one line where the rehearsal is asked for', async () => {
		expect(await inProduction('src/bin/try.ts', '/help')).toEqual({
			code: 1,
			stdout: '',
			stderr: 'npm run try needs the rehearsal, which is not installed: run npm ci without --omit=dev.\n',
		});
	});
});
