import { createHash } from 'node:crypto';
import type { Log } from '../../logger.ts';
import { memoryStores } from './memory.ts';
import { withNear } from './near.ts';
import type { AnswerKind, SharedAnswers, Stores } from './stores.ts';

/** Answers kept ready. It may lose any of them at any time. */
export interface Cache {
	/**
	 * The answer under this key, or else the result of `answer`, which is kept for the next time. Those who ask
	 * at the same moment share one computation. A failure is never kept. Everything an answer depends on is in its
	 * key, so nothing has to be invalidated, or it says itself what it depends on; nobody modifies an answer from here.
	 * @param current where answers say that: whether one may still be used, and what is seen now, since those who ask
	 * after a change do not share what was begun before it.
	 */
	remember<Answer extends object>(
		kind: AnswerKind,
		key: string,
		answer: () => Promise<Answer>,
		current?: Current<Answer>,
	): Promise<Answer>;
	/** Connects to the shared store, where there is one, as the first question to it does otherwise. */
	connect(): Promise<void>;
	close(): Promise<void>;
}

export interface Current<Answer> {
	readonly now: string;
	isCurrent(kept: Answer): boolean;
}

/** Told of each question to the cache: what kind of answer, whether it was there, and how many seconds it took. */
export type CacheObserver = (kind: AnswerKind, found: boolean, seconds: number) => void;

/** Longer keys are replaced by their digest. */
const longestKey = 200;

/** @param shared a Redis or Valkey; null keeps answers in this process. */
export function openCache(shared: SharedAnswers | null, log: Log, observe: CacheObserver = () => {}): Cache {
	return cacheOver(shared === null ? memoryStores() : sharedStores(shared, log), observe);
}

/**
 * The client of a shared store is loaded when it is connected, which the start does not wait for: it costs 10 MB and 30 ms
 * of processor time. Until then the store holds nothing, as one that is away.
 */
function sharedStores(shared: SharedAnswers, log: Log): Stores {
	let stores: Stores | null = null;
	let connecting: Promise<void> | null = null;
	let isClosed = false;
	const load = async () => {
		try {
			const { valkeyStores } = await import('./valkey.ts');
			// It may have been closed meanwhile, and nothing would end the connection.
			if (!isClosed) stores = valkeyStores(shared, log);
		} catch (err) {
			log.warn({ err }, 'the cache cannot be used; answers come from the archive');
		}
	};
	const connect = async () => {
		if (isClosed) return;
		connecting ??= load();
		await connecting;
	};
	const connected = (): Stores | null => {
		if (stores === null) void connect();
		return stores;
	};
	const far: Stores = {
		of: (kind) => ({
			get: async (key, isCurrent) => connected()?.of(kind).get(key, isCurrent),
			set: async (key, answer, json) => connected()?.of(kind).set(key, answer, json),
		}),
		connect,
		async close() {
			isClosed = true;
			await connecting;
			await stores?.close();
		},
	};
	return withNear(far, shared.near);
}

/** A cache over any stores. */
function cacheOver(stores: Stores, observe: CacheObserver): Cache {
	const underWay = new Map<string, Promise<object>>();
	const fetched = async (
		kind: AnswerKind,
		key: string,
		answer: () => Promise<object>,
		isCurrent: (kept: object) => boolean,
	): Promise<object> => {
		const store = stores.of(kind);
		const start = performance.now();
		const kept = await store.get(key, isCurrent);
		const isThere = kept !== undefined && isCurrent(kept.answer);
		observe(kind, isThere, (performance.now() - start) / 1000);
		if (isThere) return kept.answer;
		const computed = await answer();
		// Nothing waits for the store.
		void store.set(key, computed, JSON.stringify(computed));
		return computed;
	};
	return {
		remember<Answer extends object>(
			kind: AnswerKind,
			wanted: string,
			answer: () => Promise<Answer>,
			current?: Current<Answer>,
		) {
			const key =
				wanted.length > longestKey ? createHash('sha256').update(wanted).digest('base64url') : wanted;
			const place = `${kind} ${current?.now ?? ''} ${key}`;
			let shared = underWay.get(place);
			if (!shared) {
				// The kind and the key determine the type of an answer; the store cannot know it.
				const isCurrent = (kept: object) => current?.isCurrent(kept as Answer) ?? true;
				shared = fetched(kind, key, answer, isCurrent).finally(() => underWay.delete(place));
				underWay.set(place, shared);
			}
			return shared as Promise<Answer>;
		},
		connect: () => stores.connect(),
		close: () => stores.close(),
	};
}
