import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeDisqus } from '../reading/formats/make-disqus.ts';
import { lockSite, page, paragraphs, text } from './lock-site.ts';

const here = lockSite();

describe('an ingest of addresses', { timeout: 60_000 }, () => {
	it('follows a list of feeds to the pages of its items, and fetches no page twice', async () => {
		const given = [`${here.site}/stonewick`, `${here.site}/list.opml`];
		const first = await here.run(given);
		expect(first.headlines).toEqual(['Ambra', 'Ellery', 'Stonewick'].map((place) => `${place} Opens a Lock`));
		expect(first.outcomes.filter(({ kind }) => kind === 'refused')).toEqual([
			{
				kind: 'refused',
				name: `${here.site}/gone`,
				why: expect.stringContaining('has no page at this address'),
			},
		]);
		expect(here.asked).not.toContain('/ambra');
		here.asked = [];
		const again = await here.run(given);
		expect(again.headlines).toEqual(first.headlines);
		expect(again.outcomes.flatMap((one) => (one.kind === 'known' ? [one.name] : [])).toSorted()).toEqual([
			`${here.site}/ellery`,
			`${here.site}/stonewick`,
		]);
		expect(here.asked.filter((one) => one === '/stonewick' || one === '/ellery')).toEqual([]);
	});

	it('asks a feed again that had one item, and reads what it has now', async () => {
		const usual = here.answers;
		onTestFinished(() => {
			here.answers = usual;
		});
		const feedOf = (...places: string[]) => {
			const items = places.map(
				(place) => `<item><title>${place} Opens a Lock</title><link>${here.site}/${place}</link>
				<content:encoded><![CDATA[${[place, 'Oldgate', 'Marrow'].map(paragraphs).join('')}]]></content:encoded></item>`,
			);
			const rss = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
				<title>The Tide</title><link>${here.site}</link>${items.join('')}</channel></rss>`;
			here.answers = () => ({ ...usual(), '/latest': ['application/rss+xml', rss] });
		};
		feedOf('Ambra');
		const first = await here.run([`${here.site}/latest`]);
		expect(first.headlines).toEqual(['Ambra Opens a Lock']);
		feedOf('Tarn', 'Ambra');
		const again = await here.run([`${here.site}/latest`]);
		expect(again.headlines).toEqual(['Ambra Opens a Lock', 'Tarn Opens a Lock']);
		expect(again.outcomes).toEqual([{ kind: 'read', name: `${here.site}/latest`, articles: 2, fresh: 1 }]);
	});

	it('asks several sites at the same time, and each of them for one page at a time', async () => {
		const port = new URL(here.site).port;
		const hosts = ['a', 'b', 'c'].map((name) => `http://${name}.example:${port}`);
		const underWay = new Map<string, number>();
		let mostOfOne = 0;
		const { promise: allAsked, resolve } = Promise.withResolvers<void>();
		here.slow = async (host) => {
			underWay.set(host, (underWay.get(host) ?? 0) + 1);
			mostOfOne = Math.max(mostOfOne, ...underWay.values());
			// No site answers before all three were asked.
			if (underWay.size === hosts.length) resolve();
			await allAsked;
			await pause(50);
			underWay.set(host, (underWay.get(host) ?? 0) - 1);
		};
		const given = hosts.flatMap((host) => [`${host}/stonewick`, `${host}/ellery`, `${host}/not-there`]);
		const { outcomes } = await here.run(given);
		expect(outcomes.map(({ name }) => name).toSorted()).toEqual(given.toSorted());
		const refused = outcomes.flatMap((one) => (one.kind === 'refused' ? [one.name] : []));
		expect(refused.toSorted()).toEqual(hosts.map((host) => `${host}/not-there`));
		expect(mostOfOne).toBe(1);
	});

	it('keeps articles apart that differ only in numbers and names', async () => {
		const numbered = (lock: string) => ({
			headline: `Lock ${lock} Opens`,
			paragraphs: text('Ambra').map((one) => `${one} This is lock ${lock}.`),
		});
		const paths = ['one one', 'one one one', 'one one one one'].map(async (lock) => {
			const path = join(here.folder, `${lock}.json`);
			await writeFile(path, JSON.stringify(numbered(lock)));
			return path;
		});
		expect((await here.run(await Promise.all(paths))).headlines).toHaveLength(3);
	});

	it('joins nearly the same text under two addresses', async () => {
		const { outcomes, headlines } = await here.run([
			`${here.site}/stonewick`,
			`${here.site}/print/stonewick`,
		]);
		expect(headlines).toEqual(['Stonewick Opens a Lock']);
		expect(outcomes).toEqual([
			{ kind: 'read', name: `${here.site}/stonewick`, articles: 1, fresh: 1 },
			{ kind: 'read', name: `${here.site}/print/stonewick`, articles: 1, fresh: 0 },
		]);
		// It is known by both.
		const again = await here.run([`${here.site}/stonewick`, `${here.site}/print/stonewick`]);
		expect(again.outcomes.map(({ kind }) => kind)).toEqual(['known', 'known']);
		expect(again.headlines).toEqual(headlines);
	});

	it('fetches nothing where it only looks', async () => {
		const { outcomes, headlines } = await here.run([`${here.site}/stonewick`], true);
		expect(outcomes).toEqual([{ kind: 'left', name: `${here.site}/stonewick` }]);
		expect(headlines).toEqual([]);
		expect(here.asked).toEqual([]);
	});
});

describe('an ingest of lists whose names do not say what they are', { timeout: 60_000 }, () => {
	it('follows a list of feeds, and reads an article whose name ends in .opml', async () => {
		const [list, article] = [join(here.folder, 'list.xml'), join(here.folder, 'lock.opml')];
		await writeFile(list, here.answers()['/list.opml']?.[1] ?? '');
		await writeFile(article, page('Tarn'));
		const { headlines, outcomes } = await here.run([list, article]);
		expect(headlines).toEqual(['Ambra', 'Ellery', 'Tarn'].map((place) => `${place} Opens a Lock`));
		expect(outcomes).toContainEqual({ kind: 'read', name: list, articles: 0, fresh: 0 });
	});

	it('puts comments under their articles that an address gives', async () => {
		const { comments, outcomes } = await here.run([`${here.site}/comments.xml`]);
		expect(comments['Stonewick Opens a Lock']?.map(({ author }) => author)).toEqual(['Ann Reed']);
		expect(outcomes.at(-1)).toMatchObject({ kind: 'comments', comments: 1, under: 1 });
	});
});

describe('an ingest of comments that Disqus has exported', { timeout: 60_000 }, () => {
	it('puts them under their articles, which it fetches where they are not there', async () => {
		const path = join(here.folder, 'comments.xml.gz');
		const posts = [
			{ id: 1, thread: 7, author: 'Ann Reed', at: '2026-03-02T08:00:00Z', message: '<p>At last a lock.</p>' },
			{
				id: 2,
				thread: 7,
				parent: 1,
				author: 'Bo Hart',
				at: '2026-03-02T09:00:00Z',
				message: '<p>Who pays?</p>',
			},
			{ id: 3, thread: 8, author: 'Cay', at: '2026-03-03T09:00:00Z', message: '<p>Ours is older.</p>' },
			{ id: 4, thread: 9, author: 'Dov', at: '2026-03-03T09:00:00Z', message: '<p>Where is it?</p>' },
		];
		const threads = [
			{ id: 7, link: `${here.site}/stonewick/?utm_source=mail` },
			{ id: 8, link: `${here.site}/ellery` },
			{ id: 9, link: `${here.site}/gone` },
		];
		await writeFile(path, gzipSync(makeDisqus(threads, posts)));
		const first = await here.run([`${here.site}/stonewick`, path]);
		expect(first.comments).toEqual({
			'Stonewick Opens a Lock': [
				{ author: 'Ann Reed', replyTo: null, text: 'At last a lock.', postedAt: '2026-03-02T08:00:00Z' },
				{ author: 'Bo Hart', replyTo: 'Ann Reed', text: 'Who pays?', postedAt: '2026-03-02T09:00:00Z' },
			],
			'Ellery Opens a Lock': [
				{ author: 'Cay', replyTo: null, text: 'Ours is older.', postedAt: '2026-03-03T09:00:00Z' },
			],
		});
		expect(first.outcomes.at(-1)).toEqual({
			kind: 'comments',
			name: path,
			comments: 3,
			under: 2,
			missing: 1,
		});
		expect(first.outcomes).toContainEqual(
			expect.objectContaining({ kind: 'refused', name: `${here.site}/gone` }),
		);
		// Again, with one more: each is there once.
		const more = { id: 5, thread: 7, author: 'Eli', at: '2026-03-04T08:00:00Z', message: 'I do.' };
		await writeFile(path, gzipSync(makeDisqus(threads, [...posts, more])));
		const again = await here.run([path]);
		expect(again.comments['Stonewick Opens a Lock']?.map(({ author }) => author)).toEqual([
			'Ann Reed',
			'Bo Hart',
			'Eli',
		]);
		expect(again.comments['Ellery Opens a Lock']).toHaveLength(1);
	});
});
