import { spawnSync } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Debian has a folder for each version: https://manpages.debian.org/pg_wrapper */
const versions = '/usr/lib/postgresql';
/** Older ones than this cannot keep an archive. */
const oldest = 15;
const needed = ['initdb', 'postgres', 'pg_dump', 'pg_restore'];

/** The folder of the newest PostgreSQL on this system that has a server and the tools for backups, or null. */
export async function installedPostgres(): Promise<string | null> {
	const names = await readdir(versions).catch(() => []);
	const usable = names.filter((name) => Number(name) >= oldest);
	for (const name of usable.toSorted((a, b) => Number(b) - Number(a))) {
		const native = join(versions, name);
		const all = needed.map((program) => access(join(native, 'bin', program)));
		if ((await Promise.allSettled(all)).every(({ status }) => status === 'fulfilled')) return native;
	}
	return null;
}

/** The major version of the `pg_dump` on the path; 0 where there is none. */
export function dumperOnPath(): number {
	const { stdout } = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' });
	return majorOf(stdout ?? '');
}

/** "18.1 (Debian …)" is 18. */
export const majorOf = (version: string): number =>
	Number(/(?<major>\d+)\./u.exec(version)?.groups?.major ?? 0);
