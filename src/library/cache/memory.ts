import { createKeyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { AnswerKind, Store, Stores } from './stores.ts';

/** Of each kind so many answers stay, those asked for last, and so many characters of them written as JSON. */
const bounds = { answers: 500, characters: 1_500_000 };

/** Stores in this process. Answers are kept as they are, not written out and read again. */
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
