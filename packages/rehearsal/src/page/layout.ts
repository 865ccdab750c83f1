import { timeline } from './chat/timeline.ts';
import { typingLine } from './chat/typing.ts';
import { type Composer, composer } from './composer/composer.ts';
import { fill, h } from './dom.ts';
import { drawer } from './drawer/drawer.ts';
import { isRefused } from './drawer/request.ts';
import { tick } from './markdown/time.ts';
import type { Page } from './page.ts';
import { forum } from './places/forum.ts';
import { header } from './places/header.ts';
import { memberList } from './places/members.ts';
import { sidebar } from './places/sidebar.ts';
import { who } from './places/who.ts';
import { toaster } from './toast.ts';
import type { Change } from './world/apply.ts';
import { isForum, isThread, member, memberName, parentIdOf, placeName, userName } from './world/names.ts';

export interface Layout {
	readonly composer: Composer;
	/** Another place. */
	moved(): void;
	/** A message of this place, wherever it is. */
	reveal(messageId: string): void;
	/** Redraws everything: at first, for another member, or for the same one. */
	renewed(as: 'first' | 'another' | 'same'): void;
	changed(change: Change): void;
	connected(connected: boolean): void;
	say(text: string): void;
}

type Panel = 'channels' | 'members' | 'drawer';
/** Wide enough for the members next to the messages. */
const wide = matchMedia('(min-width: 1100px)');
/** Wide enough for the drawer next to them. */
const roomy = matchMedia('(min-width: 1400px)');
const relativeEvery = 15_000;

/** Puts the page together, and passes each change to the parts it concerns. */
export function layout(
	app: HTMLElement,
	page: Page,
	{ actAs }: { readonly actAs: (memberId: string) => void },
): Layout {
	const open: Record<Panel, boolean> = { channels: false, members: wide.matches, drawer: false };
	const toasts = toaster();
	const gone = h('p', { class: 'gone', role: 'status', hidden: true }, 'Connection lost. Reconnecting…');
	const messages = timeline(page);
	const write = composer(page);
	const typing = typingLine(page);
	const side = sidebar(page);
	const me = who(page, actAs);
	const members = memberList(page);
	const top = header(page, {
		toggle: (part) => toggle(part),
		shown: (part) => open[part],
		refusals: () => page.world.requests.filter(isRefused).length,
	});
	const developers = drawer(page, { close: () => toggle('drawer'), isOpen: () => open.drawer });
	const placeArea = h('div', { class: 'place-area' });
	side.element.id = 'channels';
	side.element.querySelector('.channel-column')?.append(me.element);
	const main = h('main', { class: 'chat' }, top.element, gone, placeArea, typing.element, write.element);
	fill(app, side.element, main, developers.element, members.element, toasts.element);

	const show = () => {
		for (const [part, shown] of Object.entries(open)) app.dataset[part] = shown ? 'open' : 'closed';
		developers.element.inert = !open.drawer;
		members.element.inert = !open.members;
		developers.refresh();
		top.refresh();
	};
	const toggle = (part: Panel) => {
		open[part] = !open[part];
		if (part === 'drawer' && open.drawer && !roomy.matches) open.members = false;
		show();
		const opened: Record<Panel, HTMLElement> = {
			channels: side.element,
			members: members.element,
			drawer: developers.element,
		};
		if (open[part]) opened[part].querySelector<HTMLElement>('button, input')?.focus();
		else top.element.querySelector<HTMLElement>(`[data-part=${part}]`)?.focus();
	};
	const place = () => {
		const here = page.world.places.get(page.placeId);
		const name = here === undefined ? '' : placeName(page.world, here);
		document.title = `${isThread(here) ? name : `#${name}`} · ${userName(page.world.bot)} rehearsal`;
		if (isForum(here)) fill(placeArea, forum(page));
		else {
			fill(placeArea, messages.element);
			messages.open();
		}
	};
	const all = () => {
		for (const part of [top, side, me, members, developers, typing]) part.refresh();
		place();
	};
	/** A forum or its posts: redrawn as a whole. */
	const forumChanged = (placeId: string) => {
		const here = page.world.places.get(page.placeId);
		const parent = parentIdOf(page.world.places.get(placeId));
		if (isForum(here) && (placeId === page.placeId || parent === page.placeId)) place();
	};
	app.addEventListener('keydown', (event) =>
		keys(event, page, write, () => {
			if (open.channels && !wide.matches) toggle('channels');
		}),
	);
	wide.addEventListener('change', () => {
		open.members = wide.matches;
		show();
	});
	setInterval(tick, relativeEvery);

	return {
		composer: write,
		reveal: (id) =>
			void messages.reveal(id).then((found) => found || toasts.say('This message was not found.')),
		say: toasts.say,
		connected(connected) {
			gone.hidden = connected;
		},
		moved() {
			const wasOpen = open.channels;
			open.channels = false;
			show();
			for (const part of [side, members, typing]) part.refresh();
			write.refresh();
			place();
			if (wasOpen) write.focus();
		},
		renewed(as) {
			show();
			all();
			if (as === 'same') return;
			write.refresh();
			const found = member(page.world, null, page.world.memberId);
			if (found !== null && as === 'another') toasts.say(`You are ${memberName(found)}.`);
			write.focus();
		},
		changed(change) {
			switch (change.kind) {
				case 'message':
					return messageChanged(change);
				case 'typing':
					return typing.refresh();
				case 'requests':
					developers.refresh();
					return top.refresh();
				case 'faults':
					return developers.refresh();
				case 'presence':
					members.refresh();
					return write.commandsChanged();
				case 'commands':
					return write.commandsChanged();
				case 'places':
					side.refresh();
					top.refresh();
					if (isForum(page.world.places.get(page.placeId))) place();
					else redrawStarters();
					return;
				default:
			}
		},
	};

	function messageChanged(change: Extract<Change, { kind: 'message' }>) {
		if (change.placeId !== page.placeId) {
			side.refresh();
			forumChanged(change.placeId);
			return;
		}
		typing.refresh();
		if (change.what === 'gone') messages.removed(change.ids);
		else if (change.what === 'changed') for (const id of change.ids) messages.changed(id);
		else {
			const added = page.world.messages.get(page.placeId)?.at(-1);
			if (added !== undefined) messages.added(added);
		}
	}

	/** A message shows the thread that was started from it, and how many messages are in there. */
	function redrawStarters() {
		for (const found of page.world.places.values()) {
			if (isThread(found) && parentIdOf(found) === page.placeId) messages.changed(found.id);
		}
	}
}

function keys(event: KeyboardEvent, page: Page, write: Composer, closePanels: () => void): void {
	const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
	if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
		// The key press itself still reaches the field that has the focus now.
		write.focus();
	} else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
		event.preventDefault();
		const places = [...document.querySelectorAll<HTMLElement>('.channels [data-place]')];
		const at = places.findIndex((button) => button.dataset.place === page.placeId);
		const next = places[at + (event.key === 'ArrowDown' ? 1 : -1)];
		if (next?.dataset.place !== undefined) page.goTo(next.dataset.place);
	} else if (event.key === 'Escape') closePanels();
}
