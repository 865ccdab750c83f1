import type { Block, MenuChoice, Text } from '../../src/card.ts';
import { pageOf, pages } from '../../src/cards/pages.ts';

/** An item of a list, with the choice for it in the menu under the list. */
export interface ListItem {
	readonly text: Text;
	readonly choice?: MenuChoice;
}

/** Few enough for a menu with a choice for each. */
const itemsOnPage = 20;

/**
 * A page of a list with a menu of its items.
 * @param room how much text the list may take.
 * @throws UserError for a page that does not exist.
 */
export function listPage(
	items: readonly ListItem[],
	{ page, placeholder, room }: { readonly page: number; readonly placeholder: string; readonly room: number },
): { readonly blocks: readonly Block[]; readonly count: number } {
	const withChoices = items.map(({ text, choice }) => ({
		blocks: [{ kind: 'list' as const, items: [text] }],
		ways: choice === undefined ? [] : [choice],
	}));
	const { blocks, ways, count } = pageOf(
		pages([{ head: [], headAgain: [], items: withChoices }], { room, most: itemsOnPage }),
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
