import { describe, expect, it, vi } from 'vitest';
import { noFilters, readTerms } from '../../../src/sources/feeds/terms.ts';
import { makePdf } from '../../reading/formats/make.ts';
import { articlePage, wholeText } from './feed-site.ts';
import { began, hour, minute, type Polled, polled } from './polled.ts';

const add = ({ feeds, address }: Polled, server = '100', filters = {}) =>
	feeds.service.add({ server, member: '9', address, filters });
const only = async ({ feeds }: Polled, server = '100') => {
	const [subscription, ...others] = await feeds.service.list(server);
	if (!subscription || others.length > 0) throw new Error('The server does not have one feed.');
	return subscription;
};
const ferry = { id: 'ferry', headline: 'Ferry late again', text: wholeText('We waited for hours') };
const pier = { id: 'pier', headline: 'Pier painted', text: wholeText('It is blue now') };

describe('a feed that is polled', () => {
	it('takes in nothing that was there before, and what is new on the shelf of each server that has it', async () => {
		const test = await polled();
		test.site.items = [pier];
		expect((await add(test)).subscription.feed.baseline).toBe(1);
		await add(test, '200');
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual([]);
		test.site.items = [{ ...ferry, at: test.now() }, pier];
		await test.after(2 * hour);
		for (const server of ['100', '200']) expect(await test.seenBy(server)).toEqual(['Ferry late again']);
		for (const other of ['300', null]) expect(await test.seenBy(other)).toEqual([]);
		const arrivals = await test.archive.digests.arrivals({ shelf: '200', addedAfter: 0, limit: 10 });
		expect(arrivals).toMatchObject([{ quotes: 1, speakers: 1 }]);
		const { utterances } = await test.archive.seenBy('100').utterances({ limit: 5 });
		expect(utterances[0]).toMatchObject({
			speaker: 'Mara Quill',
			article: { site: 'Bell & Port', url: `${test.site.address}/ferry`, atIs: 'published' },
		});
		expect(await only(test)).toMatchObject({ taken: 1, takenAt: test.now(), title: 'Bell & Port' });
	});

	it('fetches the page where the feed has only the beginning, if robots.txt allows it', async () => {
		const test = await polled('User-agent: *\nDisallow: /private\n');
		await add(test);
		test.site.pages['/ferry'] = articlePage('Ferry late again', 'We waited for hours', 'Ida Berg');
		test.site.pages['/private/pier'] = articlePage('Pier painted', 'It is blue now');
		test.site.items = [
			{ id: 'ferry', headline: 'Ferry late', at: began, topic: 'Harbours' },
			{ id: 'pier', headline: 'Pier painted', link: '/private/pier' },
			{ id: 'gone', headline: 'Gone' },
		];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual(['Ferry late again']);
		expect(test.site.asked('/private/pier')).toEqual([]);
		const [line] = await test.archive.seenBy('100').latest(1);
		const article = await test.archive.seenBy('100').article(line?.id ?? '');
		// The page says neither when nor on what; the feed does.
		expect(article).toMatchObject({ publishedAt: new Date(began).toISOString(), topics: ['Harbours'] });
		expect(article?.quotes[0]).toMatchObject({ text: 'We waited for hours,', speaker: 'Ida Berg' });
	});

	it('reads a PDF that an item leads to', async () => {
		const test = await polled();
		await add(test);
		const lines = [
			'The ferry left the harbour an hour after dark, the harbour office said on Monday.',
			'\x93We waited for hours,\x94 said Ida Berg, who keeps the only shop of the island.',
			'The boat takes forty passengers and makes the crossing in twenty minutes, three times a day.',
			'A new engine was ordered in spring, and the harbour office expects it before the winter comes.',
		];
		const pdf = makePdf([
			[
				{ text: 'Ferry Late Again', x: 60, y: 770, size: 22 },
				...lines.map((text, at) => ({ text, x: 60, y: 700 - 40 * at })),
			],
		]);
		test.site.pageAnswer = (_request, response) => {
			response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
		};
		test.site.items = [{ id: 'ferry', headline: 'Ferry', link: '/ferry.pdf' }];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual(['Ferry Late Again']);
		const { utterances } = await test.archive.seenBy('100').utterances({ limit: 5 });
		expect(utterances).toMatchObject([
			{ speaker: 'Ida Berg', article: { url: `${test.site.address}/ferry.pdf` } },
		]);
	});

	it('tries a page again that could not be fetched, and takes it in then', async () => {
		const test = await polled();
		await add(test);
		test.site.items = [{ id: 'ferry', headline: 'Ferry' }];
		let isDown = true;
		test.site.pageAnswer = (_request, response) => {
			if (isDown) response.writeHead(503).end();
			else
				response
					.writeHead(200, { 'content-type': 'text/html' })
					.end(articlePage('Ferry late again', 'We waited'));
		};
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual([]);
		isDown = false;
		await test.after(20 * minute);
		expect(await test.seenBy('100')).toEqual(['Ferry late again']);
		expect((await only(test)).feed.trouble).toBeNull();
	});

	it('takes the text of an article from the site that has it, whatever a feed of another site says', async () => {
		const test = await polled();
		await add(test);
		test.site.pages['/ferry'] = articlePage('Ferry late again', 'We waited for hours');
		// Another name of the same machine: another site.
		const foreign = `http://localhost:${test.site.port}/ferry`;
		test.site.items = [{ ...ferry, link: foreign, text: wholeText('I never said this') }];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual([]);
		expect(JSON.stringify(await test.archive.seenBy('100').utterances({ limit: 5 }))).not.toContain(
			'never said',
		);
	});

	it('asks only for what has changed, and less often where nothing does', async () => {
		const test = await polled();
		test.site.items = [pier];
		await add(test);
		const before = (await only(test)).feed.nextAt - began;
		await test.after(2 * hour);
		await test.after(24 * hour);
		const asked = test.site.asked('/feed');
		expect(asked).toHaveLength(3);
		expect(asked.at(-1)?.headers['if-none-match']).toMatch(/^"\w{12}"$/u);
		const { nextAt } = (await only(test)).feed;
		expect(nextAt - test.now()).toBeGreaterThan(before);
	});

	it('is left alone for as long as it asks', async () => {
		const test = await polled();
		test.site.head = '<ttl>300</ttl>';
		await add(test);
		await test.after(4 * hour);
		expect(test.site.asked('/feed')).toHaveLength(1);
		await test.after(2 * hour);
		expect(test.site.asked('/feed')).toHaveLength(2);
		test.site.answer = (_request, response) => response.writeHead(429, { 'retry-after': '36000' }).end();
		await test.after(8 * hour);
		expect((await only(test)).feed.trouble).toContain('too many requests');
		await test.after(9 * hour);
		expect(test.site.asked('/feed')).toHaveLength(3);
		await test.after(2 * hour);
		expect(test.site.asked('/feed')).toHaveLength(4);
	});

	it('is looked for where it has moved to for good, and not where it is only for now', async () => {
		const test = await polled();
		await add(test);
		const to = (status: number, place: string) => {
			test.site.answer = (request, response) => {
				if (request.url === place) {
					response.writeHead(200, { 'content-type': 'text/xml' });
					response.end('<rss version="2.0"><channel><title>Moved</title></channel></rss>');
				} else response.writeHead(status, { location: place }).end();
			};
		};
		to(302, '/feed-for-now');
		await test.after(2 * hour);
		expect((await only(test)).address).toBe(test.address);
		to(301, '/feed-new');
		await test.after(24 * hour);
		expect(await only(test)).toMatchObject({
			address: `${test.site.address}/feed-new`,
			title: 'Moved',
			feed: { movedFrom: test.address },
		});
		const before = test.site.asked('/feed').length;
		await test.after(24 * hour);
		expect(test.site.asked('/feed')).toHaveLength(before);
	});

	it('ends where the site says that it is gone, and those who manage the servers are told', async () => {
		const test = await polled();
		await add(test);
		await add(test, '200');
		test.site.answer = (_request, response) => response.writeHead(410).end();
		await test.after(2 * hour);
		expect(test.told.map(({ server, since }) => [server, since])).toEqual([
			['100', null],
			['200', null],
		]);
		expect((await only(test)).feed.ended).toContain('gone for good');
		await test.after(48 * hour);
		// Once for each server that added it, and once more.
		expect(test.site.asked('/feed')).toHaveLength(3);
	});

	it('is tried again after longer and longer pauses, and they are told of it once, after a day', async () => {
		const test = await polled();
		await add(test);
		test.site.answer = (_request, response) => response.end('<rss><channel><item><title>x</titel>');
		await test.after(2 * hour);
		expect((await only(test)).feed).toMatchObject({
			failingSince: test.now(),
			trouble: expect.stringContaining('broken'),
		});
		for (let n = 0; n < 23 * 4; n++) await test.after(15 * minute);
		// 15, 30, 60, 120 … minutes: seven times in a day, and not a hundred.
		expect(test.site.asked('/feed').length).toBeLessThan(11);
		expect(test.told).toEqual([]);
		for (let n = 0; n < 48; n++) await test.after(hour);
		expect(test.told).toMatchObject([{ server: '100', addedBy: '9', address: test.address }]);
		test.site.answer = null;
		await test.after(24 * hour);
		expect((await only(test)).feed.trouble).toBeNull();
	});

	it('takes in only what a server wants', async () => {
		const test = await polled();
		await add(test, '100', { words: readTerms('-painted', 'words') });
		await add(test, '200', { speakers: readTerms('Ida Berg', 'speakers') });
		await add(test, '300');
		test.site.items = [{ ...ferry, text: wholeText('We waited', 'Ida Berg') }, pier];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual(['Ferry late again']);
		expect(await test.seenBy('200')).toEqual(['Ferry late again']);
		expect((await test.seenBy('300')).sort()).toEqual(['Ferry late again', 'Pier painted']);
		expect(await only(test, '200')).toMatchObject({
			taken: 1,
			filters: { ...noFilters, speakers: { take: ['Ida Berg'] } },
		});
	});

	it('takes in nothing while it is paused, nor what came meanwhile', async () => {
		const test = await polled();
		await add(test);
		await test.feeds.service.change('100', '1', { paused: true });
		test.site.items = [pier];
		await test.after(24 * hour);
		await test.feeds.service.change('100', '1', { paused: false });
		await test.after(minute);
		expect(await test.seenBy('100')).toEqual([]);
		test.site.items = [ferry, pier];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual(['Ferry late again']);
	});

	it('brings up nothing that is weeks old', async () => {
		const test = await polled();
		await add(test);
		test.site.items = [
			{ ...ferry, at: began - 20 * 24 * hour },
			{ ...pier, at: began },
		];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual(['Pier painted']);
	});

	it('is polled by one of several processes', async () => {
		const test = await polled();
		const second = await test.another();
		await add(test);
		for (let n = 0; n < 30; n++) {
			await test.archive.feeds.subscribe(
				{
					server: '100',
					address: `${test.address}-${n}`,
					title: null,
					site: null,
					addedBy: '9',
					filters: noFilters,
				},
				100,
			);
		}
		await Promise.all([test.feeds.tick(), second.tick(), test.feeds.tick()]);
		await Promise.all([test.feeds.idle(), second.idle()]);
		const paths = test.site.requests.map(({ url }) => url).filter((url) => url?.startsWith('/feed-'));
		expect(paths).toHaveLength(30);
		expect(new Set(paths).size).toBe(30);
	});

	it('comes in once where a process ends after it put the article there and before it wrote that down', async () => {
		const test = await polled();
		await add(test);
		test.site.items = [ferry];
		// Another process has the claim by then, so nothing is written down of this poll.
		const settle = vi.spyOn(test.archive.feeds, 'settle').mockResolvedValueOnce(false);
		await test.after(2 * hour);
		settle.mockRestore();
		expect(await test.seenBy('100')).toEqual(['Ferry late again']);
		const before = await test.archive.digests.lastArrival();
		await test.after(11 * minute);
		expect(test.site.asked('/feed')).toHaveLength(3);
		expect(await test.seenBy('100')).toEqual(['Ferry late again']);
		const arrivals = await test.archive.digests.arrivals({ shelf: '100', addedAfter: 0, limit: 10 });
		expect(arrivals).toHaveLength(1);
		expect(arrivals[0]?.number).toBeLessThanOrEqual(before);
		expect((await only(test)).taken).toBe(1);
	});

	it('does not keep the bot busy with texts that are made to be slow', async () => {
		const test = await polled();
		await add(test);
		const slow = `${'<b><i><a>'.repeat(60_000)}x`;
		test.site.items = Array.from({ length: 6 }, (_, n) => ({ id: `s${n}`, headline: `S${n}`, text: slow }));
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual([]);
		test.site.items = [ferry];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual(['Ferry late again']);
	}, 120_000);

	it('ends what is being fetched where the bot ends', async () => {
		const test = await polled();
		await add(test);
		const { promise: asked, resolve } = Promise.withResolvers<void>();
		test.site.answer = () => resolve();
		const polling = test.after(2 * hour);
		await asked;
		await test.feeds.stop();
		await polling;
		expect((await only(test)).feed).toMatchObject({ trouble: null, failingSince: null });
	});
});
