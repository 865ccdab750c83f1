// Processor time on Linux, in milliseconds; 0 where the system does not say.
import { readdir, readFile } from 'node:fs/promises';
import { onDatabase } from '../prepared/on-database.ts';

/** A jiffy is a hundredth of a second on every Linux that Node runs on. */
const jiffy = 10;

interface Times {
	readonly parent: number;
	readonly own: number;
	/** Of its children that have ended. */
	readonly ended: number;
}

async function timesOf(pid: number | string | undefined): Promise<Times> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	// After the name in brackets: the 2nd field is the parent, the 12th to 15th are user and system times.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const at = (index: number) => Number(fields[index] ?? 0);
	return { parent: at(1), own: (at(11) + at(12)) * jiffy, ended: (at(13) + at(14)) * jiffy };
}

/** What a process has used. */
export const cpuOf = async (pid: number | undefined): Promise<number> => (await timesOf(pid)).own;

/** @returns a function that gives what all processes of a PostgreSQL on this machine have used, unless it was ended meanwhile. */
export async function databaseCpu(url: string): Promise<() => Promise<number>> {
	const [row] = await onDatabase<{ pid: number }>(
		url,
		"SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'",
	);
	const { parent } = await timesOf(row?.pid);
	return async () => {
		const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
		const children = (await Promise.all(pids.map(timesOf))).filter((one) => one.parent === parent);
		const server = await timesOf(parent);
		return children.reduce((sum, { own }) => sum + own, server.own + server.ended);
	};
}
