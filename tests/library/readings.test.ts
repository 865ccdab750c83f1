import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import { openReadings, type Reading } from '../../src/library/answers/readings.ts';
import type { Shelf } from '../../src/shelves.ts';
import type { ArticleView } from '../../src/stores/articles.ts';
import { inventedRecord } from './invented.ts';
import { correctHere, elsewhere, here, openPierLibrary } from './pier-library.ts';

let open: OpenLibrary;
beforeEach(async () => {
	open = await openPierLibrary();
});
afterEach(() => open.close());

const firstSpeaker: Reading<{ readonly name: string | null; readonly text: string }> = {
	of: ({ quotes, paragraphs }) => ({ name: quotes[0]?.speaker ?? null, text: paragraphs.join(' ') }),
	most: 10,
};
/** What a server sees, and how often an article was fetched; `before` runs before one is. */
function watched(server: Shelf, before: () => Promise<unknown> = async () => {}) {
	const view = open.viewOf(server);
	const seen = {
		fetched: 0,
		view: {
			...view,
			article: async (id: string) => {
				seen.fetched += 1;
				await before();
				return view.article(id);
			},
		} satisfies ArticleView,
	};
	return seen;
}
const lineOf = async (view: ArticleView) => {
	const line = await view.line('pier1');
	if (line === null) throw new Error('There is no article.');
	return line;
};
const change = () =>
	open.archive.put([inventedRecord({ id: 'pier1', paragraphs: ['The pier was repaired after all.'] })]);

describe('what is worked out of an article', () => {
	it('is worked out once for each revision, whatever else comes in', async () => {
		const readings = openReadings();
		const { view } = watched(null);
		const seen = watched(null);
		const read = async () => readings.get(firstSpeaker, seen.view, await lineOf(view));
		const first = await read();
		await open.archive.put([inventedRecord({ id: 'another' })]);
		expect(await read()).toBe(first);
		expect(seen.fetched).toBe(1);
		await change();
		expect((await read())?.text).toBe('The pier was repaired after all.');
		expect(seen.fetched).toBe(2);
	});

	it('is not kept under a revision that it is not of', async () => {
		const readings = openReadings();
		const old = await lineOf(open.viewOf(null));
		// It changes after its line was read, and is changed back.
		const changed = await readings.get(firstSpeaker, watched(null, change).view, old);
		expect(changed?.text).toBe('The pier was repaired after all.');
		await open.close();
		open = await openPierLibrary();
		const read = await readings.get(firstSpeaker, open.viewOf(null), old);
		expect(read?.text).toContain('Nobody ever repairs a pier');
	});

	it('is of what a server has corrected for that server alone, also where it does so meanwhile', async () => {
		const readings = openReadings();
		const line = await lineOf(open.viewOf(null));
		const during = watched(here, () => correctHere(open));
		expect((await readings.get(firstSpeaker, during.view, line))?.name).toBe('Emil Sand');
		expect((await readings.get(firstSpeaker, open.viewOf(elsewhere), line))?.name).toBe('Ada Quillon');
		expect((await readings.get(firstSpeaker, open.viewOf(here), line))?.name).toBe('Emil Sand');
	});

	it('is nothing where the article has gone', async () => {
		const line = await lineOf(open.viewOf(null));
		expect(await openReadings().get(firstSpeaker, open.viewOf(null), { ...line, id: 'gone' })).toBeNull();
	});
});
