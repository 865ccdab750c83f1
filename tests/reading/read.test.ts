import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../src/article.ts';
import { UserError } from '../../src/errors.ts';
import { maxBytes } from '../../src/reading/limits.ts';
import { readArticle } from '../../src/reading/read.ts';

const page = readFileSync(new URL('pages/glued-clock.txt', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (source: Uint8Array | string, name = 'pier.txt') =>
	readArticle(typeof source === 'string' ? bytes(source) : source, { name });
const plain = 'The Pier Sinks\n\nThe pier sank on Monday, and nobody was on it.\n';

describe('an article', () => {
	it('is what the schema says', () => {
		expect(articleSchema.parse(read(page))).toEqual(read(page));
		expect(read(page)).toMatchObject({ language: 'en', source: { kind: 'dump', name: 'pier.txt' } });
	});

	it('has its quotations, each word for word at its place', () => {
		const { quotes, paragraphs } = read(page);
		expect(quotes.length).toBeGreaterThan(3);
		for (const { text, paragraph, start, end } of quotes) {
			expect(paragraphs[paragraph]?.slice(start + 1, end - 1)).toBe(text);
		}
	});

	it('keeps its id under another name, with other line ends and after a correction further down', () => {
		const text = new TextDecoder().decode(page);
		const { id } = read(page);
		expect(read(page, 'other/name.txt').id).toBe(id);
		expect(read(text.replaceAll('\n', '\r\n')).id).toBe(id);
		expect(read(text.replace('eleven centimetres', 'twelve centimetres')).id).toBe(id);
		expect(read(text.replace('After two days', 'After three days')).id).not.toBe(id);
	});

	it('has another revision as soon as anything that was read is another', () => {
		const text = new TextDecoder().decode(page);
		expect(read(page, 'other/name.txt').revision).toBe(read(page).revision);
		expect(read(text.replace('eleven', 'twelve')).revision).not.toBe(read(page).revision);
	});

	it('comes back from its own JSON', () => {
		const { id, paragraphs, comments, quotes } = read(page);
		const again = read(JSON.stringify(read(page)), 'pier.json');
		expect(again).toMatchObject({ id, paragraphs, comments, quotes, source: { kind: 'json' } });
	});

	it('may be written as JSON with nothing but a headline and paragraphs', () => {
		const article = read('{"headline": "A", "paragraphs": ["B said: “C.”"]}', 'a.json');
		expect(articleSchema.parse(article)).toMatchObject({ headline: 'A', comments: [], publishedAt: null });
	});
});

describe('the encoding of a file', () => {
	it.each(['utf-16le', 'utf-16be'])('may be %s with its byte order mark', (encoding) => {
		const units = Buffer.from(`\uFEFF${plain}`, 'utf16le');
		expect(read(encoding === 'utf-16be' ? units.swap16() : units).headline).toBe('The Pier Sinks');
	});

	it('may be UTF-8 with a byte order mark', () => {
		expect(read(`\uFEFF${plain}`).headline).toBe('The Pier Sinks');
	});

	it('may be Windows-1252, as older files are', () => {
		const old = Buffer.from(plain.replace('nobody', 'Zo\u00eb'), 'latin1');
		expect(read(old).paragraphs).toEqual(['The pier sank on Monday, and Zoë was on it.']);
	});

	it('is mended where a single character is broken', () => {
		const cut = Buffer.concat([bytes(plain.replace('nobody', 'Zoë')), Buffer.from([0xe2, 0x80])]);
		expect(read(cut).paragraphs[0]).toContain('Zoë was on it.');
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
		['no paragraphs', 'The Pier\nThe Ferry', /no paragraphs/],
		['markup', '<!DOCTYPE html>\n<html><body><p>The pier sank.</p></body></html>', /markup/],
		['broken JSON', '{"headline": ', /not valid JSON/, 'a.json'],
		['JSON of another kind', '{"headline": 1, "paragraphs": []}', /"headline"/, 'a.json'],
	])('%s', (_, source, reason, name) => {
		const refusal = () => read(source, name);
		expect(refusal).toThrow(UserError);
		expect(refusal).toThrow(reason);
		expect(refusal).toThrow(/^[^\n]{20,200}[.]$/);
	});
});
