import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import {
	longestOpml,
	looksLikeOpml,
	mostListed,
	readOpml,
	writeOpml,
} from '../../../src/reading/feed/opml.ts';
import { readArticles } from '../../../src/reading/read.ts';

const read = (text: string | Uint8Array) =>
	readOpml(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'list.opml');

describe('a list of feeds', () => {
	it('comes out of folders, each feed once', () => {
		const feeds = read(`<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
			<outline text="News"><outline text="Port"><outline type="rss" text="Bell &amp; Port" xmlUrl="https://bellport.example/f?a=1&amp;b=2"/></outline></outline>
			<outline text="Again" xmlUrl="https://bellport.example/f?a=1&amp;b=2"/><outline text="No feed" url="https://x.example"/>
			<outline text="Mail" xmlUrl="mailto:x@bellport.example"/><outline text="Sea" title="The Sea" xmlUrl="https://sea.example/"/></body></opml>`);
		expect(feeds.map(({ address }) => address)).toEqual([
			'https://bellport.example/f?a=1&b=2',
			'https://sea.example/',
		]);
		expect(feeds[1]?.title).toBe('The Sea');
	});

	it('is the same after it was written and read', () => {
		const feeds = [
			{
				address: 'https://bellport.example/f?a=1&b=2',
				title: 'Bell "&" <Port>',
				site: 'https://bellport.example/',
			},
			{ address: 'https://sea.example/', title: null, site: null },
		];
		expect(read(writeOpml('Feeds of Ferry & Co', feeds))).toEqual([
			{ address: feeds[0]?.address, title: 'Bell "&" <Port>' },
			{ address: 'https://sea.example/', title: 'https://sea.example/' },
		]);
	});

	it('is told by its content, and is no article', async () => {
		const list = writeOpml('Feeds', [{ address: 'https://sea.example/', title: 'The Sea', site: null }]);
		for (const name of ['list.opml', 'list.xml', 'list.txt', 'https://sea.example/list']) {
			await expect(readArticles(new TextEncoder().encode(list), { name })).rejects.toThrow(
				`${name} is a list of feeds (OPML), and no article: \`/feeds import\` takes it in.`,
			);
		}
		const page =
			'<html><body><article><h1>What OPML Is</h1><p>A list begins with &lt;opml&gt;.</p></article>';
		expect(looksLikeOpml(page)).toBe(false);
		expect(looksLikeOpml('What <opml version="2"> is\n\nIt lists feeds.')).toBe(false);
		expect(looksLikeOpml('<!-- Feeds of the harbour -->\n<!DOCTYPE opml>\n<OPML version="1.1">')).toBe(true);
		expect(
			looksLikeOpml('\uFEFF<?xml version="1.0"?>\n<?xml-stylesheet href="a"?><opml\nversion="2.0">'),
		).toBe(true);
		expect(looksLikeOpml('<!-- <opml version="2.0"> -->')).toBe(false);
		// Each comment is two things to an expression: with twenty of them it took seconds, with thirty hours.
		const comments = '<!---->'.repeat(400);
		expect(looksLikeOpml(`${comments}<rss>`)).toBe(false);
		expect(looksLikeOpml(`${comments}<opml>`)).toBe(true);
	});

	it('is refused with a sentence where it is none', () => {
		expect(() => read('Hello')).toThrow('list.opml is not a list of feeds');
		expect(() => read('<opml version="1.0"><head/><body/></opml>')).toThrow('list.opml lists no feeds');
		expect(() => read(`<opml><body>${'<outline text="a">'.repeat(50_000)}</body></opml>`)).toThrow(UserError);
		expect(() => read(new Uint8Array(longestOpml + 1))).toThrow('larger than 1 MB');
		const many = Array.from(
			{ length: mostListed + 1 },
			(_, n) => `<outline text="a" xmlUrl="https://s.example/${n}"/>`,
		);
		expect(() => read(`<opml><body>${many.join('')}</body></opml>`)).toThrow('lists 2001 feeds');
	});
});
