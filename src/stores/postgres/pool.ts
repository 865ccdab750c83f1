import pg from 'pg';
import { answered } from './answered.ts';
import { findWhetherDirect } from './statements.ts';

/** Bounds in milliseconds. */
export const patience = {
	/** Until a connection stands. */
	connect: 5_000,
	/** A single statement: no question of a member takes nearly as long. */
	statement: 20_000,
	/** Waiting for others who change the same thing. */
	lock: 10_000,
	/** A transaction in which nothing happens: its process hangs, and others wait for it. */
	idle: 15_000,
	/** How long a question, and a change, is tried again while the server is away. */
	read: 2_000,
	write: 5_000,
};

/** To compile a statement takes longer than any of ours. */
const settings = [
	`statement_timeout = ${patience.statement}`,
	`lock_timeout = ${patience.lock}`,
	`idle_in_transaction_session_timeout = ${patience.idle}`,
	'jit = off',
];
/** What is set at the beginning of each transaction, since a pooler between may give it any connection. */
export const perTransaction = settings.map((one) => `SET LOCAL ${one}`).join('; ');
/**
 * The same for statements without a transaction, over a connection to the server itself. Behind a pooler these have
 * only the bound on this side: answered.ts.
 */
const perConnection = settings.map((one) => `SET ${one}`).join('; ');

/** Counts and sums come as text, since they may be larger than JavaScript's integers; ours never are. */
const numbers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types: pg.CustomTypesConfig = {
	getTypeParser: (id: number, format?: 'text' | 'binary') =>
		numbers.has(id) ? Number : pg.types.getTypeParser(id, format ?? 'text'),
};

/** How to connect, for the pool and for the connection that listens. */
export function connectionOf(url: string): pg.ClientConfig {
	return {
		connectionString: url,
		application_name: 'verbatim',
		connectionTimeoutMillis: patience.connect,
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
		// Statements that do not depend on each other's answers go out without waiting for these.
		pipeline: true,
		types,
	};
}

/** Connections of one process for what members ask; a process asks little at a time. */
const mostConnections = 10;

export function openPool(url: string, connections: number = mostConnections): pg.Pool {
	const pool = new pg.Pool({
		...connectionOf(url),
		...{ max: connections, idleTimeoutMillis: 30_000 },
		// The pool gives the connection out after it: in a transaction that fails, the settings would be undone as well.
		async onConnect(client) {
			if (await findWhetherDirect(client)) await answered(client, { text: perConnection });
		},
	});
	// A connection that breaks is dropped by the pool, and what was asked over it fails. Without listeners, for those
	// that nobody uses and for those that somebody does, it would end the process besides.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => {
		client.on('error', () => undefined);
	});
	return pool;
}
