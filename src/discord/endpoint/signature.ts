import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** The public key of an application. @param hex 64 hexadecimal digits. @throws TypeError where it is none. */
export function publicKey(hex: string): KeyObject {
	if (!/^[\da-f]{64}$/iu.test(hex))
		throw new TypeError('The public key of the application is no Ed25519 key.');
	const x = Buffer.from(hex, 'hex').toString('base64url');
	return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** A request as it came, before anything of it is read. */
export interface SignedRequest {
	readonly signature: string | undefined;
	readonly timestamp: string | undefined;
	readonly body: Buffer;
}

/** How old a request may be, in seconds: one that somebody has recorded is not taken again later. */
const oldest = 300;

/**
 * Whether Discord has signed this request, and did so just now. Source: Discord, "Validating Security Request Headers".
 * @param now seconds since 1970.
 */
export function isSigned(
	{ signature, timestamp, body }: SignedRequest,
	key: KeyObject,
	now: number = Date.now() / 1000,
): boolean {
	if (signature === undefined || !/^[\da-f]{128}$/iu.test(signature)) return false;
	if (timestamp === undefined || !/^\d{1,12}$/u.test(timestamp)) return false;
	if (Math.abs(now - Number(timestamp)) > oldest) return false;
	return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
