import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancedPart, isBalanced } from '../../src/cards/balanced.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { boldText, commentHitBlocks } from '../../src/cards/found.ts';
import { line } from '../commands/plain-library.ts';

const plain = (text: ReturnType<typeof boldText>) =>
	text.map((part) => (typeof part === 'string' ? part : 'text' in part ? part.text : '')).join('');

describe('a sentence that a search found', () => {
	test('in a comment has its coarse words behind spoilers, those that were looked for too', () => {
		const sentence = { text: 'A bloody tunnel, a shit tunnel.', marks: [{ start: 19, end: 23 }] };
		const [said] = commentHitBlocks({ article: line, author: 'Bo', sentence, others: 0 });
		const spoilers = said && 'text' in said ? said.text.filter((part) => typeof part !== 'string') : [];
		expect(spoilers).toContainEqual({ mark: 'spoiler', text: 'shit' });
		expect(JSON.stringify(spoilers)).not.toContain('strong');
	});

	test('is shown up to a quotation mark that it would leave open', () => {
		const text = 'Head who locked up phones says so, "but with a box';
		const at = text.indexOf('phones');
		const shown = boldText({ text, marks: [{ start: at, end: at + 6 }] });
		expect(plain(shown)).toBe('Head who locked up phones says so, …');
		expect(boldText({ text: 'She said “yes” twice.', marks: [] })).toEqual(['She said “yes” twice.']);
		expect(isBalanced('„so“ and «so» and "so"')).toBe(true);
		expect(isBalanced('so” and so')).toBe(false);
	});

	test('stands under a headline that is cut before a mark which the cut would leave open', () => {
		const headline =
			'Port Harrow votes to dig a tunnel after a night of ‘shouting and soup’, and the mayor’s brother';
		expect(shortLine(headline, 70)).toBe('Port Harrow votes to dig a tunnel after a night of …');
		expect(shortLine(headline, 85)).toBe(
			'Port Harrow votes to dig a tunnel after a night of ‘shouting and soup’, and the …',
		);
		expect(shortLine('“Shouting and soup” all through the night', 16)).toBe('“Shouting and …');
		expect(shortLine('The mayor said “get ‘em all” today, at the harbour of Port Ellery', 45)).toBe(
			'The mayor said “get ‘em all” today, at the …',
		);
		expect(shortLine('He said that he would "go home" soon', 30)).toBe('He said that he would …');
	});

	test('never has an open mark, and what is shown stands in it, whatever it is and wherever it is cut', () => {
		const character = fc.constantFrom('a', 'b', ' ', '"', '“', '”', '„', '«', '»', '.');
		fc.assert(
			fc.property(fc.array(character, { maxLength: 900 }), fc.nat(900), (characters, at) => {
				const text = characters.join('');
				const start = Math.min(at, Math.max(0, text.length - 1));
				const marks = text.length === 0 ? [] : [{ start, end: start + 1 }];
				const shown = plain(boldText({ text, marks })).replace(/^… | …$/gu, '');
				expect(isBalanced(shown)).toBe(true);
				expect(text.replace(/\s+/gu, ' ')).toContain(shown.replace(/\s+/gu, ' '));
				const part = balancedPart(text, start);
				expect(isBalanced(text.slice(part.start, part.end))).toBe(true);
			}),
		);
	});
});
