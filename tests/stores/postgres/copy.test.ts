import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openArchive, openStore } from '../../../src/app/open-archive.ts';
import { defaultSettings } from '../../../src/digest/defaults.ts';
import type { Archive } from '../../../src/stores/archive.ts';
import { progressTable } from '../../../src/stores/copy/side.ts';
import { sqliteSide } from '../../../src/stores/copy/sqlite-side.ts';
import { inventedRecord } from '../../library/invented.ts';
import { run } from '../../process.ts';
import { newFolder, removed } from '../sqlite-under-test.ts';
import { harbour, library } from '../under-test.ts';
import { newDatabase, onServer } from './under-test.ts';

/** Puts something into every table. */
async function fill(archive: Archive): Promise<void> {
	const numbered = (from: number, count: number) =>
		Array.from({ length: count }, (_, at) =>
			inventedRecord({
				id: `article-${from + at}`,
				headline: `Number ${from + at} of Port Ellery`,
				topics: [`Topic ${at % 7}`, 'Numbers'],
				paragraphs: [`"Barge ${at} is late," said Speaker${at % 5} Quillon.`, '"No \u0000 lamps."'],
				quotes: [
					{ said: `Barge ${at} is late,`, by: `Speaker${at % 5} Quillon` },
					{ said: 'No \u0000 lamps.' },
				],
				comments: [{ author: 'Tess', text: `Comment ${at}.` }],
			}),
		);
	await archive.put([inventedRecord(harbour), ...numbered(0, 150)]);
	await archive.put([inventedRecord(library), inventedRecord(harbour), ...numbered(500, 30)], '100');
	const files = archive.sources({ shelf: null, kind: 'folder' });
	const file = { name: 'a.txt', size: 1, modified: 1.25, reader: 'reader-1' };
	const changing = (sha256: string, said: string) => {
		const record = inventedRecord({
			...harbour,
			id: 'changing',
			paragraphs: [`"${said}," said Ada Quillon.`, 'The rest stays.', 'And this.'],
			quotes: [{ said: `${said},`, by: 'Ada Quillon' }],
		});
		return { ...record, article: { ...record.article, source: { ...record.article.source, sha256 } } };
	};
	await files.put([changing('a'.repeat(64), 'We shall sink')], { ...file, sha256: 'a'.repeat(64) });
	await files.put([changing('b'.repeat(64), 'We shall float')], { ...file, sha256: 'b'.repeat(64) });
	await files.fail({ ...file, name: 'b.txt', sha256: null }, 'is empty');
	await files.startReader('reader-1');
	await archive.keep('a long option');
	await archive.threads.put('700', 'harbour');
	await archive.corrections.put('100', {
		...({ article: 'harbour', key: 'AAAAAAAAAAA', change: 'speaker', speaker: 'Bruno Quillon' } as const),
		...{ words: 'We were', was: 'Ada Quillon', member: '300' },
	});
	await archive.digests.putSettings({
		...{ server: '100', channel: '200', time: '08:30', zone: 'Europe/Berlin', ...defaultSettings },
		...{ first: '2031-05-01', setBy: '300' },
	});
	const slot = { server: '100', date: '2031-05-03', slot: 'daily' };
	await archive.digests.claim(slot, { holder: 'one', leaseMs: 1, channel: '200', dueAt: 1 });
	await archive.digests.settle(slot, 'one', { state: 'posted', message: '1', shown: ['harbour'] });
	const place = { server: '100', channel: '200', article: 'harbour' };
	await archive.discussions.begin(place, { holder: 'one', leaseMs: 60_000, member: '300' });
	await archive.discussions.opened(place, 'one', '701');
	await archive.discussions.count('701', { kind: 'speaker', of: 'Ada Quillon' });
	const follow = { member: '9', server: null, kind: 'topic', subject: 'Books', key: 'books' } as const;
	await archive.follows.put({ ...follow, pace: 'at once', target: 'direct', covered: 0 }, 5);
	const post = { member: '9', target: 'direct' };
	const claimed = await archive.follows.claim(post, { holder: 'one', leaseMs: 60_000 });
	const id = claimed?.follows[0]?.id ?? 0;
	await archive.follows.settle(post, 'one', { posted: true, covered: [{ id, upTo: 3, told: ['library'] }] });
	await archive.explanations.spend('100', 5);
	const added = {
		name: 'key',
		kind: 'link',
		address: 'https://ellery.example/',
		article: 'library',
	} as const;
	await archive.additions.put('100', [{ ...added, member: '300', joined: false }]);
	await archive.additions.spend('100', '300', { member: 5, server: 5 });
	await archive.additions.setRules('100', { who: 'managers', role: null, daily: 3 });
	const none = { take: [], leave: [] };
	await archive.feeds.subscribe(
		{
			...{
				server: '100',
				address: 'https://ellery.example/feed',
				title: 'Ellery',
				site: null,
				addedBy: '300',
			},
			filters: { topics: none, words: none, speakers: none },
		},
		5,
	);
	await archive.shards.renew('one', { count: 4, length: 60_000 });
	await archive.shards.reserveIdentify(0, 5_000);
}

/** What is asked in every way that goes through an index. */
async function answers(archive: Archive): Promise<unknown> {
	const view = archive.seenBy('100');
	const search = { all: [['barge']], none: ['quarry'], pairs: [], limit: 5 };
	return {
		status: await view.status(),
		latest: await view.latest(300),
		headline: await view.linesByWords(['number', '14'], 'all', 20),
		speakers: [await view.speakers(20), await view.speakersByWords(['speaker3'], 'all', 5)],
		topics: [await view.topics(20), await view.topicsByWords(['top'], 'all', 9)],
		about: await view.utterances({ about: ['barges'], limit: 7, partly: 3 }),
		like: await view.utterancesLike({ words: ['barge', '17'], limit: 4 }),
		begins: (await view.utterancesBeginning('barge 12', 5)).length,
		found: [await view.searchUtterances(search), await view.searchArticles('text', search)],
		comments: await view.searchArticles('comment', { ...search, all: [['comment']] }),
		months: await view.monthsOfTopics({ months: 5, topics: 5 }),
		former: await view.former({ about: ['sink'], speaker: ['ada'], limit: 5 }),
		revisions: await view.revisions('changing'),
		words: await view.hasWord('utterance', 'barge'),
		arrivals: await archive.digests.arrivals({ shelf: '100', addedAfter: 0, limit: 5 }),
		last: await archive.digests.lastArrival(),
		settings: await archive.digests.settings('100'),
		kept: await archive.find(await archive.keep('a long option')),
		corrections: [await archive.corrections.of('100'), archive.corrections.generation('100')],
		generation: view.generation(),
	};
}

const program = new URL('../../../src/bin/copy.ts', import.meta.url).pathname;

/**
 * Copies with the program, which is killed again and again, each time later after it has begun: by more and more, since
 * a busy machine may take a minute for what a quick one does in half a second.
 * @returns how often it was killed inside.
 */
async function copyThroughKills(from: string, to: string, isBegun: () => Promise<boolean>) {
	let killedInside = 0;
	for (let wait = 5; ; wait = wait * 1.25 + 20 + Math.random() * 60) {
		const { child, ended, logged } = run(program, [from, to], {});
		// Where everything was copied before, it says nothing.
		const begun = logged('copying ').catch(() => null);
		const timer = begun.then(() => pause(wait)).then(() => child.kill('SIGKILL'));
		const { code, stdout, stderr } = await ended;
		if (code === 0) return { stdout, killedInside };
		if (code !== null) throw new Error(stderr);
		await timer;
		if (await isBegun()) killedInside++;
	}
}

describe('copying an archive', () => {
	const undo: (() => Promise<void>)[] = [];
	afterEach(async () => {
		for (const one of undo.splice(0).reverse()) await one();
	});
	const folder = async () => {
		const made = await newFolder();
		undo.push(() => removed(made));
		return made;
	};
	const database = async () => {
		const { url, discard } = await newDatabase();
		undo.push(discard);
		return url;
	};

	it('moves everything from SQLite to PostgreSQL and back, however often it is killed', async () => {
		const [first, url, last] = [await folder(), await database(), await folder()];
		const source = await openArchive(first);
		await fill(source);
		const expected = await answers(source);
		await source.close();

		const there = async () =>
			(await onServer(`SELECT 1 FROM pg_tables WHERE tablename = '${progressTable}'`, url)).length > 0;
		const to = await copyThroughKills(first, url, there);
		expect(to.killedInside).toBeGreaterThan(0);
		const counted = to.stdout.trim().split('\n');
		expect(counted.find((line) => line.startsWith('articles '))).toMatch(/^articles\s+183\s+183$/u);
		expect(counted.length).toBeGreaterThan(35);
		for (const line of counted) expect(line).toMatch(/^\w+\s+(\d+)\s+\1$/u);

		const copied = await openStore({ dataDir: first, storeUrl: url });
		expect(await answers(copied)).toEqual(expected);
		await copied.close();

		await copyThroughKills(url, last, async () => {
			const side = sqliteSide(last, 'to');
			const begun = await side.isUnfinished();
			await side.close();
			return begun;
		});
		const [one, other] = [sqliteSide(first, 'from'), sqliteSide(last, 'from')];
		for (const { name, columns, key } of await one.tables()) {
			const rows = (side: typeof one) =>
				side.all(
					`SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${name} ORDER BY ${key.join(', ')}`,
				);
			expect([name, await rows(other)]).toEqual([name, await rows(one)]);
		}
		await one.close();
		await other.close();
		const back = await openArchive(last);
		expect(await answers(back)).toEqual(expected);
		// What is added next gets a number of its own.
		await back.put([inventedRecord({ id: 'next' })]);
		expect(await back.seenBy(null).line('next')).toMatchObject({ id: 'next' });
		await back.close();
	}, 120_000);

	it('numbers what is added after it behind what was copied', async () => {
		const [first, url] = [await folder(), await database()];
		const source = await openArchive(first);
		await fill(source);
		await source.close();
		expect(await run(program, [first, url], {}).ended).toMatchObject({ code: 0 });
		const copied = await openStore({ dataDir: first, storeUrl: url });
		const [known] = await copied.follows.of('9');
		const follow = { member: '9', server: null, kind: 'topic', subject: 'Piers', key: 'piers' } as const;
		await copied.follows.put({ ...follow, pace: 'daily', target: 'direct', covered: 0 }, 5);
		expect((await copied.follows.of('9')).at(-1)?.id).toBeGreaterThan(known?.id ?? Number.NaN);
		const before = await copied.digests.lastArrival();
		await copied.put([inventedRecord({ id: 'next' })]);
		expect(await copied.digests.lastArrival()).toBeGreaterThan(before);
		await copied.close();
	});

	it('refuses a place that holds something, and one where nothing is, in one line', async () => {
		const [empty, full, url] = [await folder(), await folder(), await database()];
		const archive = await openArchive(full);
		await archive.put([inventedRecord(harbour)]);
		await archive.close();
		const refused = async (...args: string[]) => {
			const { code, stderr } = await run(program, args, {}).ended;
			expect(code).toBe(1);
			return stderr.trim().split('\n').at(-1);
		};
		expect(await refused(empty, url)).toMatch(/^There is no archive in ".+" to copy\.$/u);
		expect(await refused(url, empty)).toMatch(/^There is no archive at .+ to copy\.$/u);
		expect(await refused(full)).toMatch(/^Say from where to where/u);
		// A slip in an address makes no folder of that name.
		expect(await refused(full, url.replace('postgres:', 'postgre:'))).toMatch(/begin with postgres:\/\//u);
		expect(await refused(full, 'STORE_URL')).toMatch(/^STORE_URL is not set/u);
		const other = await folder();
		const another = await openArchive(other);
		await another.put([inventedRecord(library)]);
		await another.close();
		expect(await refused(full, other)).toMatch(/holds an archive already: choose an empty place/u);
	});

	it('lets no bot open an archive that is only half there', async () => {
		const url = await database();
		await (await openStore({ dataDir: '', storeUrl: url })).close();
		await onServer(`CREATE TABLE ${progressTable} (name text PRIMARY KEY, at text NOT NULL)`, url);
		await expect(openStore({ dataDir: '', storeUrl: url })).rejects.toThrow(
			/^A copy into .+ was not finished/u,
		);
		const half = await folder();
		await (await openArchive(half)).close();
		const side = sqliteSide(half, 'to');
		await side.apply([{ sql: `CREATE TABLE ${progressTable} (name TEXT PRIMARY KEY, at TEXT)`, values: [] }]);
		await side.close();
		await expect(openArchive(half)).rejects.toThrow(/^A copy into .+ was not finished/u);
	});
});
