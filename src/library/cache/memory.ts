import { createKeyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { AnswerKind, Store, Stores } from './stores.ts';

/** For each kind, how many answers are kept, the last used ones, and how many characters of them as JSON. */
const bounds = { answers: 500, characters: 1_500_000 };

/** Stores in this process. Answers are kept as objects, not serialised. */
export function memoryStores(): Stores {
	const stores = new Map<AnswerKind, Store>();
	return {
		of(kind) {
			let store = stores.get(kind);
			if (!store) {
				const answers = new LRUCache<string, object>({
					max: bounds.answers,
					maxSize: bounds.characters,
					sizeCalculation: (answer) => JSON.stringify(answer).length,
				});
				store = createKeyv({
					get: (key) => answers.get(key),
					set: (key, answer) => answers.set(key, answer),
					has: (key) => answers.has(key),
					delete: (key) => answers.delete(key),
					clear: () => answers.clear(),
				});
				stores.set(kind, store);
			}
			return store;
		},
		close: async () => stores.clear(),
	};
}
