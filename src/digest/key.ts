import { createHash } from 'node:crypto';
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

/** Discord allows 25 characters. 24 of base64url are 144 bits, so two keys never collide. */
const nonceLength = 24;

/** The nonce of a slot's message: the same for the same key in every process and after every restart. */
export function nonceOf({ server, date, slot }: SlotKey): string {
	return digestOf(server, date, slot).toString('base64url').slice(0, nonceLength);
}

/**
 * The mark of a slot's message, in a place that nobody sees: the number of its container, 1 to 2³¹ − 1. Two
 * messages of the bot in a channel have the same one with a chance of one in two thousand million.
 */
export function markOf({ server, date, slot }: SlotKey): number {
	return digestOf(server, date, slot).readUInt32BE(24) & 0x7fffffff || 1;
}

function digestOf(...parts: readonly string[]): Buffer {
	return createHash('sha256').update(parts.join('\n')).digest();
}
