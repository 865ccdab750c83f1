import { statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../errors.ts';

/** An open SQLite file with its prepared statements kept. */
export interface Database {
	/** All rows of a query. `Row` is what the query selects; it is not checked. */
	all<Row>(sql: string, ...values: SQLInputValue[]): Row[];
	/**
	 * The same, each row as its values in the order in which they are selected: faster to make and to read, where there
	 * are many. `Row` is not checked.
	 */
	tuples<Row extends readonly unknown[]>(sql: string, ...values: SQLInputValue[]): Row[];
	/** The first row of a query, or undefined. */
	get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
	/** @returns how many rows changed, and the number of the last one inserted. */
	run(sql: string, ...values: SQLInputValue[]): { readonly changes: number; readonly last: number };
	/** From now on a statement waits for other connections only briefly: `write` does the waiting. */
	hurry(): void;
	/** Several statements without values. */
	exec(sql: string): void;
	/** Runs queries that all see the archive at one moment, whatever others write meanwhile. */
	read<Result>(work: () => Result): Result;
	/**
	 * Runs `work` in one immediate transaction. While another connection writes, it waits without blocking the
	 * thread, up to ten seconds. `work` may run again from the start after a wait, so it must do nothing else.
	 * @throws UserError where the file is no longer at its place: what is written would be lost.
	 */
	write<Result>(work: () => Result): Promise<Result>;
	/** Whether the file that was opened is no longer at its place: deleted, moved away or replaced. */
	isLost(): boolean;
	/** The same at once, for a thread that has nothing else to do. @throws where another connection writes. */
	writeNow<Result>(work: () => Result): Result;
	close(): void;
}

/** How long a statement may block the thread while another connection writes, and how long `write` tries. */
const patience = { statement: 50, write: 10_000 };

/** SQLite's result codes that say "later": busy, locked. */
const busy = new Set([5, 6]);

/** The primary result code of an error out of SQLite, or null for any other error. */
export function resultCode(error: unknown): number | null {
	if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
	return error.errcode & 0xff;
}

const lost =
	'Nothing can be saved just now: my archive was deleted or replaced while I was running. I am starting again; please try again in a minute.';

/**
 * Whole numbers as SQLite's integers: a JavaScript number comes as a fraction, and FTS5 takes no fraction for a
 * bound of the rows to look at, but goes through all of them.
 */
function exact(values: readonly SQLInputValue[]): SQLInputValue[] {
	return values.map((value) => (Number.isSafeInteger(value) ? BigInt(value as number) : value));
}

/** Opens the file, creating it where it is missing. @throws SQLite's own errors. */
export function openDatabase(file: string): Database {
	const sqlite = new DatabaseSync(file, { timeout: 5_000 });
	try {
		sqlite.exec('PRAGMA synchronous = NORMAL');
		// Reading the schema shows a file that is not a database before anybody waits for an answer from it.
		sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
	} catch (error) {
		sqlite.close();
		throw error;
	}

	/** Keeps statements ready. @param asArrays whether a row comes as its values, and not as an object. */
	const preparing = (asArrays: boolean) => {
		const statements = new Map<string, StatementSync>();
		return (sql: string): StatementSync => {
			let statement = statements.get(sql);
			if (!statement) {
				statement = sqlite.prepare(sql);
				statement.setReturnArrays(asArrays);
				statements.set(sql, statement);
			}
			return statement;
		};
	};
	const prepared = preparing(false);
	const preparedTuples = preparing(true);

	const within = <Result>(begin: string, work: () => Result): Result => {
		// Kept ready like all others: most questions are asked within one. `run` would ask for the number of the row that was
		// inserted last, which does not fit into a number after a deletion from a full-text table.
		prepared(begin).get();
		try {
			const result = work();
			prepared('COMMIT').get();
			return result;
		} catch (error) {
			// SQLite rolls back on its own where the disk is full or the file is damaged.
			if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
			throw error;
		}
	};
	const opened = statSync(file);
	const isLost = () => {
		const now = statSync(file, { throwIfNoEntry: false });
		return now?.ino !== opened.ino || now.dev !== opened.dev;
	};
	/** A file that was replaced fails in any way. */
	const there = <Result>(read: () => Result): Result => {
		try {
			return read();
		} catch (error) {
			throw isLost() ? new UserError(lost, { cause: error }) : error;
		}
	};
	const writeNow = <Result>(work: () => Result): Result => {
		if (isLost()) throw new UserError(lost);
		return within('BEGIN IMMEDIATE', work);
	};

	return {
		all: <Row>(sql: string, ...values: SQLInputValue[]) =>
			there(() => prepared(sql).all(...exact(values)) as Row[]),
		tuples: <Row extends readonly unknown[]>(sql: string, ...values: SQLInputValue[]) =>
			// The types of node:sqlite know rows as objects only.
			there(() => preparedTuples(sql).all(...exact(values)) as unknown as Row[]),
		get: <Row>(sql: string, ...values: SQLInputValue[]) =>
			there(() => prepared(sql).get(...exact(values)) as Row | undefined),
		run: (sql, ...values) => {
			const statement = prepared(sql);
			// After a deletion the full-text tables leave a number behind that only a bigint holds.
			statement.setReadBigInts(true);
			const { changes, lastInsertRowid } = statement.run(...exact(values));
			return { changes: Number(changes), last: Number(lastInsertRowid) };
		},
		hurry: () => sqlite.exec(`PRAGMA busy_timeout = ${patience.statement}`),
		exec: (sql) => sqlite.exec(sql),
		read: (work) => within('BEGIN', work),
		isLost,
		writeNow,
		async write(work) {
			const until = Date.now() + patience.write;
			for (let wait = 2; ; wait = Math.min(wait * 2, 100)) {
				try {
					return writeNow(work);
				} catch (error) {
					if (!busy.has(resultCode(error) ?? 0) || Date.now() > until) throw error;
				}
				await pause(wait + Math.random() * wait);
			}
		},
		close: () => sqlite.close(),
	};
}
