import { LRUCache } from 'lru-cache';
import type { AnswerKind, Kept, Store, Stores } from './stores.ts';

/** Characters of answers, as JSON, that a process keeps in addition to a shared store. */
const usual = 8_000_000;

/** The archive gives these as fast as a shared store does: one row by its key, or the newest few. */
const nearOnly: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['line', 'latest']);

/**
 * Stores in front of a shared one: the answers that this process gave last, as objects. They take no round trip, are
 * neither read nor checked again, and whatever is made of the same object is made once. What an answer depends on is in
 * its key or in the answer itself, so one from here is as right as one from there.
 * @param characters how many are kept, as JSON, of all kinds together; 0 keeps none.
 * @returns stores whose `close` forgets the answers and closes those behind; it rejects where these do.
 */
export function withNear(far: Stores, characters: number = usual): Stores {
	if (characters === 0) return far;
	const answers = new LRUCache<string, Kept>({
		maxSize: characters,
		// The key, and what an entry itself takes.
		sizeCalculation: (kept, key) => kept.characters + key.length + 200,
	});
	const open = (kind: AnswerKind): Store => {
		const behind = nearOnly.has(kind) ? null : far.of(kind);
		return {
			async get(key, isCurrent) {
				const place = `${kind} ${key}`;
				const near = answers.get(place);
				if (near !== undefined && isCurrent(near.answer)) return near;
				const kept = await behind?.get(key, isCurrent);
				if (kept !== undefined) answers.set(place, kept);
				return kept;
			},
			async set(key, answer, json) {
				answers.set(`${kind} ${key}`, { answer, characters: json.length });
				await behind?.set(key, answer, json);
			},
		};
	};
	const stores = new Map<AnswerKind, Store>();
	return {
		of(kind) {
			let store = stores.get(kind);
			if (store === undefined) {
				store = open(kind);
				stores.set(kind, store);
			}
			return store;
		},
		connect: () => far.connect(),
		async close() {
			answers.clear();
			await far.close();
		},
	};
}
