import type { Shelf } from '../shelves.ts';
import type { Arrival } from './digests.ts';

/** An article that was added, as both databases give it: its topics as JSON. */
export interface ArrivalRow extends Omit<Arrival, 'shelf' | 'added' | 'topics'> {
	readonly added: string;
	readonly topics: string;
}

export function arrivalOf(row: ArrivalRow, shelf: Shelf): Arrival {
	return { ...row, shelf, added: Date.parse(row.added), topics: JSON.parse(row.topics) };
}
