import { createHmac, timingSafeEqual } from 'node:crypto';
import { datedShape } from './dated.ts';
import { shapes } from './shapes.ts';
import type { AnswerKind } from './stores.ts';

/** Answers as they are written to a store that others may write to as well. */
export interface Seals {
	/** Signs an answer, as JSON, for its place. */
	seal(kind: AnswerKind, key: string, json: string): string;
	/** The answer that was signed for this place, or null for anything else. */
	open(kind: AnswerKind, key: string, sealed: unknown): object | null;
}

/** Of HMAC-SHA-256, in base64url. */
const signatureLength = 43;

/**
 * Signs with a keyed hash (HMAC, RFC 2104): whoever can write to the store and does not know the secret can
 * neither make nor change an answer, nor move one to another key.
 * @param prefix of the store's keys: identifies what the answers are made from.
 */
export function seals(secret: string, prefix: string): Seals {
	const signature = (kind: AnswerKind, key: string, json: string) =>
		createHmac('sha256', secret)
			.update(JSON.stringify([prefix, kind, key]))
			.update(json)
			.digest('base64url');
	return {
		seal: (kind, key, json) => signature(kind, key, json) + json,
		open(kind, key, sealed) {
			if (typeof sealed !== 'string' || sealed.length <= signatureLength) return null;
			const given = Buffer.from(sealed.slice(0, signatureLength));
			const json = sealed.slice(signatureLength);
			const right = Buffer.from(signature(kind, key, json));
			if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
			const answer: unknown = JSON.parse(json);
			const isDated = typeof answer === 'object' && answer !== null && 'since' in answer;
			const shape = isDated ? datedShape(shapes[kind]) : shapes[kind];
			return shape.safeParse(answer).success ? (answer as object) : null;
		},
	};
}
