import type pg from 'pg';
import { isAfterFailure } from './errors.ts';
import { perTransaction } from './pool.ts';
import { type Queries, queriesOf, type Value } from './queries.ts';
import { isDirect } from './statements.ts';

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

/** A connection to the server itself has its bounds since it was opened: pool.ts. */
const beginning = (client: pg.PoolClient, how = '') =>
	isDirect(client) ? `BEGIN${how}` : `BEGIN${how}; ${perTransaction}`;

/** Runs questions over a connection that all see the archive at one moment. */
export async function readOver<Result>(
	client: pg.PoolClient,
	work: (queries: Queries) => Promise<Result>,
): Promise<Result> {
	const queries = queriesOf(client);
	const inside = untilEnded(queries);
	// The beginning and the first question go out in one piece.
	const { stream } = client.connection;
	stream.cork();
	const begun = queries.run(beginning(client, ' ISOLATION LEVEL REPEATABLE READ READ ONLY'));
	let worked: Promise<Result>;
	try {
		worked = work(inside.queries);
	} catch (error) {
		worked = Promise.reject(error);
	} finally {
		stream.uncork();
	}
	// Where one fails, the other still asks over this connection.
	const [began, result] = await Promise.allSettled([begun, worked]);
	inside.end();
	// What comes next over this connection is answered after it, so nobody waits. Where it fails, so does that.
	queries.run('COMMIT').catch(() => undefined);
	if (began.status === 'rejected') throw began.reason;
	if (result.status === 'rejected') throw result.reason;
	return result.value;
}

/**
 * Runs `work` over a connection in one transaction.
 * @param onEnding runs before the end is sent: what fails after that may have happened.
 */
export async function writeOver<Result>(
	client: pg.PoolClient,
	work: (writing: Writing) => Promise<Result>,
	onEnding: () => void,
): Promise<Result> {
	const done: (() => void)[] = [];
	const sent = sending();
	const queries = queriesOf(client);
	await queries.run(beginning(client));
	const inside = untilEnded(queries);
	let result: Awaited<Result>;
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
	onEnding();
	await queries.run('COMMIT');
	for (const then of done) then();
	return result;
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
