import type { OpenLibrary } from '../../src/app/open-library.ts';
import { readReference, referenceTo } from '../../src/library/reference.ts';
import { openEmptyLibrary } from './empty-library.ts';
import { inventedRecord } from './invented.ts';

/** What is said in the only article of this library. */
export const words = 'Nobody ever repairs a pier in the winter';
/** A server that corrects something, and one that does not. */
export const here = '100000000000000001';
export const elsewhere = '100000000000000002';

/** A library with one article on the shared shelf, in which Ada Quillon says `words`. */
export async function openPierLibrary(): Promise<OpenLibrary> {
	const open = await openEmptyLibrary();
	const record = inventedRecord({
		id: 'pier1',
		publishedAt: '2031-05-03T08:00:00+02:00',
		paragraphs: [`"${words}," said Ada Quillon.`],
		quotes: [{ said: `${words},`, by: 'Ada Quillon', cue: 'said' }],
	});
	await open.archive.put([record]);
	return open;
}

/** The server `here` says that it was Emil Sand. */
export async function correctHere(open: OpenLibrary): Promise<void> {
	const [utterance] = (await open.archive.seenBy(null).utterances({ limit: 1 })).utterances;
	const reference = utterance && readReference(referenceTo(utterance));
	if (!reference) throw new Error('There is no quotation.');
	await open.correctionsOf(here).correct(reference, { change: 'speaker', speaker: 'Emil Sand' }, '300');
}
