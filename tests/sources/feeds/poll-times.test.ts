import { describe, expect, it, vi } from 'vitest';
import { noFilters } from '../../../src/sources/feeds/terms.ts';
import { wholeText } from './feed-site.ts';
import { addFeed, began, hour, minute, onlyFeed, polled } from './polled.ts';

const ferry = { id: 'ferry', headline: 'Ferry late again', text: wholeText('We waited for hours') };
const pier = { id: 'pier', headline: 'Pier painted', text: wholeText('It is blue now') };

describe('when a feed is polled: it', () => {
	it('asks only for what has changed, and less often where nothing does', async () => {
		const test = await polled();
		test.site.items = [pier];
		await addFeed(test);
		const before = (await onlyFeed(test)).feed.nextAt - began;
		await test.after(2 * hour);
		await test.after(24 * hour);
		const asked = test.site.asked('/feed');
		expect(asked).toHaveLength(3);
		expect(asked.at(-1)?.headers['if-none-match']).toMatch(/^"\w{12}"$/u);
		const { nextAt } = (await onlyFeed(test)).feed;
		expect(nextAt - test.now()).toBeGreaterThan(before);
	});

	it('is left alone for as long as it asks', async () => {
		const test = await polled();
		test.site.head = '<ttl>300</ttl>';
		await addFeed(test);
		await test.after(4 * hour);
		expect(test.site.asked('/feed')).toHaveLength(1);
		await test.after(2 * hour);
		expect(test.site.asked('/feed')).toHaveLength(2);
		test.site.answer = (_request, response) => response.writeHead(429, { 'retry-after': '36000' }).end();
		await test.after(8 * hour);
		expect((await onlyFeed(test)).feed.trouble).toContain('too many requests');
		await test.after(9 * hour);
		expect(test.site.asked('/feed')).toHaveLength(3);
		await test.after(2 * hour);
		expect(test.site.asked('/feed')).toHaveLength(4);
	});

	it('is looked for where it has moved to for good, and not where it is only for now', async () => {
		const test = await polled();
		await addFeed(test);
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
		expect((await onlyFeed(test)).address).toBe(test.address);
		to(301, '/feed-new');
		await test.after(24 * hour);
		expect(await onlyFeed(test)).toMatchObject({
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
		await addFeed(test);
		await addFeed(test, '200');
		test.site.answer = (_request, response) => response.writeHead(410).end();
		await test.after(2 * hour);
		expect(test.told.map(({ server, since }) => [server, since])).toEqual([
			['100', null],
			['200', null],
		]);
		expect((await onlyFeed(test)).feed.ended).toContain('gone for good');
		await test.after(48 * hour);
		// Once for each server that added it, and once more.
		expect(test.site.asked('/feed')).toHaveLength(3);
	});

	it('is tried again after longer and longer pauses, and they are told of it once, after a day', async () => {
		const test = await polled();
		await addFeed(test);
		test.site.answer = (_request, response) => response.end('<rss><channel><item><title>x</titel>');
		await test.after(2 * hour);
		expect((await onlyFeed(test)).feed).toMatchObject({
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
		expect((await onlyFeed(test)).feed.trouble).toBeNull();
	});

	it('is polled by one of several processes', async () => {
		const test = await polled();
		const second = await test.another();
		await addFeed(test);
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
		await addFeed(test);
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
		expect((await onlyFeed(test)).taken).toBe(1);
	});

	it('ends what is being fetched where the bot ends', async () => {
		const test = await polled();
		await addFeed(test);
		const { promise: asked, resolve } = Promise.withResolvers<void>();
		test.site.answer = () => resolve();
		const polling = test.after(2 * hour);
		await asked;
		await test.feeds.stop();
		await polling;
		expect((await onlyFeed(test)).feed).toMatchObject({ trouble: null, failingSince: null });
	});
});
