import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { explained, explainedChange, isAfterFailure, isConflict, isStale, troubleIn } from './errors.ts';
import { openPool, patience, perTransaction } from './pool.ts';
import { isDirect, statement } from './statements.ts';

/** A value of a statement; a list goes as an array. */
export type Value = string | number | null | readonly (string | null)[] | readonly (number | null)[];

/** Statements, with "?" for each value. `Row` is what a query selects; it is not checked. */
export interface Queries {
	all<Row>(sql: string, ...values: Value[]): Promise<Row[]>;
	/** The first row of a query, or undefined. */
	get<Row>(sql: string, ...values: Value[]): Promise<Row | undefined>;
	/** @returns how many rows changed. */
	run(sql: string, ...values: Value[]): Promise<number>;
}

/** A transaction that changes something. */
export interface Writing extends Queries {
	/** Waits until no other transaction holds this lock, and holds it until the end. */
	lock(name: string): Promise<void>;
	/**
	 * Takes statements that were sent and whose answers nobody needs: the server does what is sent next after them, and
	 * where one of them fails, so does the transaction.
	 */
	later(sent: Promise<unknown>): void;
	/** Runs when the transaction has been committed. */
	onCommit(then: () => void): void;
}

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

/** PostgreSQL's text holds every character but U+0000. */
function storable(value: Value): Value {
	if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD');
	if (!Array.isArray(value)) return value;
	return value.map((one) => (typeof one === 'string' ? one.replaceAll('\0', '\uFFFD') : one));
}

/** Statements over one connection, or over the pool. */
export function queriesOf(over: pg.ClientBase): Queries {
	const query = (sql: string, values: readonly Value[]) =>
		over.query(statement(sql, values.map(storable), isDirect(over)));
	return {
		all: async <Row>(sql: string, ...values: Value[]) => (await query(sql, values)).rows as Row[],
		get: async <Row>(sql: string, ...values: Value[]) =>
			(await query(sql, values)).rows[0] as Row | undefined,
		run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
	};
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
	const reading = <Result>(work: (queries: Queries, client: pg.PoolClient) => Promise<Result>) =>
		trying(
			patience.read,
			() => using((client) => work(queriesOf(client), client)),
			(error) => troubleIn(error) === 'away' || isStale(error),
		).catch((error) => {
			throw explained(error);
		});
	const noteUnheard = (error: unknown) => {
		if (troubleIn(error) === 'away') for (const then of unheard) then();
	};

	return {
		all: (sql, ...values) => reading((queries) => queries.all(sql, ...values)),
		get: (sql, ...values) => reading((queries) => queries.get(sql, ...values)),
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
		read: (work) =>
			reading(async (queries, client) => {
				const inside = untilEnded(queries);
				// The beginning and the first question go out in one piece.
				const { stream } = client.connection;
				stream.cork();
				const begun = queries.run(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${perTransaction}`);
				let worked: ReturnType<typeof work>;
				try {
					worked = work(inside.queries);
				} catch (error) {
					worked = Promise.reject(error);
				} finally {
					stream.uncork();
				}
				// Where one fails, the other still asks over this connection.
				const [beginning, result] = await Promise.allSettled([begun, worked]);
				inside.end();
				// What comes next over this connection is answered after it, so nobody waits. Where it fails, so does that.
				queries.run('COMMIT').catch(() => undefined);
				if (beginning.status === 'rejected') throw beginning.reason;
				if (result.status === 'rejected') throw result.reason;
				return result.value;
			}),
		async write(work) {
			let isEnding = false;
			try {
				return await trying(
					patience.write,
					() =>
						using(async (client) => {
							isEnding = false;
							const done: (() => void)[] = [];
							const sent = sending();
							const queries = queriesOf(client);
							await queries.run(`BEGIN; ${perTransaction}`);
							const inside = untilEnded(queries);
							let result: Awaited<ReturnType<typeof work>>;
							try {
								result = await work({
									...inside.queries,
									lock: lockOver(inside.queries),
									later: sent.add,
									onCommit: (then) => done.push(then),
								});
								await sent.all();
							} catch (error) {
								inside.end();
								// A connection that is gone has rolled back by itself.
								await queries.run('ROLLBACK').catch(() => undefined);
								throw sent.causeOf(error);
							}
							inside.end();
							isEnding = true;
							await queries.run('COMMIT');
							for (const then of done) then();
							return result;
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

/**
 * The statements of one transaction. After its end they are refused: the connection may be somebody else's by then, and
 * what asks at the same time as something that failed goes on asking.
 */
function untilEnded(queries: Queries): { readonly queries: Queries; end(): void } {
	let isOver = false;
	const check = () => {
		if (isOver) throw new Error('A statement came after the end of its transaction.');
	};
	return {
		queries: {
			async all<Row>(sql: string, ...values: Value[]) {
				check();
				return queries.all<Row>(sql, ...values);
			},
			async get<Row>(sql: string, ...values: Value[]) {
				check();
				return queries.get<Row>(sql, ...values);
			},
			async run(sql, ...values) {
				check();
				return queries.run(sql, ...values);
			},
		},
		end() {
			isOver = true;
		},
	};
}

/** Statements that were sent, and that nobody has waited for yet. */
function sending() {
	const sent: Promise<unknown>[] = [];
	let failure: { readonly error: unknown } | undefined;
	return {
		add(one: Promise<unknown>) {
			sent.push(one);
			one.catch((error) => {
				failure ??= { error };
			});
		},
		all: () => Promise.all(sent),
		/** What went wrong first: after it, each statement fails because the transaction has failed. */
		causeOf: (error: unknown) => (failure !== undefined && isAfterFailure(error) ? failure.error : error),
	};
}

function lockOver(queries: Queries): Writing['lock'] {
	return async (name) => {
		await queries.run('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', `verbatim ${name}`);
	};
}
