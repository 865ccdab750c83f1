import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { Library } from '../../src/library/library.ts';
import { archiveName } from '../../src/stores/sqlite/open.ts';
import { quietLog } from '../quiet-log.ts';
// An archive of invented articles as the first release wrote it, and what that release answered out of it.
import before from './archives/first-release.json' with { type: 'json' };

/** That release put capitals before lower case. */
const byName = (a: { topic: string }, b: { topic: string }) => (a.topic < b.topic ? -1 : 1);

/** That release left the name in front of an answer ("Ann, I do") under the line that names who is answered. */
const withoutNamesInFront = (answer: typeof before.answers.comments) => ({
	...answer,
	comments: answer.comments.map((comment) => {
		const [, rest = null] = comment.text.split(`${comment.answers?.author}, `);
		return rest === null ? comment : { ...comment, text: rest.slice(0, 1).toUpperCase() + rest.slice(1) };
	}),
});

/** That release called them voices, and chose other sentences for the summary. */
const withMainSpeakers = (briefs: typeof before.answers.briefs) =>
	Object.fromEntries(
		Object.entries(briefs).map(([id, { voices, summary: _, ...brief }]) => [
			id,
			{ ...brief, mainSpeakers: voices },
		]),
	);

describe('an archive that the first release wrote', () => {
	let dataDir: string;
	let archive: Awaited<ReturnType<typeof openArchive>>;
	let library: Library;
	beforeAll(async () => {
		dataDir = await mkdtemp(join(tmpdir(), 'verbatim-migration-'));
		const packed = await readFile(new URL('./archives/first-release.sqlite.gz', import.meta.url));
		await writeFile(join(dataDir, archiveName), await promisify(gunzip)(packed));
		archive = await openArchive(dataDir);
		library = answersFrom(archive.seenBy(null), openCache(null, quietLog));
	});
	afterAll(async () => {
		await archive.close();
		await rm(dataDir, { recursive: true, force: true });
	});

	it('answers the same', async () => {
		const { answers } = before;
		const ids = answers.latest.map(({ id }) => id);
		const each = async <Value>(ask: (id: string) => Promise<Value>) =>
			Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await ask(id)] as const)));
		expect({
			latest: await library.latest(10),
			topics: (await library.topics()).topics.toSorted(byName),
			status: await library.status(),
			briefs: await each((id) => library.brief(id)),
			articles: await each((id) => library.article(id)),
			quotes: await library.quotes({}),
			ofSpeaker: await library.quotes({ speaker: 'quillon' }),
			about: await library.quotes({ about: 'promise' }),
			inArticle: await library.quotes({ article: 'night ferry', speaker: 'tesen' }),
			articlesOn: await library.articlesOn('port ellery'),
			comments: await library.comments({ article: 'night ferry', sort: 'threads', seed: 0 }),
			suggestArticles: await library.suggestArticles('ferr', 25),
			suggestSpeakers: await library.suggestSpeakers('a', 25),
			suggestTopics: await library.suggestTopics('li', 25),
			slip: await library.suggestArticles('libary', 25),
		}).toMatchObject({
			...answers,
			topics: answers.topics.toSorted(byName),
			briefs: withMainSpeakers(answers.briefs),
			comments: withoutNamesInFront(answers.comments),
		});
	});

	it('summarises its articles in their own words', async () => {
		for (const { id } of before.answers.latest) {
			const { summary } = await library.brief(id);
			const { paragraphs } = await library.article(id);
			expect(summary.length).toBeGreaterThan(0);
			for (const { paragraph, text } of summary) expect(paragraphs[paragraph]).toContain(text);
		}
	});

	it('knows its files, and which of them hold the same article', async () => {
		const files = archive.sources({ shelf: null, kind: 'folder' });
		const names = (await files.list('', 10)).map(({ name }) => name);
		expect(names).toEqual(['empty.txt', 'ferry.txt', 'lamps.json', 'sub/ferry-copy.txt', 'sub/pier.txt']);
		const ferry = await library.brief('night ferry');
		await files.remove('ferry.txt');
		expect(await library.brief('night ferry')).toEqual(ferry);
		await files.remove('sub/ferry-copy.txt');
		expect(await library.status()).toMatchObject({ articles: 2, quotes: 4, speakers: 3 });
	});

	it('keeps the digests, what they covered, and kept options', async () => {
		const digests = archive.digests;
		const { settings, entries } = before.digests;
		expect(await digests.settings('s1')).toMatchObject(settings);
		expect(await digests.entries('s1', '2031-05-12')).toMatchObject(entries);
		expect(await archive.find(before.kept)).toBe('{"about":"a ferry at night"}');
	});
});
