import { afterEach, beforeEach } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import type { ArticleView, UtteranceQuery } from '../../src/stores/articles.ts';
import type { Invented } from '../library/invented.ts';

/** A store under test: each call of `open` opens the same archive once more; `discard` ends it. */
export interface ArchiveUnderTest {
	open(): Promise<Archive>;
	discard(): Promise<void>;
}

/** A store under test, whose clock the test sets. */
export interface ArchiveWithClock {
	readonly archive: Archive;
	/** Another process on the same store. */
	another(): Promise<Archive>;
	setClock(now: number): void;
	/** Every row of every table, as JSON, by table; without the full-text indexes. */
	dump(): Promise<ReadonlyMap<string, string>>;
}

/** Opens a store of its own for each test of a suite, and ends it after the test. */
export function openForEach(
	prepare: () => Promise<ArchiveUnderTest>,
	opened: (archive: Archive, store: ArchiveUnderTest) => Promise<void> | void,
): void {
	let store: ArchiveUnderTest;
	let archive: Archive;
	beforeEach(async () => {
		store = await prepare();
		archive = await store.open();
		await opened(archive, store);
	});
	afterEach(async () => {
		await archive.close();
		await store.discard();
	});
}

/** The text of the utterances that are found, each in one line. */
export async function saidIn(view: ArticleView, query: Omit<UtteranceQuery, 'limit'>): Promise<string[]> {
	const { utterances } = await view.utterances({ ...query, limit: 100 });
	return utterances.map(({ parts }) => parts.map((part) => part.text).join(' '));
}

export const harbour: Invented = {
	id: 'harbour',
	headline: 'Harbour of Port Ellery to Close for Repairs',
	publishedAt: '2031-04-02T08:00:00+02:00',
	topics: ['Port Ellery', 'Harbours', 'Fishing'],
	paragraphs: [
		'On fishing quotas, the two sides are far apart.',
		'"We were promised boats," said Ada Quillon, the harbour master.',
		'"Nobody repairs a pier in winter," Quillon said.',
		'A note left at the office said "go home".',
	],
	quotes: [
		{ said: 'We were promised boats,', by: 'Ada Quillon', role: 'the harbour master', cue: 'said' },
		{ said: 'Nobody repairs a pier in winter,', by: 'Ada Quillon', cue: 'said' },
		{ said: 'go home' },
	],
	comments: [{ author: 'Tess', text: 'At last.' }, { text: '' }],
};
export const library: Invented = {
	id: 'library',
	headline: 'Library of Port Ellery Opens at Night',
	capturedAt: '2031-04-03T23:10:00+02:00',
	topics: ['Port Ellery', 'Books'],
	paragraphs: [
		'"Reading needs quiet," said Ada Quillon.',
		'"And lamps," said Bruno Quillon.',
		'"Lamps were promised," said Mayor Ruiz.',
	],
	quotes: [
		{ said: 'Reading needs quiet,', by: 'Ada Quillon' },
		{ said: 'And lamps,', by: 'Bruno Quillon' },
		{ said: 'Lamps were promised,', by: 'Ruiz' },
	],
};
