import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import { itemReader } from '../../src/digest/item.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import { readReference, referenceTo } from '../../src/library/reference.ts';
import { openEmptyLibrary } from './empty-library.ts';
import { inventedRecord } from './invented.ts';

// What keeps answers ready for several servers must not show one server's corrections to another.
const here = '100000000000000001';
const elsewhere = '100000000000000002';
const servers = [here, elsewhere, here, null];
const words = 'Nobody ever repairs a pier in the winter';

let open: OpenLibrary;
beforeAll(async () => {
	open = await openEmptyLibrary();
	const record = inventedRecord({
		id: 'pier1',
		publishedAt: '2031-05-03T08:00:00+02:00',
		paragraphs: [`"${words}," said Ada Quillon.`],
		quotes: [{ said: `${words},`, by: 'Ada Quillon', cue: 'said' }],
	});
	await open.archive.put([record]);
	const [utterance] = (await open.archive.seenBy(null).utterances({ limit: 1 })).utterances;
	const reference = utterance && readReference(referenceTo(utterance));
	if (!reference) throw new Error('There is no quotation.');
	await open.correctionsOf(here).correct(reference, { change: 'speaker', speaker: 'Emil Sand' }, '300');
});
afterAll(() => open.close());

it('digests name the speaker that each server sees', async () => {
	const reader = itemReader(open.libraryOf);
	const line = await open.libraryOf(null).line('pier1');
	const names = [];
	for (const server of [here, elsewhere, here]) {
		const items = await reader.all(server, line ? [line] : []);
		names.push(items.flatMap(({ mainSpeakers }) => mainSpeakers.map(({ speaker }) => speaker)).join());
	}
	expect(names).toEqual(['Emil Sand', 'Ada Quillon', 'Emil Sand']);
});

it('checks name the speaker that each server sees', async () => {
	const check = openChecks(open.viewOf);
	const answers = [];
	for (const server of servers) {
		const { checked } = await check(server)({ text: `“${words}”` });
		const text = JSON.stringify(checked);
		answers.push([text.includes('Emil Sand'), text.includes('Ada Quillon')]);
	}
	expect(answers.map(([corrected]) => corrected)).toEqual([true, false, true, false]);
	expect(answers[1]?.[1]).toBe(true);
});

it('answers about one article, which are kept ready, name the speaker that each server sees', async () => {
	const names = [];
	for (const server of servers)
		names.push(
			(await open.libraryOf(server).brief('pier1')).mainSpeakers.map(({ speaker }) => speaker).join(),
		);
	expect(names).toEqual(['Emil Sand', 'Ada Quillon', 'Emil Sand', 'Ada Quillon']);
});
