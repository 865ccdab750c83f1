import { h, icon } from '../dom.ts';

interface MessageActions {
	readonly menu: (id: string, anchor: Element | { readonly x: number; readonly y: number }) => void;
	readonly reply: (id: string) => void;
}

/**
 * One message at a time can be reached by Tab; arrows go from message to message, Tab on into it. The small bar
 * with "reply" and "more" is on the message that the pointer or the focus is on.
 */
export function rovingFocus(list: HTMLElement, { menu, reply }: MessageActions): void {
	const messageAt = (target: EventTarget | null) =>
		target instanceof Element ? target.closest<HTMLElement>('.message') : null;
	const idOf = (message: HTMLElement) => message.dataset.id ?? '';
	const button = (label: string, shape: 'reply' | 'more', act: (message: HTMLElement) => void) =>
		h(
			'button',
			{
				class: 'icon-button',
				type: 'button',
				'aria-label': label,
				title: label,
				on: {
					click: ({ currentTarget }) => {
						const message = messageAt(currentTarget);
						if (message !== null) act(message);
					},
				},
			},
			icon(shape),
		);
	const bar = h(
		'div',
		{ class: 'message-bar', role: 'group', 'aria-label': 'Message actions' },
		button('Reply', 'reply', (message) => reply(idOf(message))),
		button('More', 'more', (message) => menu(idOf(message), bar)),
	);
	const moveBar = (event: Event) => {
		const message = messageAt(event.target);
		if (message !== null && !message.contains(bar) && !message.classList.contains('system'))
			message.append(bar);
	};
	list.addEventListener('pointerover', moveBar);
	list.addEventListener('focusin', (event) => {
		moveBar(event);
		const message = messageAt(event.target);
		if (message === null) return;
		for (const other of list.querySelectorAll('.message[tabindex="0"]')) other.setAttribute('tabindex', '-1');
		message.tabIndex = 0;
	});
	list.addEventListener('keydown', (event) => {
		const message = messageAt(event.target);
		if (message === null || event.target !== message) {
			if (event.key === 'Escape' && message !== null) message.focus();
			return;
		}
		const all = [...list.querySelectorAll<HTMLElement>('.message')];
		const at = all.indexOf(message);
		const go: Readonly<Record<string, HTMLElement | undefined>> = {
			ArrowUp: all[at - 1],
			ArrowDown: all[at + 1],
			Home: all[0],
			End: all.at(-1),
		};
		if (event.key in go) {
			event.preventDefault();
			const to = go[event.key];
			to?.focus({ preventScroll: true });
			to?.scrollIntoView({ block: 'nearest' });
		} else if (event.key === 'r' && !event.ctrlKey && !event.metaKey) {
			event.preventDefault();
			reply(idOf(message));
		}
	});
	list.addEventListener('contextmenu', (event) => {
		const message = messageAt(event.target);
		if (message === null || (event.target instanceof Element && event.target.closest('a') !== null)) return;
		event.preventDefault();
		// The menu key gives no place of the pointer: the menu opens at the message then.
		const byKey = event.clientX === 0 && event.clientY === 0;
		menu(idOf(message), byKey ? message : { x: event.clientX, y: event.clientY });
	});
}

/** Makes sure that Tab finds a message: the one that was focused last, else the newest. */
export function reachable(list: HTMLElement): void {
	if (list.querySelector('.message[tabindex="0"]') !== null) return;
	const newest = list.querySelector<HTMLElement>(':scope > .message:last-child');
	if (newest !== null) newest.tabIndex = 0;
}
