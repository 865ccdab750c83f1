import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readDisqus } from '../../../src/reading/disqus/discussions.ts';
import { readArticles } from '../../../src/reading/read.ts';
import { makeDisqus, type Posted } from './make-disqus.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readDisqus(bytes(text), 'comments.xml');
const post = (id: number, more: Partial<Posted> = {}): Posted => ({
	...{ id, thread: 7, author: `Reader ${id}`, message: `<p>Words ${id}</p>` },
	at: `2026-03-02T08:${String(id).padStart(2, '0')}:00Z`,
	...more,
});
const thread = { id: 7, link: 'https://tide.example/lock' };
const refusal = (text: string) => {
	try {
		return `read ${read(text).length}`;
	} catch (error) {
		if (error instanceof UserError) return error.message;
		throw error;
	}
};

describe('an export of Disqus', () => {
	it('has who wrote what on which page, when, and whom they answer', () => {
		const text = makeDisqus(
			[thread, { id: 8, link: 'https://tide.example/empty' }],
			[
				post(3, { parent: 1, message: '<p>“No” &amp; never.</p><p>Or <b>perhaps</b>.</p>' }),
				post(1, { author: 'Ann & Bo' }),
				post(2),
				post(4, { parent: 3 }),
			],
		);
		const at = (minute: number) => `2026-03-02T08:0${minute}:00Z`;
		expect(read(text)).toEqual([
			{
				address: 'https://tide.example/lock',
				comments: [
					{ author: 'Ann & Bo', replyTo: null, text: 'Words 1', postedAt: at(1) },
					{ author: 'Reader 3', replyTo: 'Ann & Bo', text: '“No” & never.\n\nOr perhaps.', postedAt: at(3) },
					{ author: 'Reader 4', replyTo: 'Reader 3', text: 'Words 4', postedAt: at(4) },
					{ author: 'Reader 2', replyTo: null, text: 'Words 2', postedAt: at(2) },
				],
			},
		]);
		expect(readDisqus(gzipSync(text), 'comments.xml.gz')).toEqual(read(text));
	});

	it('is read without what was deleted or is spam, whose answers stay', () => {
		const posts = [post(1, { out: 'isDeleted' }), post(2, { parent: 1 }), post(3, { out: 'isSpam' })];
		expect(read(makeDisqus([thread], posts))[0]?.comments).toMatchObject([
			{ author: 'Reader 2', replyTo: 'Reader 1' },
		]);
		expect(read(makeDisqus([{ ...thread, isDeleted: true }], [post(1)]))).toEqual([]);
	});

	it('with answers in a circle, to nobody, or a thousand deep loses none', () => {
		const circle = [post(1, { parent: 2 }), post(2, { parent: 1 }), post(3, { parent: 99 })];
		expect(read(makeDisqus([thread], circle))[0]?.comments).toHaveLength(3);
		const deep = Array.from({ length: 1_000 }, (_, at) =>
			post(at, { ...(at > 0 && { parent: at - 1 }), at: '' }),
		);
		const [page] = read(makeDisqus([thread], deep));
		expect(new Set(page?.comments.map(({ author }) => author)).size).toBe(1_000);
	});

	it.each([
		['half of it', makeDisqus([thread], [post(1)]).slice(0, 600), 'is a broken export of Disqus'],
		['tags that do not fit together', '<disqus><thread></post></disqus>', 'is a broken export of Disqus'],
		['100,000 tags in tags', `<disqus>${'<a>'.repeat(100_000)}`, 'is a broken export of Disqus'],
		['a link into this machine', makeDisqus([{ id: 7, link: 'file:///etc/passwd' }], [post(1)]), 'read 0'],
		[
			'entities of its own',
			makeDisqus([thread], [post(1)])
				.replace('<disqus', '<!DOCTYPE d [<!ENTITY a "aa">]><disqus')
				.replace('Reader 1', '&a;'),
			'read 1',
		],
	])('of %s', (_, text, said) => {
		expect(refusal(text)).toContain(said);
	});

	it('is no article, and says where it goes', async () => {
		const text = makeDisqus([thread], [post(1)]);
		for (const given of [bytes(text), new Uint8Array(gzipSync(text))]) {
			await expect(readArticles(given, { name: 'comments.xml' })).rejects.toThrow(
				'comments.xml holds comments that Disqus has exported, and no article: `npm run ingest` puts them under the articles that are here.',
			);
		}
	});
});
