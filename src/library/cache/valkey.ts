import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import KeyvValkey from '@keyv/valkey';
import { Keyv } from 'keyv';
import type { Log } from '../../logger.ts';
import { seals } from './sealed.ts';
import type { AnswerKind, SharedAnswers, Store, Stores } from './stores.ts';

/** How long to wait for an answer; the archive is not slower. */
const patienceMs = 50;
/** After an error the store is left alone for this long, so that a hung one delays one answer and not all. */
const restMs = 5_000;
/** How often the log names the trouble at most. */
const reminderMs = 60_000;
/** How long answers that are to be kept are gathered. */
const gatherMs = 20;
/** Nobody asks again after this. */
const keptMs = 86_400_000;
/** Longer answers, in characters of JSON, are faster to compute again than to send. */
const longest = 1_000_000;

/**
 * Stores in a Redis or Valkey, which others may write to as well: what we did not sign counts as missing. It may
 * be slow, hung or away: then it holds nothing, and no answer waits for it.
 */
export function valkeyStores({ url, prefix, secret }: SharedAnswers, log: Log): Stores {
	const { seal, open: unsealed } = seals(secret, prefix);
	let usableAt = Number.POSITIVE_INFINITY;
	let remindAt = 0;
	let remindOfForgeryAt = 0;
	const trouble = (error: unknown) => {
		if (usableAt !== Number.POSITIVE_INFINITY) usableAt = Date.now() + restMs;
		if (Date.now() < remindAt) return;
		remindAt = Date.now() + reminderMs;
		log.warn({ err: error }, 'the cache cannot be used; answers come from the archive');
	};
	const forged = (kind: AnswerKind) => {
		if (Date.now() < remindOfForgeryAt) return;
		remindOfForgeryAt = Date.now() + reminderMs;
		log.warn(
			{ kind },
			'the cache holds an answer that was not signed with the secret of this archive; it is not used. Somebody else writes to CACHE_URL',
		);
	};
	const adapter = (to: ConstructorParameters<typeof KeyvValkey>[0]) => {
		// Keyv's own list of keys, the "set", would grow without end.
		const made = new KeyvValkey(to, { ...connection, useRedisSets: false });
		made.on('error', trouble);
		return made;
	};
	const first = adapter(addressOf(url));
	// Each adapter listens for errors of its own.
	first.redis.setMaxListeners(0);
	first.redis.on('connect', () => guardParsing(first.redis.stream));
	first.redis.on('ready', () => {
		usableAt = 0;
	});
	first.redis.on('close', () => {
		usableAt = Number.POSITIVE_INFINITY;
	});

	/** What is to be kept waits for more of it: each write of its own costs as much as making a short answer. */
	let going: Promise<void> | null = null;
	const soon = () => {
		going ??= pause(gatherMs, undefined, { ref: false }).then(() => {
			going = null;
		});
		return going;
	};

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
			async get(key) {
				if (Date.now() < usableAt) return undefined;
				const kept: unknown = await keyv.get(key);
				if (kept === undefined || kept === null) return undefined;
				const answer = unsealed(kind, key, kept);
				if (answer === null) {
					forged(kind);
					return undefined;
				}
				return { answer, characters: String(kept).length };
			},
			async set(key, _, json) {
				if (json.length > longest) return;
				await soon();
				if (Date.now() >= usableAt) await keyv.set(key, seal(kind, key, json));
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
		// It does so by itself.
		connect: async () => {},
		close: async () => first.disconnect(),
	};
}

const connection = {
	// What is asked or given in one turn goes out in one piece.
	enableAutoPipelining: true,
	commandTimeout: patienceMs,
	connectTimeout: 5_000,
	// What cannot be sent at once fails at once.
	enableOfflineQueue: false,
	maxRetriesPerRequest: 1,
	retryStrategy: (times: number) => Math.min(times * 200, 10_000),
};

/**
 * Ends a connection over which something comes that the client fails on, such as an answer "nothing" that nobody
 * asked for or lists nested without end: it throws while it reads, where nobody could catch it. It connects anew.
 */
function guardParsing(stream: Socket): void {
	for (const listener of stream.rawListeners('data')) {
		stream.off('data', listener as () => void);
		stream.on('data', (data) => {
			try {
				listener.call(stream, data);
			} catch (error) {
				stream.destroy(error instanceof Error ? error : new Error(String(error)));
			}
		});
	}
}

/** The client needs Redis's scheme in the address of a Valkey. */
function addressOf(url: string): string {
	return url.replace(/^valkey(s?):/u, 'redis$1:');
}
