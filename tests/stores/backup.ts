import { setTimeout as pause } from 'node:timers/promises';
import type { Archive } from '../../src/stores/archive.ts';
import { inventedRecord } from '../library/invented.ts';

/** Something that writes into an archive, one article after the other, while it is copied. */
export interface Writer {
	/** The ids of those that were acknowledged so far. */
	readonly acknowledged: readonly string[];
	/** Resolves when there are so many. */
	has(count: number): Promise<void>;
	stop(): Promise<void>;
}

export function keepWriting(archive: Archive): Writer {
	const acknowledged: string[] = [];
	let going = true;
	const writing = (async () => {
		for (let at = 0; going; at++) {
			const id = `while-${at}`;
			const quotes = [{ said: `Barge ${at} is late,`, by: 'Ada Quillon' }];
			const paragraphs = [`"Barge ${at} is late," said Ada Quillon.`];
			await archive.put([inventedRecord({ id, paragraphs, quotes })]);
			acknowledged.push(id);
			// SQLite answers without letting anything else run.
			await pause(1);
		}
	})();
	return {
		acknowledged,
		async has(count) {
			while (acknowledged.length < count) await pause(5);
		},
		async stop() {
			going = false;
			await writing;
		},
	};
}

/** What a copy has to hold: all that was acknowledged before it began, each article whole, and counts that are right. */
export async function whatIsWrong(copy: Archive, before: readonly string[]): Promise<readonly string[]> {
	const view = copy.seenBy(null);
	const held = await view.latest(100_000);
	const ids = new Set(held.map(({ id }) => id));
	const found = await view.utterances({ about: ['late'], limit: 5 });
	const { articles, quotes } = await view.status();
	return [
		...before.filter((id) => !ids.has(id)).map((id) => `${id} is lost`),
		...(articles === ids.size && quotes === ids.size
			? []
			: [`${articles} articles and ${quotes} quotes are counted`]),
		...(found.utterances.length === 5 ? [] : ['nothing is found']),
		...((await view.article(held[0]?.id ?? '')) === null ? ['an article has no text'] : []),
	];
}
