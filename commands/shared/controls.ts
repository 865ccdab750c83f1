import type { Action, Block, MenuChoice } from '../../src/card.ts';

/** Discord's: buttons in a row, choices in a menu. */
const most = { buttons: 5, choices: 25 };

/** Buttons in one row, or two where there is no menu above them: a card has at most two rows of controls. */
export function rows(
	buttons: readonly Action[],
	menu: readonly Block[] = [],
): readonly (readonly Action[])[] {
	const once = [...new Map(buttons.map((button) => [button.label, button])).values()];
	const first = once.slice(0, most.buttons);
	const second = menu.length > 0 ? [] : once.slice(most.buttons, 2 * most.buttons);
	return [first, second].filter((row) => row.length > 0);
}

/** A menu, or nothing where there is nothing to choose. */
export function menu(placeholder: string, choices: readonly MenuChoice[]): readonly Block[] {
	if (choices.length === 0) return [];
	return [{ kind: 'menu', placeholder, choices: choices.slice(0, most.choices) }];
}
