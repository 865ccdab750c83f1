import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/card.ts';
import { blockLength } from '../../src/cards/measure.ts';
import { type Group, pageButtons, pageOf, pages } from '../../src/cards/pages.ts';
import { UserError } from '../../src/errors.ts';

const heading = (text: string): Block => ({ kind: 'heading', text: [text] });
const said = (text: string): Block => ({ kind: 'said', text: [text] });
const group = (name: string, ...lengths: number[]): Group => ({
	head: [heading(name)],
	headAgain: [heading(`${name} (continued)`)],
	items: lengths.map((length) => ({ blocks: [said(name[0]?.repeat(length) ?? '')] })),
});
const names = (page: readonly Block[]) =>
	page.flatMap((block) => (block.kind === 'heading' ? block.text : []));

describe('pages', () => {
	test('keep a group together that would be torn at the end of a well-filled page', () => {
		const dealt = pages([group('Ann', 700), group('Bob', 200, 200)], { room: 1000 });
		expect(dealt.map(({ blocks }) => names(blocks))).toEqual([['Ann'], ['Bob']]);
	});

	test('fill a page that would be left half empty, and say on the next that the group continues', () => {
		const dealt = pages([group('Ann', 200), group('Bob', 300, 300, 300)], { room: 1000 });
		expect(dealt.map(({ blocks }) => names(blocks))).toEqual([['Ann', 'Bob'], ['Bob (continued)']]);
	});

	test('hold no more blocks than allowed', () => {
		const dealt = pages([group('Ann', ...Array.from({ length: 50 }, () => 1))], { room: 1000, most: 10 });
		for (const { blocks } of dealt) expect(blocks.length).toBeLessThanOrEqual(10);
	});

	test('offer the menu entries of the blocks on them, and only those', () => {
		const way = (page: number) => ({ label: `${page}`, command: 'quotes', options: { page } });
		const items = [500, 500].map((length, page) => ({
			blocks: [said('x'.repeat(length))],
			ways: [way(page)],
		}));
		const dealt = pages([{ head: [], headAgain: [], items }], { room: 600 });
		expect(dealt.map(({ ways }) => ways)).toEqual([[way(0)], [way(1)]]);
	});

	test('never exceed their room, never leave a heading alone, and lose and repeat nothing', () => {
		const groups = fc.array(
			fc.record({
				name: fc.constantFrom('Ann', 'Bob', 'Cay'),
				lengths: fc.array(fc.nat(400), { minLength: 1 }),
			}),
		);
		fc.assert(
			fc.property(groups, (given) => {
				const all = given.map(({ name, lengths }) => group(name, ...lengths));
				const dealt = pages(all, { room: 500 });
				for (const { blocks } of dealt) {
					expect(blocks.reduce((sum, block) => sum + blockLength(block), 0)).toBeLessThanOrEqual(500);
					expect(blocks.at(-1)?.kind).toBe('said');
				}
				const items = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind === 'said');
				expect(dealt.flatMap(({ blocks }) => items(blocks))).toEqual(
					all.flatMap((one) => one.items.flatMap(({ blocks }) => blocks)),
				);
			}),
		);
	});
});

describe('a page', () => {
	const all = pages([group('Ann', 400, 400, 400)], { room: 500 });

	test('is one of all, by its place from 0', () => {
		expect(pageOf(all, 1)).toMatchObject({ count: 3, blocks: all[1]?.blocks });
	});

	test('that does not exist gives the member a sentence', () => {
		expect(() => pageOf(all, 3)).toThrow(
			new UserError('There is no page 4: the answer has 3 pages now. Please ask again.'),
		);
	});

	test('of nothing is empty', () => {
		expect(pageOf([], 0)).toEqual({ blocks: [], ways: [], count: 1 });
	});

	test('is turned by buttons of the same command, switched off at the ends', () => {
		expect(pageButtons('quotes', { speaker: 'Ann' }, 0, 1)).toEqual([]);
		expect(pageButtons('quotes', { speaker: 'Ann' }, 2, 3)).toMatchObject([
			{ label: '◀', options: { speaker: 'Ann', page: 1 }, disabled: false },
			{ label: '3 of 3', disabled: true },
			{ label: '▶', disabled: true },
		]);
	});

	test('take the addresses of links for room in the message, not on the screen', () => {
		const url = `https://ellery.example/${'a'.repeat(200)}`;
		const item = { blocks: [{ kind: 'note', text: [{ mark: 'link', text: '¶ 1', url }] } as const] };
		const group = { head: [], headAgain: [], items: Array.from({ length: 12 }, () => item) };
		expect(pages([group], { room: 1_000 })).toHaveLength(3);
		expect(pages([group], { room: 3_000, seen: 1_000 })).toHaveLength(1);
		expect(pages([group], { room: 3_000, seen: 100 })).toHaveLength(3);
	});
});
