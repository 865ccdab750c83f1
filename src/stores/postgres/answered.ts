import type pg from 'pg';

/** Milliseconds: on this side as well, since a server that is cut off says nothing. No bound of the server is longer. */
export const longestAnswer = 30_000;

/**
 * What the server answers. The driver's own promise, and its own bound on time, hold on to a query that is over: one that
 * was in memory for long then keeps those after it, with all their rows, from being forgotten while they are young, so that
 * most of them have to be moved and marked.
 * @throws what the database throws, and where nothing is answered in time; the connection is then broken off, since what
 *   was asked behind it waits as well.
 */
export function answered(over: pg.ClientBase, asked: pg.QueryConfig): Promise<pg.QueryResult> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			reject(new Error('Query read timeout'));
			// Each client has it, of a pool or not.
			(over as pg.Client).connection.stream.destroy();
		}, longestAnswer);
		over.query(asked, (error, result) => {
			clearTimeout(timer);
			if (error) reject(error);
			else resolve(result);
		});
	});
}
