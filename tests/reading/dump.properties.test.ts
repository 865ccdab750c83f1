import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../src/article.ts';
import { UserError } from '../../src/errors.ts';
import { type Dump, readDump } from '../../src/reading/dump/dump.ts';
import { readArticles } from '../../src/reading/read.ts';
import { codePoint } from '../any-text.ts';

/** Lines as pages have them, and lines as nobody would write them. */
const line = fc.oneof(
	fc.constantFrom(
		...[
			'The Pier Sinks Again',
			'15:18 GMT +321 February 2031',
			'© Norrpress/ Lena Holt',
			'By Ann Lee',
			'READ MORE:',
		],
		...[
			'“It sank,” she said. “Again.”',
			'"Never closed, he said.',
			'Tags: pier, ferry',
			'pier, ferry, harbour, Ann',
		],
		...[
			'• avatar',
			'• Ann',
			'• Annin reply toBob(Show commentHide comment)',
			'  in reply to (Show commentHide comment)',
		],
		...[
			'Comments (3)',
			'• Сomment',
			'Ann wrote:',
			'Ann · 3 hours ago',
			'#1 Ann',
			'1. first',
			'  Ann:',
			'Ann: I do not.',
		],
		...[
			'Show new comments (0)',
			'Advertisement',
			'Published 3 May 2031',
			'•',
			'-',
			'—',
			'@1',
			'>',
			'\u202e\u0000',
			'\u00a0',
		],
	),
	fc.string({ unit: codePoint, maxLength: 90 }),
	fc.string({
		unit: fc.constantFrom(...' .,:;"“”•-()[]#@0123456789aAinrepltoy\t\u00a0\u200b\u202e\ud800С©|'),
		maxLength: 60,
	}),
);
const breaks = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\n    ', '\n  ', '\u2028');
const dump = fc
	.array(fc.tuple(line, breaks), { maxLength: 60 })
	.map((lines) => lines.map(([text, end]) => text + end).join(''));

/** Letters and digits: what must come back, whatever becomes of marks and white space. */
const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const written = (text: string) =>
	text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((raw, index) => ({ line: index + 1, raw }));

function fieldTexts({ fields }: Dump): string {
	const { comments, related, ...rest } = fields;
	return JSON.stringify([Object.values(rest), comments.map(Object.values), related.map(Object.values)]);
}

describe('the page-dump reader, whatever it is given', () => {
	it('accounts for every line that holds something, once and in order', () => {
		fc.assert(
			fc.property(dump, (text) => {
				const { accounting } = readDump(text);
				const expected = written(text).flatMap(({ line: number, raw }) =>
					raw.trim() === '' ? [] : [number],
				);
				expect(accounting.map((use) => use.line)).toEqual(expected);
				expect(accounting.every((use) => use.as.length > 0)).toBe(true);
			}),
		);
	});

	it('keeps the words of every line of a paragraph, a comment and a headline', () => {
		fc.assert(
			fc.property(dump, (text) => {
				const read = readDump(text);
				const kept = fieldTexts(read);
				const raws = new Map(written(text).map(({ line: number, raw }) => [number, raw]));
				for (const { line: number, as } of read.accounting) {
					if (!as.every((use) => /^(?:headline|deck|paragraphs)/.test(use))) continue;
					for (const word of (raws.get(number) ?? '').match(/[a-z]{3,}/gi) ?? [])
						expect(kept).toContain(word);
				}
				expect(letters(kept)).toBeLessThanOrEqual(letters(text) * 2 + 1000);
			}),
		);
	});

	it('gives no text with control characters, turning marks or halves of characters', () => {
		fc.assert(
			fc.property(dump, (text) => {
				const { fields, furniture } = readDump(text);
				const texts = [
					fields.headline,
					...fields.paragraphs,
					...fields.comments.map((comment) => comment.text),
				];
				for (const one of [...texts, ...furniture.map((item) => item.text)]) {
					expect(one).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
					expect(one.isWellFormed()).toBe(true);
				}
			}),
		);
	});
});

describe('reading an article, whatever bytes it is given', () => {
	it('gives articles by the schema or one sentence', async () => {
		const bytes = fc.oneof(
			fc.uint8Array({ maxLength: 400 }),
			dump.map((text) => new TextEncoder().encode(text)),
			fc.json().map((text) => new TextEncoder().encode(text)),
		);
		await fc.assert(
			fc.asyncProperty(bytes, async (source) => {
				try {
					for (const article of await readArticles(source, { name: 'any.txt' })) articleSchema.parse(article);
				} catch (error) {
					expect(error).toBeInstanceOf(UserError);
					expect(String(error)).toMatch(/^UserError: [^\n]{10,250}\.$/);
				}
			}),
		);
	});
});
