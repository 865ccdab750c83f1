import type { Action, Block, Filled } from '../card.ts';
import { UserError } from '../errors.ts';
import { addressesLength, blocksLength } from './measure.ts';
import { counted, number } from './numbers.ts';

/** A heading and the blocks under it, which pages keep together. */
export interface Group<Way = Action> {
	readonly head: readonly Block[];
	/** The heading on a page where the group is continued; it says so. */
	readonly headAgain: readonly Block[];
	readonly items: readonly Item<Way>[];
}

/** Blocks that are never split, with the menu entries that the page offers when they are on it. */
export interface Item<Way = Action> {
	readonly blocks: readonly Block[];
	/** The same where it is the first on its page, if it then has to say more. */
	readonly onTop?: readonly Block[];
	readonly ways?: readonly Way[];
}

export interface Page<Way = Action> {
	readonly blocks: readonly Block[];
	readonly ways: readonly Way[];
}

/** Blocks on a page. Those of text share a component, so this keeps well below the 40 that a message holds. */
const pageBlocks = 60;
/** A page filled less than this does not end because the next group would fit whole on a page of its own. */
const filledEnough = 0.5;

/** What blocks take: text in a message, text on the screen, and their number. */
interface Size {
	readonly room: number;
	readonly seen: number;
	readonly blocks: number;
}

const nothing: Size = { room: 0, seen: 0, blocks: 0 };

function sizeOf(blocks: readonly Block[]): Size {
	const room = blocksLength(blocks);
	return { room, seen: room - addressesLength(blocks), blocks: blocks.length };
}

function sum(one: Size, other: Size): Size {
	return {
		room: one.room + other.room,
		seen: one.seen + other.seen,
		blocks: one.blocks + other.blocks,
	};
}

/**
 * Distributes groups over pages by the length of their text. A group that does not fit the rest of a page begins a new
 * one, unless that leaves the page half empty; one that is continued has its heading again, marked as continued.
 * @param room how much text a page holds (see `roomBeside`).
 * @param seen how much of it may be seen, without the addresses of links.
 * @param most blocks on a page.
 */
export function pages<Way = Action>(
	groups: readonly Group<Way>[],
	{
		room,
		seen = room,
		most = pageBlocks,
	}: { readonly room: number; readonly seen?: number; readonly most?: number },
): readonly Page<Way>[] {
	const dealt: { blocks: Block[]; ways: Way[] }[] = [];
	let page = { blocks: [] as Block[], ways: [] as Way[] };
	let used = nothing;
	const turn = () => {
		if (page.blocks.length > 0) dealt.push(page);
		page = { blocks: [], ways: [] };
		used = nothing;
	};
	const fits = (size: Size) => {
		const all = sum(used, size);
		return all.room <= room && all.seen <= seen && all.blocks <= most;
	};
	for (const { head, headAgain, items } of groups) {
		const sizes = items.map(({ blocks }) => sizeOf(blocks));
		const isFilled = used.room > room * filledEnough || used.seen > seen * filledEnough;
		if (isFilled && !fits(sizes.reduce(sum, sizeOf(head)))) turn();
		let before = head;
		for (const [index, { blocks, onTop = blocks, ways = [] }] of items.entries()) {
			const size = sizes[index] ?? nothing;
			if (!fits(sum(sizeOf(before), size))) {
				turn();
				if (before.length === 0) before = headAgain;
			}
			const shown = page.blocks.length === 0 ? onTop : blocks;
			page.blocks.push(...before, ...shown);
			page.ways.push(...ways);
			used = sum(used, sum(sizeOf(before), shown === blocks ? size : sizeOf(shown)));
			before = [];
		}
	}
	turn();
	return dealt;
}

/**
 * One page of several, and how many there are; an empty one where there is nothing to show.
 * @throws UserError for a page that does not exist (any more).
 */
export function pageOf<Way = Action>(
	all: readonly Page<Way>[],
	page: number,
): Page<Way> & { readonly count: number } {
	const count = Math.max(1, all.length);
	if (page >= count) {
		const now = count === 1 ? 'only one page' : counted(count, 'page');
		throw new UserError(`There is no page ${number(page + 1)}: the answer has ${now} now. Please ask again.`);
	}
	return { blocks: [], ways: [], ...all[page], count };
}

/** Buttons that turn pages; none where there is only one. `options` are those of the command, without the page. */
export function pageButtons(
	command: string,
	options: Filled,
	page: number,
	count: number,
): readonly Action[] {
	if (count < 2) return [];
	return [
		{ label: '◀', command, options: { ...options, page: Math.max(0, page - 1) }, disabled: page === 0 },
		{
			label: `${number(page + 1)} of ${number(count)}`,
			command,
			options: { ...options, page },
			disabled: true,
		},
		{
			label: '▶',
			command,
			options: { ...options, page: Math.min(count - 1, page + 1) },
			disabled: page === count - 1,
			style: 'primary',
		},
	];
}
