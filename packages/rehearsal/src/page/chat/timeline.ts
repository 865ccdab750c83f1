import type { ShownMessage } from '../../api.ts';
import { h, icon } from '../dom.ts';
import { longDay } from '../markdown/time.ts';
import { continues, showMessage } from '../message/message.ts';
import type { Page } from '../page.ts';
import { localeOf } from '../world/names.ts';
import { openMessageMenu } from './message-menu.ts';
import { loadOlder } from './older.ts';
import { reachable, rovingFocus } from './roving-focus.ts';

export interface Timeline {
	readonly element: HTMLElement;
	/** Shows another place from its newest message on. */
	open(): void;
	/** Shows a message of this place and puts the focus on it; false where there is none. */
	reveal(id: string): Promise<boolean>;
	added(message: ShownMessage): void;
	changed(id: string): void;
	removed(ids: readonly string[]): void;
}

/** At most this many messages are in the document at once; the others are added and removed while scrolling. */
const mostShown = 150;
const step = 40;
/** This near to an end, in px, the next ones are loaded. */
const near = 800;

/** A channel's messages: a window that moves over all of them. */
export function timeline(page: Page): Timeline {
	/** The window: messages from `first` up to, not including, `last`. */
	let first = 0;
	let last = 0;
	let loading = false;
	const list = h('div', { class: 'messages', role: 'log', 'aria-label': 'Messages' });
	const present = h(
		'button',
		{ class: 'to-present', type: 'button', hidden: true, on: { click: () => open() } },
		'Jump to present',
		icon('down'),
	);
	const scroller = h('div', { class: 'scroller' }, list);
	const element = h('div', { class: 'timeline' }, scroller, present);

	const messages = () => page.world.messages.get(page.placeId) ?? [];
	const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
	const toEnd = () => {
		scroller.scrollTop = scroller.scrollHeight;
	};
	const draw = (at: number): Node[] => {
		const message = messages()[at];
		if (message === undefined) return [];
		const before = messages()[at - 1];
		const shown = showMessage(message, page, continues(message, before));
		const date = new Date(message.timestamp).toDateString();
		const newDay = before === undefined || new Date(before.timestamp).toDateString() !== date;
		return newDay ? [day(message), shown] : [shown];
	};
	const day = (message: ShownMessage) =>
		h('p', { class: 'day' }, longDay(message.timestamp, localeOf(page.world)));
	const range = (from: number, to: number) =>
		Array.from({ length: to - from }, (_, at) => draw(from + at)).flat();

	/** Changes the window and keeps what is being read where it is. */
	const keepingPlace = (change: () => void) => {
		const top = scroller.getBoundingClientRect().top;
		const anchor = [...list.querySelectorAll('.message')].find(
			(found) => found.getBoundingClientRect().bottom > top,
		);
		const before = anchor?.getBoundingClientRect().top ?? 0;
		change();
		// It may have been drawn again: the same message, another element.
		const now = anchor === undefined ? null : document.getElementById(anchor.id);
		if (now !== null) scroller.scrollTop += now.getBoundingClientRect().top - before;
	};
	const trim = (from: 'top' | 'bottom') => {
		const surplus = last - first - mostShown;
		if (surplus <= 0) return;
		const shown = [...list.querySelectorAll(':scope > .message')];
		if (from === 'top') {
			const firstKept = shown[surplus];
			while (list.firstChild !== null && list.firstChild !== firstKept) list.firstChild.remove();
			first += surplus;
		} else {
			const lastKept = shown[shown.length - surplus - 1];
			while (list.lastChild !== null && list.lastChild !== lastKept) list.lastChild.remove();
			last -= surplus;
		}
	};
	const older = async () => {
		if (loading) return;
		if (first === 0) {
			if (page.world.complete.has(page.placeId)) return;
			loading = true;
			const { placeId, world } = page;
			const count = await loadOlder(world, placeId);
			loading = false;
			// A new snapshot may have come meanwhile: its messages are drawn already.
			if (placeId !== page.placeId || world !== page.world || count === 0) return;
			first += count;
			last += count;
		}
		const from = Math.max(0, first - step);
		keepingPlace(() => {
			// The topmost may have been under another day or without a name: draw it again.
			const top = messages()[first];
			list.prepend(...range(from, first));
			first = from;
			if (top !== undefined) redraw(top.id);
			trim('bottom');
		});
		showPresent();
	};
	const newer = () => {
		const to = Math.min(messages().length, last + step);
		keepingPlace(() => {
			list.append(...range(last, to));
			last = to;
			trim('top');
		});
		showPresent();
	};
	const showPresent = () => {
		reachable(list);
		present.hidden =
			last === messages().length && scroller.scrollHeight - scroller.scrollTop < scroller.clientHeight * 3;
	};
	const scrolled = () => {
		if (scroller.scrollTop < near) void older();
		if (last < messages().length && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near)
			newer();
		showPresent();
	};
	const elementOf = (id: string) => document.getElementById(`message-${id}`);
	const redraw = (id: string) => {
		const old = elementOf(id);
		const at = messages().findIndex((message) => message.id === id);
		const message = messages()[at];
		if (old === null || message === undefined) return;
		const fresh = showMessage(message, page, continues(message, messages()[at - 1]));
		const focused = old.contains(document.activeElement) ? document.activeElement : null;
		const customId = focused?.getAttribute('data-custom-id');
		fresh.tabIndex = old.tabIndex;
		old.replaceWith(fresh);
		if (focused === null) return;
		const again = customId
			? fresh.querySelector<HTMLElement>(`[data-custom-id=${CSS.escape(customId)}]`)
			: null;
		(again !== null && !again.matches(':disabled') ? again : fresh).focus({ preventScroll: true });
	};
	const open = () => {
		last = messages().length;
		first = Math.max(0, last - mostShown / 2);
		list.replaceChildren(...range(first, last));
		toEnd();
		showPresent();
	};
	const indexOf = (id: string) => messages().findIndex((message) => message.id === id);
	const reveal = async (id: string) => {
		const placeId = page.placeId;
		while (indexOf(id) === -1 && !page.world.complete.has(placeId)) {
			const { world } = page;
			const count = await loadOlder(world, placeId);
			if (placeId !== page.placeId || count === 0) break;
			if (world !== page.world) continue;
			first += count;
			last += count;
		}
		const at = indexOf(id);
		if (at === -1) return false;
		if (elementOf(id) === null) {
			first = Math.max(0, at - mostShown / 4);
			last = Math.min(messages().length, first + mostShown / 2);
			list.replaceChildren(...range(first, last));
			showPresent();
		}
		following = false;
		elementOf(id)?.scrollIntoView({ block: 'center' });
		elementOf(id)?.focus({ preventScroll: true });
		return true;
	};
	scroller.addEventListener('scroll', scrolled, { passive: true });
	// What grows while the newest is in sight (a picture, an edit) must not push it out.
	let following = true;
	scroller.addEventListener(
		'scroll',
		() => {
			following = atEnd() && last === messages().length;
		},
		{ passive: true },
	);
	new ResizeObserver(() => following && toEnd()).observe(list);
	new ResizeObserver(() => following && toEnd()).observe(scroller);
	rovingFocus(list, {
		menu: (id, anchor) => {
			const message = messages().find((candidate) => candidate.id === id);
			if (message !== undefined) openMessageMenu(message, page, anchor);
		},
		reply: (id) => {
			const message = messages().find((candidate) => candidate.id === id);
			if (message !== undefined) page.replyTo(message);
		},
	});

	return {
		element,
		open() {
			following = true;
			open();
		},
		added(message) {
			const all = messages();
			const mine = isOwn(message, page.world.memberId);
			if (last !== all.length - 1) {
				if (mine) open();
				else showPresent();
				return;
			}
			list.append(...draw(last));
			last += 1;
			if (following || mine) {
				trim('top');
				toEnd();
			}
			showPresent();
		},
		reveal,
		changed: redraw,
		removed(ids) {
			for (const id of ids) elementOf(id)?.remove();
			const left = messages();
			last = Math.min(last, left.length);
			first = Math.min(first, last);
			const shown = list.querySelectorAll('.message').length;
			if (shown !== last - first) open();
			reachable(list);
		},
	};
}

/** A member is shown what they wrote or asked for, or what only they see, wherever they were reading. */
const isOwn = (message: ShownMessage, memberId: string): boolean =>
	message.author.id === memberId ||
	message.rehearsal.visibleTo === memberId ||
	message.interaction?.user.id === memberId;
