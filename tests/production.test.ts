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

	it('ends with one line where the rehearsal is asked for', async () => {
		expect(await inProduction('src/bin/try.ts', '/help')).toEqual({
			code: 1,
			stdout: '',
			stderr: 'npm run try needs the rehearsal, which is not installed: run npm ci without --omit=dev.\n',
		});
	});
});
