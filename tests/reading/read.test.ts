import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../src/article.ts';
import { UserError } from '../../src/errors.ts';
import { findQuotes } from '../../src/language/quotations.ts';
import { maxBytes } from '../../src/reading/limits.ts';
import { readArticles } from '../../src/reading/read.ts';

const page = readFileSync(new URL('pages/glued-clock.txt', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const readAll = (source: Uint8Array | string, name = 'pier.txt', mediaType?: string) =>
	readArticles(typeof source === 'string' ? bytes(source) : source, {
		name,
		...(mediaType && { mediaType }),
	});
const read = async (source: Uint8Array | string, name?: string, mediaType?: string) => {
	const [article, ...others] = await readAll(source, name, mediaType);
	if (!article || others.length > 0) throw new Error('The source does not hold one article.');
	return article;
};
const plain = 'The Pier Sinks\n\nThe pier sank on Monday, and nobody was on it.\n';

describe('an article', () => {
	it('is what the schema says', async () => {
		expect(articleSchema.parse(await read(page))).toEqual(await read(page));
		expect(await read(page)).toMatchObject({ language: 'en', source: { kind: 'dump', name: 'pier.txt' } });
	});

	it('has its quotations, each word for word at its place', async () => {
		const { quotes, paragraphs } = await read(page);
		expect(quotes.length).toBeGreaterThan(3);
		for (const { text, paragraph, start, end } of quotes) {
			expect(paragraphs[paragraph]?.slice(start + 1, end - 1)).toBe(text);
		}
	});

	it('has no quotations where it is not sure which lines are its text', async () => {
		const page = [
			...['Kettles of the Marsh', 'Copper, 3 l.', '“It sings,” says Orla Finch, 41.', 'Steel, 2 l'],
			...['Lamps', 'Oil, green', '“It never smokes,” says Dag Holm, 52.', 'Tin, red.', 'Spoons', 'Wood, 9.'],
		].join('\n');
		const { unsure, quotes, paragraphs, language } = await read(page);
		expect(unsure).toContain('paragraphs');
		expect(findQuotes(paragraphs, language).length).toBeGreaterThan(0);
		expect(quotes).toEqual([]);
		const sure = { headline: 'Kettles of the Marsh', language, paragraphs };
		expect((await read(JSON.stringify(sure), 'a.json')).quotes.length).toBeGreaterThan(0);
		const only = await read(JSON.stringify({ ...sure, unsure: ['headline'] }), 'a.json');
		expect(only.quotes.length).toBeGreaterThan(0);
	});

	it('keeps its id under another name, with other line ends and after a correction further down', async () => {
		const text = new TextDecoder().decode(page);
		const { id } = await read(page);
		expect((await read(page, 'other/name.txt')).id).toBe(id);
		expect((await read(text.replaceAll('\n', '\r\n'))).id).toBe(id);
		expect((await read(text.replace('eleven centimetres', 'twelve centimetres'))).id).toBe(id);
		expect((await read(text.replace('After two days', 'After three days'))).id).not.toBe(id);
	});

	it('has another revision as soon as anything that was read is another', async () => {
		const text = new TextDecoder().decode(page);
		expect((await read(page, 'other/name.txt')).revision).toBe((await read(page)).revision);
		expect((await read(text.replace('eleven', 'twelve'))).revision).not.toBe((await read(page)).revision);
	});

	it('comes back from its own JSON', async () => {
		const { id, paragraphs, comments, quotes } = await read(page);
		const again = await read(JSON.stringify(await read(page)), 'pier.json');
		expect(again).toMatchObject({ id, paragraphs, comments, quotes, source: { kind: 'json' } });
	});

	it('may be written as JSON with nothing but a headline and paragraphs', async () => {
		const article = await read('{"headline": "A", "paragraphs": ["B said: “C.”"]}', 'a.json');
		expect(articleSchema.parse(article)).toMatchObject({ headline: 'A', comments: [], publishedAt: null });
	});
});

describe('a source', () => {
	const ferry = { headline: 'The Ferry Sinks', paragraphs: ['It sank on Tuesday.'] };
	const pier = {
		headline: 'The Pier Sinks',
		paragraphs: ['It sank on Monday.'],
		url: 'https://post.example/pier',
	};

	it('may hold several articles, each with an id of its own', async () => {
		const articles = await readAll(JSON.stringify([ferry, pier]), 'all.json');
		expect(articles.map(({ headline }) => headline)).toEqual(['The Ferry Sinks', 'The Pier Sinks']);
		expect(new Set(articles.map(({ id }) => id)).size).toBe(2);
		expect(new Set(articles.map(({ source }) => source.sha256)).size).toBe(1);
		expect(await readAll(JSON.stringify([pier]), 'one.json')).toMatchObject([{ id: articles[1]?.id }]);
	});

	it('may hold none', async () => {
		expect(await readAll('[]', 'none.json')).toEqual([]);
	});

	it('keeps an article’s revision when another one in it changes', async () => {
		const [, before] = await readAll(JSON.stringify([ferry, pier]), 'all.json');
		const [after] = await readAll(JSON.stringify([pier, { ...ferry, headline: 'Up Again' }]), 'all.json');
		expect(after?.revision).toBe(before?.revision);
	});

	it('holds no more articles than can be added in one write', async () => {
		const many = Array.from({ length: 1_001 }, () => ferry);
		await expect(readAll(JSON.stringify(many), 'all.json')).rejects.toThrow(
			'all.json holds 1,001 articles: put at most 1,000 into one file.',
		);
	});

	it('says which of its articles is none', async () => {
		await expect(readAll(JSON.stringify([pier, { headline: 1 }]), 'all.json')).rejects.toThrow(
			/^Article 2 of all\.json is not an article as JSON: "headline"/u,
		);
	});

	it('is recognised by the media type where its name says nothing', async () => {
		expect(await readAll(JSON.stringify(pier), 'pier', 'application/ld+json; charset=utf-8')).toHaveLength(1);
	});
});

describe('the encoding of a file', () => {
	it('may be the one that its sender names', async () => {
		const latin2 = Buffer.concat([
			bytes('The Pier Sinks\n\nThe pier sank on Monday, and '),
			Buffer.from([0xb9, 0xe1, 0x6b]),
			bytes(' was on it.\n'),
		]);
		expect((await read(latin2, 'a.txt', 'text/plain; charset=iso-8859-2')).paragraphs[0]).toContain('šák');
		expect((await read(latin2, 'a.txt', 'text/plain; charset="ISO-8859-2"')).paragraphs[0]).toContain('šák');
		expect((await read(latin2, 'a.txt', 'text/plain; charset=no-such-thing')).headline).toBe(
			'The Pier Sinks',
		);
	});

	it('may be UTF-16 without a byte order mark where its sender says so', async () => {
		const units = Buffer.from(plain, 'utf16le');
		expect((await read(units, 'a.txt', 'text/plain; charset=utf-16le')).headline).toBe('The Pier Sinks');
	});

	it.each(['utf-16le', 'utf-16be'])(
		'may be %s without a byte order mark where it is text',
		async (encoding) => {
			const units = Buffer.from(plain, 'utf16le');
			const { headline } = await read(encoding === 'utf-16be' ? units.swap16() : units, 'a.txt');
			expect(headline).toBe('The Pier Sinks');
		},
	);

	it('does not read a picture as text, whatever its sender says', async () => {
		const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), bytes(plain)]);
		for (const charset of ['utf-8', 'iso-8859-1', 'utf-16le']) {
			await expect(readAll(png, 'a.txt', `text/html; charset=${charset}`)).rejects.toThrow(/PNG/u);
		}
		const binary = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
		await expect(readAll(binary, 'a.txt', 'text/html; charset=iso-8859-1')).rejects.toThrow(/binary/u);
	});

	it('is UTF-8 where it is whole UTF-8, whatever its sender says', async () => {
		const zoe = plain.replace('nobody', 'Zoë');
		expect((await read(zoe, 'a.txt', 'text/plain; charset=iso-8859-1')).paragraphs[0]).toContain('Zoë');
	});

	it.each(['utf-16le', 'utf-16be'])('may be %s with its byte order mark', async (encoding) => {
		const units = Buffer.from(`\uFEFF${plain}`, 'utf16le');
		expect((await read(encoding === 'utf-16be' ? units.swap16() : units)).headline).toBe('The Pier Sinks');
	});

	it('may be UTF-8 with a byte order mark', async () => {
		expect((await read(`\uFEFF${plain}`)).headline).toBe('The Pier Sinks');
	});

	it('may be Windows-1252, as older files are', async () => {
		const old = Buffer.from(plain.replace('nobody', 'Zo\u00eb'), 'latin1');
		expect((await read(old)).paragraphs).toEqual(['The pier sank on Monday, and Zoë was on it.']);
	});

	it('is repaired where a single character is broken', async () => {
		const cut = Buffer.concat([bytes(plain.replace('nobody', 'Zoë')), Buffer.from([0xe2, 0x80])]);
		expect((await read(cut)).paragraphs[0]).toContain('Zoë was on it.');
	});
});

describe('a file that is no article gets one sentence that says why', () => {
	const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
	it.each<[string, Uint8Array | string, RegExp, string?]>([
		['empty', '', /empty/],
		['white space', ' \n\u00a0\n', /empty/],
		['binary', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256), /binary/],
		['a picture', png, /PNG/],
		['broken UTF-8', Buffer.from(`${plain}\u00e9\u008d`.repeat(9), 'latin1'), /UTF-8/],
		['too large', new Uint8Array(maxBytes + 1), /larger than 20 MB/],
		[
			'a login page',
			'Harbour Post\nSign in\nE-mail\nPassword\nForgot your password?\nCreate account',
			/login page/,
		],
		['one line', 'The pier sank on Monday, and nobody was on it.', /single line/],
		['a document that is none', 'not a document', /opened as a Word document/, 'a.docx'],
		['a broken document', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), /opened as a Word document/, 'a.docx'],
		['a PDF that is none', Uint8Array.of(0, 1, 2, 3, 0, 0, 7), /opened as a PDF/, 'a.pdf'],
		['no paragraphs', 'The Pier\nThe Ferry', /no paragraphs/],
		[
			'a page without a headline',
			'<!DOCTYPE html>\n<html><body><p>The pier sank.</p></body></html>',
			/holds no article/,
		],
		['broken JSON', '{"headline": ', /not valid JSON/, 'a.json'],
		['JSON of another kind', '{"headline": 1, "paragraphs": []}', /"headline"/, 'a.json'],
	])('%s', async (_, source, reason, name) => {
		const refusal = () => readAll(source, name);
		await expect(refusal).rejects.toThrow(UserError);
		await expect(refusal).rejects.toThrow(reason);
		await expect(refusal).rejects.toThrow(/^[^\n]{20,200}[.]$/);
	});
});
