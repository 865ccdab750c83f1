import { createHash } from 'node:crypto';

/** A value that has not been kept again for this long is deleted when the archive is opened. */
export const keptForDays = 180;
const mostCharacters = 8_000;
/** 72 bits of a key: a hundred million values collide with a probability under one in a million. */
const keyLength = 12;

/** The short key under which a value is kept. @throws RangeError where the value is too long */
export function keyOfKept(value: string): string {
	if (value.length > mostCharacters) {
		throw new RangeError(`A kept value has at most ${mostCharacters} characters, not ${value.length}.`);
	}
	return createHash('sha256').update(value).digest('base64url').slice(0, keyLength);
}
