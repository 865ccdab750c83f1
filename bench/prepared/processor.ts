import { readFileSync } from 'node:fs';
import { onDatabase } from './on-database.ts';

/** Milliseconds of processor. */
export interface Taken {
	readonly process: number;
	/** Without /proc, none. */
	readonly database: number;
}

/**
 * What this process and a database's connections have taken of a processor so far: what else runs on the machine moves
 * these less than the clock.
 */
export async function processorOf(url: string): Promise<() => Taken> {
	const rows = await onDatabase<{ pid: number }>(
		url,
		'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
	);
	const taken = ({ pid }: { readonly pid: number }) => {
		try {
			// https://docs.kernel.org/scheduler/sched-stats.html: nanoseconds on a processor come first.
			return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
		} catch {
			return 0;
		}
	};
	return () => {
		const { user, system } = process.cpuUsage();
		return {
			process: (user + system) / 1000,
			database: rows.map(taken).reduce((sum, one) => sum + one, 0),
		};
	};
}
