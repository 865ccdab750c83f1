import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned, publicKey } from '../../../src/discord/endpoint/signature.ts';

const keys = generateKeyPairSync('ed25519');
const hex = Buffer.from(keys.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
const key = publicKey(hex);
const now = 1_790_000_000;

function signed(text: string, at: number) {
	const timestamp = String(at);
	const signature = sign(null, Buffer.from(timestamp + text), keys.privateKey).toString('hex');
	return { signature, timestamp, body: Buffer.from(text) };
}

describe('the signature of a request', () => {
	it('is taken where it fits the time and the body', () => {
		expect(isSigned(signed('{"type":1}', now), key, now)).toBe(true);
	});

	it.each([
		['another body', { body: Buffer.from('{"type":2}') }],
		['another time', { timestamp: String(now + 1) }],
		['no signature', { signature: undefined }],
		['no time', { timestamp: undefined }],
		['a signature of another length', { signature: 'ab' }],
		['a signature of other characters', { signature: 'z'.repeat(128) }],
		['a time that is no number', { timestamp: '17e8' }],
	])('is refused with %s', (_, wrong) => {
		expect(isSigned({ ...signed('{"type":1}', now), ...wrong }, key, now)).toBe(false);
	});

	it('is refused when it was recorded and comes later, or comes from the future', () => {
		expect(isSigned(signed('{"type":1}', now - 299), key, now)).toBe(true);
		expect(isSigned(signed('{"type":1}', now - 301), key, now)).toBe(false);
		expect(isSigned(signed('{"type":1}', now + 301), key, now)).toBe(false);
	});

	it('needs a key that is one', () => {
		expect(() => publicKey('0123')).toThrow('no Ed25519 key');
	});
});
