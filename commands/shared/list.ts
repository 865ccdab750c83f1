import type { Block, MenuChoice, Text } from '../../src/card.ts';
import { pageOf, pages } from '../../src/cards/pages.ts';

/** An entry of a list, with what the menu under the list offers for it. */
export interface Entry {
	readonly text: Text;
	readonly choice?: MenuChoice;
}

/** Fits beside a menu with a choice for each. */
const entriesOnPage = 20;

/**
 * A page of a list with a menu of what stands on it.
 * @param room how much text the list may take.
 * @throws UserError for a page that there is not.
 */
export function listPage(
	entries: readonly Entry[],
	{ page, placeholder, room }: { readonly page: number; readonly placeholder: string; readonly room: number },
): { readonly blocks: readonly Block[]; readonly count: number } {
	const items = entries.map(({ text, choice }) => ({
		blocks: [{ kind: 'list' as const, items: [text] }],
		ways: choice === undefined ? [] : [choice],
	}));
	const { blocks, ways, count } = pageOf(
		pages([{ head: [], headAgain: [], items }], { room, most: entriesOnPage }),
		page,
	);
	const list: Block = {
		kind: 'list',
		items: blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])),
	};
	return {
		blocks: [list, ...(ways.length === 0 ? [] : [{ kind: 'menu' as const, placeholder, choices: ways }])],
		count,
	};
}
