import type pg from 'pg';
import { answered } from './answered.ts';
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

/** Statements over one connection. */
export function queriesOf(over: pg.ClientBase): Queries {
	const query = async (sql: string, values: readonly Value[]) => {
		try {
			return await answered(over, statement(sql, values.map(storable), isDirect(over)));
		} catch (error) {
			// Of where it was asked, not of where the answer was read.
			if (error instanceof Error) Error.captureStackTrace(error);
			throw error;
		}
	};
	return {
		all: async <Row>(sql: string, ...values: Value[]) => (await query(sql, values)).rows as Row[],
		get: async <Row>(sql: string, ...values: Value[]) =>
			(await query(sql, values)).rows[0] as Row | undefined,
		run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
	};
}
