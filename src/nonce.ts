import { createHash } from 'node:crypto';

/** Discord allows 25 characters. 24 of base64url are 144 bits, so two keys never collide. */
const nonceLength = 24;

/** The nonce of a message that is sent once: the same for the same key in every process and after every restart. */
export function nonceOfKey(...key: readonly string[]): string {
	return digestOf(key).toString('base64url').slice(0, nonceLength);
}

/**
 * The mark of such a message, in a place that nobody sees: the number of its container, 1 to 2³¹ − 1. Two messages of
 * the bot in a channel have the same one with a chance of one in two thousand million.
 */
export function markOfKey(...key: readonly string[]): number {
	return digestOf(key).readUInt32BE(24) & 0x7fffffff || 1;
}

function digestOf(key: readonly string[]): Buffer {
	return createHash('sha256').update(key.join('\n')).digest();
}
