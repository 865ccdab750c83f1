import { createKeyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { AnswerKind, Kept, Store, Stores } from './stores.ts';

/** For each kind, how many answers are kept, the last used ones, and how many characters of them as JSON. */
const bounds = { answers: 500, characters: 1_500_000 };

/** Stores in this process. Answers are kept as objects, not serialised. */
export function memoryStores(): Stores {
	const stores = new Map<AnswerKind, Store>();
	return {
		of(kind) {
			let store = stores.get(kind);
			if (!store) {
				// Keyv gives what is kept inside two objects, each with the time when it expires.
				const answers = new LRUCache<string, { readonly value: { readonly value: Kept } }>({
					max: bounds.answers,
					maxSize: bounds.characters,
					sizeCalculation: ({ value: { value } }) => value.characters,
				});
				const keyv = createKeyv({
					get: (key) => answers.get(key),
					set: (key, kept) => answers.set(key, kept),
					has: (key) => answers.has(key),
					delete: (key) => answers.delete(key),
					clear: () => answers.clear(),
				});
				store = {
					get: (key) => keyv.get<Kept>(key),
					set: (key, answer, json) => keyv.set(key, { answer, characters: json.length } satisfies Kept),
				};
				stores.set(kind, store);
			}
			return store;
		},
		close: async () => stores.clear(),
	};
}
