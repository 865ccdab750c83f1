import KeyvValkey from '@keyv/valkey';
import { Keyv } from 'keyv';
import type { Log } from '../../logger.ts';
import type { AnswerKind, Store, Stores } from './stores.ts';

/** An answer is worth waiting for so long; the archive is not slower. */
const patienceMs = 50;
/** After an error the store is left alone for so long, so that a hung one holds up one answer and not all. */
const restMs = 5_000;
/** The log names the trouble at most so often. */
const reminderMs = 60_000;
/** Nobody asks again after this. */
const keptMs = 86_400_000;
/** Longer answers, in characters of JSON, are sooner worked out again than sent to and fro. */
const longest = 1_000_000;

/** Stores in a Redis or Valkey. It may be slow, hung or away: then they hold nothing, and no answer waits for it. */
export function valkeyStores(url: string, prefix: string, log: Log): Stores {
	let usableAt = Number.POSITIVE_INFINITY;
	let remindAt = 0;
	const trouble = (error: unknown) => {
		if (usableAt !== Number.POSITIVE_INFINITY) usableAt = Date.now() + restMs;
		if (Date.now() < remindAt) return;
		remindAt = Date.now() + reminderMs;
		log.warn({ err: error }, 'the cache cannot be used; answers come from the archive');
	};
	const adapter = (to: ConstructorParameters<typeof KeyvValkey>[0]) => {
		// Keyv's own list of keys, the "set", would grow for ever.
		const made = new KeyvValkey(to, { ...connection, useRedisSets: false });
		made.on('error', trouble);
		return made;
	};
	const first = adapter(addressOf(url));
	first.redis.on('ready', () => {
		usableAt = 0;
	});
	first.redis.on('close', () => {
		usableAt = Number.POSITIVE_INFINITY;
	});

	const stores = new Map<AnswerKind, Store>();
	const open = (kind: AnswerKind): Store => {
		// An adapter of its own for each namespace, over one connection.
		const keyv = new Keyv({
			store: adapter(first.redis),
			namespace: `verbatim:${prefix}:${kind}`,
			ttl: keptMs,
		});
		keyv.on('error', trouble);
		return {
			get: async (key) => (Date.now() < usableAt ? undefined : keyv.get(key)),
			set: async (key, answer) => {
				if (Date.now() < usableAt || JSON.stringify(answer).length > longest) return;
				await keyv.set(key, answer);
			},
		};
	};
	return {
		of(kind) {
			let store = stores.get(kind);
			if (!store) {
				store = open(kind);
				stores.set(kind, store);
			}
			return store;
		},
		close: async () => first.disconnect(),
	};
}

const connection = {
	commandTimeout: patienceMs,
	connectTimeout: 5_000,
	// What cannot be sent now fails now.
	enableOfflineQueue: false,
	maxRetriesPerRequest: 1,
	retryStrategy: (times: number) => Math.min(times * 200, 10_000),
};

/** The client knows the addresses of Valkey by the names that Redis gave them. */
function addressOf(url: string): string {
	return url.replace(/^valkey(s?):/u, 'redis$1:');
}
