import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import { digestItems } from '../../src/digest/item.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import { readReference, referenceTo } from '../../src/library/reference.ts';
import type { Shelf } from '../../src/shelves.ts';
import type { ArticleView } from '../../src/stores/articles.ts';
import { quietLog } from '../quiet-log.ts';
import { inventedRecord } from './invented.ts';
import { correctHere, elsewhere, here, openPierLibrary, words } from './pier-library.ts';

// A server corrects something, mostly for the first time, while an answer is made for it: by then the answer is already
// promised to everybody who sees what the server saw.

let open: OpenLibrary;
beforeEach(async () => {
	open = await openPierLibrary();
});
afterEach(() => open.close());

/** What servers see, where `here` makes its first correction just before what it asks for is read. */
function seen(asks: 'utterances' | 'article' | 'speakers'): (server: Shelf) => ArticleView {
	let isFirst = true;
	const correct = async () => {
		if (!isFirst) return;
		isFirst = false;
		await correctHere(open);
	};
	return (server) => {
		const view = open.viewOf(server);
		if (server !== here) return view;
		const ask = view[asks] as (...given: unknown[]) => Promise<unknown>;
		return {
			...view,
			async [asks](...given: unknown[]) {
				await correct();
				return ask(...given);
			},
		};
	};
}

it.each(['one article', 'all'] as const)('an answer about %s is worked out again', async (about) => {
	const viewOf = seen(about === 'all' ? 'speakers' : 'utterances');
	const cache = openCache(null, quietLog);
	const names = async (server: Shelf) => {
		const answers = answersFrom(viewOf(server), cache);
		if (about === 'all') return (await answers.speakers(undefined, 0)).speakers.map(({ speaker }) => speaker);
		return (await answers.brief('pier1')).mainSpeakers.map(({ speaker }) => speaker);
	};
	const expected = [['Emil Sand'], ['Ada Quillon'], ['Ada Quillon']];
	expect(await Promise.all([here, elsewhere, null].map(names))).toEqual(expected);
	expect(await Promise.all([here, elsewhere, null].map(names))).toEqual(expected);
});

it('an answer about one article is kept under no correction that came after its line was read', async () => {
	await correctHere(open);
	const view = open.viewOf(here);
	let isFirst = true;
	const answers = answersFrom(
		{
			...view,
			async line(id) {
				const line = await view.line(id);
				if (isFirst) {
					isFirst = false;
					const [utterance] = (await open.archive.seenBy(null).utterances({ limit: 1 })).utterances;
					const reference = utterance && readReference(referenceTo(utterance));
					if (reference) await open.correctionsOf(here).correct(reference, { change: 'hidden' }, '300');
				}
				return line;
			},
		},
		openCache(null, quietLog),
	);
	const count = async () => (await answers.brief('pier1')).line.counts.quotes;
	await count();
	expect(await count()).toBe(0);
});

it('that no article has an id is asked once, until one has it', async () => {
	const view = open.viewOf(null);
	let asked = 0;
	const line = (id: string) => {
		asked++;
		return view.line(id);
	};
	const answers = answersFrom({ ...view, line }, openCache(null, quietLog));
	await open.archive.put([inventedRecord({ id: 'lantern1', headline: 'Lanterns' })]);
	expect((await answers.brief('Lanterns')).line.id).toBe('lantern1');
	const before = asked;
	expect((await answers.brief('Lanterns')).line.id).toBe('lantern1');
	// No more than what every answer asks for.
	expect(asked).toBe(before);
	await open.archive.put([inventedRecord({ id: 'Lanterns', headline: 'Others' })]);
	expect((await answers.brief('Lanterns')).line.id).toBe('Lanterns');
});

it('a digest’s item is read again', async () => {
	const viewOf = seen('utterances');
	const cache = openCache(null, quietLog);
	const reader = digestItems((server) => answersFrom(viewOf(server), cache));
	const line = await open.libraryOf(null).line('pier1');
	const names = async (server: string) => {
		const items = await reader.all(server, line ? [line] : []);
		return items.flatMap(({ mainSpeakers }) => mainSpeakers.map(({ speaker }) => speaker)).join();
	};
	expect(await Promise.all([here, elsewhere].map(names))).toEqual(['Emil Sand', 'Ada Quillon']);
	expect(await Promise.all([elsewhere, here].map(names))).toEqual(['Ada Quillon', 'Emil Sand']);
});

it('an article that is held for checks is read again', async () => {
	const check = openChecks(seen('article'));
	const named = async (server: string) => {
		const text = JSON.stringify((await check(server)({ text: `“${words}”` })).checked);
		return [text.includes('Emil Sand'), text.includes('Ada Quillon')];
	};
	await named(here);
	expect(await named(elsewhere)).toEqual([false, true]);
	expect((await named(here))[0]).toBe(true);
});
