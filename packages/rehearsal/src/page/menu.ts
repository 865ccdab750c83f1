import { h } from './dom.ts';
import { popUp } from './popup.ts';

export interface MenuItem {
	readonly label: string;
	readonly hint?: string;
	/** A heading over the first item with this group. */
	readonly group?: string;
	readonly danger?: boolean;
	readonly do: () => void;
}

/** A context menu: arrow keys, Home, End, first letters; Escape brings the focus back. */
export function openMenu(
	name: string,
	items: readonly MenuItem[],
	anchor: Element | { readonly x: number; readonly y: number },
): void {
	const before = document.activeElement;
	const buttons = items.map((item) =>
		h(
			'button',
			{
				type: 'button',
				role: 'menuitem',
				tabindex: '-1',
				class: item.danger === true ? 'danger' : null,
				on: {
					click: () => {
						close();
						item.do();
					},
				},
			},
			item.label,
			item.hint === undefined ? null : h('small', {}, item.hint),
		),
	);
	const menu = h(
		'div',
		{ class: 'panel menu', role: 'menu', 'aria-label': name },
		items.map((item, at) => [
			item.group !== undefined && item.group !== items[at - 1]?.group
				? h('div', { class: 'group', role: 'presentation' }, item.group)
				: null,
			buttons[at],
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
