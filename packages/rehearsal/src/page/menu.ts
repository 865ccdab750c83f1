import { h, icon } from './dom.ts';
import { popUp } from './popup.ts';

export interface MenuItem {
	readonly label: string;
	readonly hint?: string;
	/** A heading over the first item with this group. */
	readonly group?: string;
	readonly danger?: boolean;
	/** Leads to another menu. */
	readonly more?: boolean;
	readonly do: () => void;
}

/** A row of items at the top, each with a symbol: reactions. */
export interface QuickItem {
	readonly sign: string;
	readonly label: string;
	readonly do: () => void;
}

/** A context menu: arrow keys, Home, End, first letters; Escape brings the focus back. */
export function openMenu(
	name: string,
	items: readonly MenuItem[],
	anchor: Element | { readonly x: number; readonly y: number },
	quick: readonly QuickItem[] = [],
): void {
	const before = document.activeElement;
	const entries = items.map((item) =>
		h(
			'button',
			{
				type: 'button',
				role: 'menuitem',
				tabindex: '-1',
				class: item.danger === true ? 'danger' : null,
				'aria-haspopup': item.more === true ? 'menu' : null,
				on: { click: () => pick(item) },
			},
			item.label,
			item.hint === undefined ? null : h('small', {}, item.hint),
			item.more === true ? icon('right') : null,
		),
	);
	const signs = quick.map((item) =>
		h(
			'button',
			{
				type: 'button',
				role: 'menuitem',
				tabindex: '-1',
				'aria-label': item.label,
				title: item.label,
				on: { click: () => pick(item) },
			},
			item.sign,
		),
	);
	const buttons = [...signs, ...entries];
	const pick = (item: MenuItem | QuickItem) => {
		close();
		item.do();
	};
	const menu = h(
		'div',
		{ class: 'panel menu', role: 'menu', 'aria-label': name },
		signs.length === 0 ? null : h('div', { class: 'quick', role: 'presentation' }, signs),
		items.map((item, at) => [
			item.group !== undefined && item.group !== items[at - 1]?.group
				? h('div', { class: 'group', role: 'presentation' }, item.group)
				: null,
			entries[at],
		]),
	);
	const close = popUp(menu, anchor, {
		closed: () => {
			if (before instanceof HTMLElement && before.isConnected && menu.contains(document.activeElement))
				before.focus();
		},
	});
	const focus = (at: number) => buttons[(at + buttons.length) % buttons.length]?.focus();
	const move: Readonly<Record<string, (at: number) => number>> = {
		ArrowDown: (at) => at + 1,
		ArrowUp: (at) => at - 1,
		ArrowRight: (at) => at + 1,
		ArrowLeft: (at) => at - 1,
		Home: () => 0,
		End: () => -1,
	};
	menu.addEventListener('keydown', (event) => {
		const to = move[event.key];
		if (event.key === 'Escape' || event.key === 'Tab') {
			if (before instanceof HTMLElement) before.focus();
			close();
		} else if (to !== undefined) focus(to(buttons.indexOf(document.activeElement as HTMLButtonElement)));
		else if (event.key.length === 1) {
			const letter = event.key.toLocaleLowerCase();
			buttons.find(({ textContent }) => textContent?.toLocaleLowerCase().startsWith(letter))?.focus();
			return;
		} else return;
		event.preventDefault();
		event.stopPropagation();
	});
	focus(0);
}
