import type { IndexedText } from '../indexed-text.ts';

/** A row of a table, by column. */
export type Row = Readonly<Record<string, string | number | null>>;

export interface Table {
	readonly name: string;
	/** Without those that the database works out. */
	readonly columns: readonly string[];
	readonly key: readonly string[];
}

/** One thing that is done in a transaction. */
export type Step =
	| { readonly sql: string; readonly values: readonly (string | number | null)[] }
	| { readonly table: string; readonly columns: readonly string[]; readonly rows: readonly Row[] }
	| { readonly searched: readonly IndexedText[] }
	| { readonly meta: 'sequence' | 'reader' | 'copied'; readonly value: string };

/** A store that is copied from or to. Both take the same simple statements, with "?" for a value. */
export interface Side {
	/** How it is named to the operator. */
	readonly address: string;
	all<Found>(sql: string, ...values: (string | number | null)[]): Promise<Found[]>;
	/** All that is copied row by row: no full-text index, and nothing of the store's own. */
	tables(): Promise<readonly Table[]>;
	/** Of these, the tables that fill themselves as others are filled. */
	readonly fillsItself: ReadonlySet<string>;
	/** Whether a copy into it was begun and not finished. */
	isUnfinished(): Promise<boolean>;
	/** Does all steps in one transaction. */
	apply(steps: readonly Step[]): Promise<void>;
	/** Brings what is worked out from the rows up to date, when all are there. */
	finish(): Promise<void>;
	close(): Promise<void>;
}

/** How far a copy into a store has come: where there is such a table, it has not been finished. */
export const progressTable = 'copying';

/** Why a store that is only half there is not opened. */
export const unfinished = (address: string) =>
	`A copy into ${address} was not finished: run the same "npm run copy" again, or choose an empty place.`;
