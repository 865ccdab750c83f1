import { readFileSync } from 'node:fs';
import { onDatabase } from './on-database.ts';

/**
 * Milliseconds of processor that this process and a database's connections have taken so far: what else runs on the
 * machine moves these less than the clock. Without /proc, of this process alone.
 */
export async function processorOf(url: string): Promise<() => number> {
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
		return (user + system) / 1000 + rows.map(taken).reduce((sum, one) => sum + one, 0);
	};
}
