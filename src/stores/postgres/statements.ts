import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { answered } from './answered.ts';

/** As many different statements get a name: each takes memory in every connection of the server. */
const mostNamed = 250;
/** A statement gets its name when it comes for this time: many are asked once, when a process starts. */
const namedFrom = 3;

/** By the text with question marks: with $1, $2 …, and the name that the server keeps its plan under. */
const named = new Map<string, { readonly text: string; readonly name: string }>();
/** How often others came. */
const unnamed = new LRUCache<string, { readonly text: string; uses: number }>({ max: 500 });

/** "?" as the driver has it: $1, $2 … No statement of ours has a question mark of another meaning. */
function numbered(sql: string): string {
	let count = 0;
	return sql.replace(/\?/gu, () => `$${++count}`);
}

function lookUp(sql: string): { readonly text: string; readonly name?: string } {
	const there = named.get(sql);
	if (there !== undefined) return there;
	const one = unnamed.get(sql) ?? { text: numbered(sql), uses: 0 };
	unnamed.set(sql, one);
	one.uses += 1;
	if (one.uses >= namedFrom && named.size < mostNamed) {
		const name = createHash('sha256').update(one.text).digest('base64url').slice(0, 22);
		named.set(sql, { text: one.text, name });
		unnamed.delete(sql);
	}
	return one;
}

/**
 * A statement for the driver: one that comes often has a name, under which the server keeps how to run it, so that it
 * is neither read nor planned again. A pooler between may give out another connection for the next transaction, which
 * knows no such name: there nothing is named.
 */
export function statement(
	sql: string,
	values: readonly unknown[],
	isDirect: boolean,
): { readonly text: string; readonly values: unknown[]; readonly name?: string } {
	const { text, name } = lookUp(sql);
	// One with several statements in it has no values, and cannot be prepared.
	return {
		text,
		values: [...values],
		...(isDirect && values.length > 0 && name !== undefined ? { name } : {}),
	};
}

/** Connections at whose other end is the server itself. */
const direct = new WeakSet<pg.ClientBase>();

export const isDirect = (client: pg.ClientBase): boolean => direct.has(client);

/**
 * Finds out whether the server itself is at the other end of a new connection: a pooler that gives out a connection for
 * each transaction answers in its place, under a number of its own. Until that is known it counts as a pooler.
 */
export async function findWhetherDirect(client: pg.ClientBase): Promise<boolean> {
	const { rows } = await answered(client, { text: 'SELECT pg_backend_pid() AS process' });
	const isServer = rows[0]?.process === (client as { readonly processID?: number | null }).processID;
	if (isServer) direct.add(client);
	return isServer;
}
