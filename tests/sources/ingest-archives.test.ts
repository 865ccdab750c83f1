import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answered, makeWarc } from '../reading/formats/make-warc.ts';
import { lockSite, page, paragraphs, twin } from './lock-site.ts';

const here = lockSite();

describe('an ingest of a web archive', { timeout: 60_000 }, () => {
	const address = (place: string) => `https://stonewick.example/${place.toLowerCase()}`;
	const archived = (...places: readonly string[]) =>
		makeWarc(
			[
				...places.map((place) => ({ address: address(place), body: page(place) })),
				{ address: address('home'), body: '<html><head><title>Home</title></head></html>' },
			],
			true,
		);

	it('takes in each page under its address, once', async () => {
		const path = join(here.folder, 'crawl.warc.gz');
		await writeFile(path, archived('Ambra', 'Ellery', 'Stonewick'));
		const { outcomes, headlines } = await here.run([path]);
		expect(headlines).toEqual(['Ambra', 'Ellery', 'Stonewick'].map((place) => `${place} Opens a Lock`));
		expect(outcomes).toEqual([
			{ kind: 'refused', name: address('home'), why: expect.stringContaining('holds no article') },
			{ kind: 'read', name: path, articles: 3, fresh: 3 },
		]);
		expect((await here.run([path])).outcomes).toEqual([{ kind: 'known', name: path }]);
		// A page that was taken in needs no fetching.
		expect((await here.run([address('Ambra')])).outcomes).toEqual([
			{ kind: 'known', name: address('Ambra') },
		]);
	});

	it('that is broken keeps the pages before, and goes on from there', async () => {
		const path = join(here.folder, 'crawl.warc.gz');
		const whole = archived('Ambra', 'Ellery', 'Stonewick');
		await writeFile(path, whole.subarray(0, whole.length - 500));
		const { outcomes, headlines } = await here.run([path]);
		expect(outcomes.at(-1)).toEqual({
			kind: 'refused',
			name: path,
			why: expect.stringContaining('is a broken web archive'),
		});
		expect(headlines.length).toBeGreaterThan(0);
		await writeFile(path, whole);
		const again = await here.run([path]);
		expect(again.outcomes.at(-1)).toEqual({
			kind: 'read',
			name: path,
			articles: 3,
			fresh: 3 - headlines.length,
		});
		expect(again.headlines).toHaveLength(3);
	});
});

describe('an ingest of a page that was captured several times', { timeout: 60_000 }, () => {
	const capture = (place: string, date: string, more: Partial<Answered> = {}): Answered => ({
		address: 'https://stonewick.example/lock',
		body: page(place),
		date,
		...more,
	});
	/** It takes longer to read than the others. */
	const long = (place: string) =>
		page(place).replace('</article>', `${paragraphs(place).repeat(60)}</article>`);
	const [morning, noon, evening] = ['08', '12', '18'].map((hour) => `2026-03-02T${hour}:00:00Z`) as [
		string,
		string,
		string,
	];

	it.each<[string, ...(readonly Answered[])[]]>([
		['the earlier is read slower', [capture('Old', morning, { body: long('Old') }), capture('New', noon)]],
		['the later stands first', [capture('New', noon), capture('Old', morning)]],
		['both were captured in one second', [capture('Old', noon, { body: long('Old') }), capture('New', noon)]],
		['an older archive comes after', [capture('New', noon)], [capture('Old', morning)]],
		[
			'the older one has another address',
			[capture('New', noon)],
			[
				capture('New', morning, {
					address: 'http://www.stonewick.example/lock?utm_source=a',
					body: twin('Old'),
				}),
			],
		],
		['a later archive comes after', [capture('Old', noon)], [capture('New', evening)]],
	])('keeps the later capture where %s', async (_, ...archives) => {
		let found: string[] = [];
		for (const [at, answers] of archives.entries()) {
			const path = join(here.folder, `${at}.warc.gz`);
			await writeFile(path, makeWarc(answers, true));
			const { headlines, outcomes } = await here.run([path]);
			expect(outcomes.filter(({ kind }) => kind === 'refused')).toEqual([]);
			found = headlines;
		}
		expect(found).toEqual(['New Opens a Lock']);
	});
});
