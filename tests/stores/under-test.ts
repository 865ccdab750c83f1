import type { Archive } from '../../src/stores/archive.ts';
import type { Invented } from '../library/invented.ts';

/** A store under test: each call of `open` opens the same archive once more; `discard` ends it. */
export interface ArchiveUnderTest {
	open(): Promise<Archive>;
	discard(): Promise<void>;
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
