import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { explained, explainedChange, isConflict, isStale, troubleIn } from './errors.ts';
import { openPool, patience } from './pool.ts';
import { type Queries, queriesOf, type Value } from './queries.ts';
import { readOver, type Writing, writeOver } from './transactions.ts';

export interface Database {
	/** One question, tried again for a while where the server is away. @throws UserError where that does not help. */
	all<Row>(sql: string, ...values: Value[]): Promise<Row[]>;
	get<Row>(sql: string, ...values: Value[]): Promise<Row | undefined>;
	/**
	 * One statement that changes something. It is tried again only as long as it has not been sent.
	 * @returns how many rows changed.
	 */
	change(sql: string, ...values: Value[]): Promise<number>;
	/** Runs questions that all see the archive at one moment; `work` may run again from the start. */
	read<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
	/**
	 * Runs `work` in one transaction. It may run again from the start where it was rolled back, so it must do nothing
	 * else; never where the end was sent and not acknowledged.
	 */
	write<Result>(work: (writing: Writing) => Promise<Result>): Promise<Result>;
	/** Is told where a change was sent and not acknowledged: it may have happened. */
	onUnheard(then: () => void): void;
	close(): Promise<void>;
}

/** Whether what failed has done nothing, and may go well the next time. */
const mayRunAgain = (error: unknown) => isConflict(error) || isStale(error);

/** A failure before which nothing can have happened in the database. */
class NotSent extends Error {}

/**
 * Opens no connection yet.
 * @param connections at most so many at once; left out for what the questions of members need.
 */
export function openDatabase(url: string, connections?: number): Database {
	const pool = openPool(url, connections);
	const unheard = new Set<() => void>();

	const connected = async () => {
		try {
			return await pool.connect();
		} catch (cause) {
			throw new NotSent('', { cause });
		}
	};
	/** Runs `work` on a connection, which is given back, or ended where it failed in a way that it may not survive. */
	const using = async <Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
		const client = await connected();
		try {
			const result = await work(client);
			client.release();
			return result;
		} catch (error) {
			const isOver = troubleIn(error) === 'away' || troubleIn(error) === 'busy' || isStale(error);
			client.release(isOver);
			throw error;
		}
	};
	/** Tries again, for so long, what may be tried again. */
	const trying = async <Result>(
		most: number,
		work: () => Promise<Result>,
		mayAgain: (error: unknown) => boolean,
	): Promise<Result> => {
		const until = Date.now() + most;
		for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
			try {
				return await work();
			} catch (error) {
				const inner = error instanceof NotSent ? error.cause : error;
				const mayTry = error instanceof NotSent ? mayAgainConnect(inner) : mayAgain(inner);
				if (!mayTry || Date.now() + wait > until) throw inner;
			}
			await pause(wait + Math.random() * wait);
		}
	};
	const mayAgainConnect = (error: unknown) => troubleIn(error) === 'away' || troubleIn(error) === 'busy';
	const reading = <Result>(work: (client: pg.PoolClient) => Promise<Result>) =>
		trying(
			patience.read,
			() => using(work),
			(error) => troubleIn(error) === 'away' || isStale(error),
		).catch((error) => {
			throw explained(error);
		});
	const noteUnheard = (error: unknown) => {
		if (troubleIn(error) === 'away') for (const then of unheard) then();
	};

	return {
		all: (sql, ...values) => reading((client) => queriesOf(client).all(sql, ...values)),
		get: (sql, ...values) => reading((client) => queriesOf(client).get(sql, ...values)),
		async change(sql, ...values) {
			try {
				return await trying(
					patience.write,
					() => using((client) => queriesOf(client).run(sql, ...values)),
					mayRunAgain,
				);
			} catch (error) {
				noteUnheard(error);
				throw explainedChange(error);
			}
		},
		read: (work) => reading((client) => readOver(client, work)),
		async write(work) {
			let isEnding = false;
			try {
				return await trying(
					patience.write,
					() =>
						using((client) => {
							isEnding = false;
							return writeOver(client, work, () => {
								isEnding = true;
							});
						}),
					(error) => mayRunAgain(error) || (!isEnding && troubleIn(error) === 'away'),
				);
			} catch (error) {
				if (!isEnding) throw explained(error);
				noteUnheard(error);
				throw explainedChange(error);
			}
		},
		onUnheard: (then) => void unheard.add(then),
		close: () => pool.end(),
	};
}
