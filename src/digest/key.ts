import { markOfKey, nonceOfKey } from '../nonce.ts';
import type { LocalDate } from './due.ts';

/**
 * What is posted once: a server's digest of a local date. The slot is "daily", "extra-HHMM" for one posted by
 * hand, or one of these with "/2" behind it for the second message of the same digest.
 */
export interface SlotKey {
	readonly server: string;
	readonly date: LocalDate;
	readonly slot: string;
}

/** The nonce of a slot's message: the same for the same key in every process and after every restart. */
export function nonceOf({ server, date, slot }: SlotKey): string {
	return nonceOfKey(server, date, slot);
}

/** The mark of a slot's message: the number of its container. */
export function markOf({ server, date, slot }: SlotKey): number {
	return markOfKey(server, date, slot);
}
