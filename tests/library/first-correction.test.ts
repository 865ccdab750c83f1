import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import { digestItems } from '../../src/digest/item.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { Shelf } from '../../src/shelves.ts';
import type { ArticleView } from '../../src/stores/articles.ts';
import { quietLog } from '../quiet-log.ts';
import { correctHere, elsewhere, here, openPierLibrary, words } from './pier-library.ts';

// A server corrects something for the first time while an answer is made for it: by then the answer is already
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
