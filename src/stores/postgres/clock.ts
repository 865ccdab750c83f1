import type { Queries } from './queries.ts';

/** The database's clock in milliseconds since 1970, as an expression; a test gives a number. */
export type Clock = () => string;

export const databaseClock: Clock = () => '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

/** Asks for the time. */
export async function timeOf(queries: Pick<Queries, 'get'>, clock: Clock): Promise<number> {
	const row = await queries.get<{ now: number }>(`SELECT ${clock()}::bigint AS now`);
	if (!row) throw new Error('The database has no clock.');
	return row.now;
}
