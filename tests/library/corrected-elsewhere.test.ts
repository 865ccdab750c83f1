import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import { digestItems } from '../../src/digest/item.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import { correctHere, elsewhere, here, openPierLibrary, words } from './pier-library.ts';

// What keeps answers ready for several servers must not show one server's corrections to another.
const servers = [here, elsewhere, here, null];

let open: OpenLibrary;
beforeAll(async () => {
	open = await openPierLibrary();
	await correctHere(open);
});
afterAll(() => open.close());

it('digests name the speaker that each server sees', async () => {
	const reader = digestItems(open.libraryOf);
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

it('what somebody said names the speaker that each server sees, and says where that was corrected', async () => {
	const answers = [];
	for (const server of servers) {
		const { answered, passages } = await open.libraryOf(server).ask('What did Emil Sand say?');
		answers.push(answered ? passages.map(({ speaker, corrected }) => [speaker, corrected?.was]) : null);
	}
	const corrected = [['Emil Sand', 'Ada Quillon']];
	expect(answers).toEqual([corrected, null, corrected, null]);
});
