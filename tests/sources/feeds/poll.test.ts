import { describe, expect, it } from 'vitest';
import { noFilters, readTerms } from '../../../src/sources/feeds/terms.ts';
import { makePdf } from '../../reading/formats/make.ts';
import { articlePage, wholeText } from './feed-site.ts';
import { addFeed, began, hour, minute, onlyFeed, polled } from './polled.ts';

const ferry = { id: 'ferry', headline: 'Ferry late again', text: wholeText('We waited for hours') };
const pier = { id: 'pier', headline: 'Pier painted', text: wholeText('It is blue now') };

describe('a feed that is polled', () => {
	it('takes in nothing that was there before, and what is new on the shelf of each server that has it', async () => {
		const test = await polled();
		test.site.items = [pier];
		expect((await addFeed(test)).subscription.feed.baseline).toBe(1);
		await addFeed(test, '200');
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
		expect(await onlyFeed(test)).toMatchObject({ taken: 1, takenAt: test.now(), title: 'Bell & Port' });
	});

	it('fetches the page where the feed has only the beginning, if robots.txt allows it', async () => {
		const test = await polled('User-agent: *\nDisallow: /private\n');
		await addFeed(test);
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
		await addFeed(test);
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
		await addFeed(test);
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
		expect((await onlyFeed(test)).feed.trouble).toBeNull();
	});

	it('takes the text of an article from the site that has it, whatever a feed of another site says', async () => {
		const test = await polled();
		await addFeed(test);
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

	it('takes in only what a server wants', async () => {
		const test = await polled();
		await addFeed(test, '100', { words: readTerms('-painted', 'words') });
		await addFeed(test, '200', { speakers: readTerms('Ida Berg', 'speakers') });
		await addFeed(test, '300');
		test.site.items = [{ ...ferry, text: wholeText('We waited', 'Ida Berg') }, pier];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual(['Ferry late again']);
		expect(await test.seenBy('200')).toEqual(['Ferry late again']);
		expect((await test.seenBy('300')).sort()).toEqual(['Ferry late again', 'Pier painted']);
		expect(await onlyFeed(test, '200')).toMatchObject({
			taken: 1,
			filters: { ...noFilters, speakers: { take: ['Ida Berg'] } },
		});
	});

	it('takes in nothing while it is paused, nor what came meanwhile', async () => {
		const test = await polled();
		await addFeed(test);
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
		await addFeed(test);
		test.site.items = [
			{ ...ferry, at: began - 20 * 24 * hour },
			{ ...pier, at: began },
		];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual(['Pier painted']);
	});

	it('does not keep the bot busy with texts that are made to be slow', async () => {
		const test = await polled();
		await addFeed(test);
		const slow = `${'<b><i><a>'.repeat(60_000)}x`;
		test.site.items = Array.from({ length: 6 }, (_, n) => ({ id: `s${n}`, headline: `S${n}`, text: slow }));
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual([]);
		test.site.items = [ferry];
		await test.after(2 * hour);
		expect(await test.seenBy('100')).toEqual(['Ferry late again']);
	}, 120_000);
});
