import type pg from 'pg';
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

/** PostgreSQL's text holds every character but U+0000. */
const storableText = (text: string) => text.replaceAll('\0', '\uFFFD');

/** A value as the driver takes it. It would escape each number of a list, of which there may be a thousand. */
function storable(value: Value): Value {
	if (typeof value === 'string') return storableText(value);
	if (!Array.isArray(value)) return value;
	const list: readonly (string | number | null)[] = value;
	if (list.every((one) => typeof one === 'number')) return `{${list.join()}}`;
	return value.map((one) => (typeof one === 'string' ? storableText(one) : one));
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
