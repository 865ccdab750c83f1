import { LRUCache } from 'lru-cache';
import type { AnswerKind, Kept, Store, Stores } from './stores.ts';

/** For each kind, how many answers are kept, the last used ones, and how many characters of them as JSON. */
const bounds = { answers: 500, characters: 1_500_000 };

/**
 * Stores in this process. Answers are kept as objects, not serialised. Keyv, which is in front of a shared store for its
 * namespaces and its adapter (`valkey.ts`), would only pass on here what the LRU does, and take longer than the LRU.
 */
export function memoryStores(): Stores {
	const stores = new Map<AnswerKind, Store>();
	const open = (): Store => {
		const answers = new LRUCache<string, Kept>({
			max: bounds.answers,
			maxSize: bounds.characters,
			sizeCalculation: ({ characters }) => characters,
		});
		return {
			get: async (key) => answers.get(key),
			set: async (key, answer, json) => answers.set(key, { answer, characters: json.length }),
		};
	};
	return {
		of(kind) {
			let store = stores.get(kind);
			if (store === undefined) {
				store = open();
				stores.set(kind, store);
			}
			return store;
		},
		connect: async () => {},
		close: async () => stores.clear(),
	};
}
