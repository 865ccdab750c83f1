import { fill, h, icon, type Shape } from '../dom.ts';
import type { Page } from '../page.ts';
import { isThread, parentIdOf, placeName } from '../world/names.ts';
import type { Place } from '../world/world.ts';
import { shapeOf } from './sidebar.ts';
import { nextTheme, themeName } from './theme.ts';

export interface HeaderSettings {
	readonly toggle: (part: 'channels' | 'members' | 'drawer') => void;
	readonly shown: (part: 'channels' | 'members' | 'drawer') => boolean;
	/** Requests that Discord would have refused. */
	readonly refusals: () => number;
}

/** What keeps members from writing in a thread. */
function stateOf(place: Place | undefined): string | null {
	const thread = place !== undefined && 'thread_metadata' in place ? place.thread_metadata : undefined;
	if (thread?.locked) return 'Locked: only those who manage threads write here';
	return thread?.archived ? 'Archived: a message opens it again' : null;
}

/** The line above the messages: the current place, and what can be opened next to them. */
export function header(
	page: Page,
	{ toggle, shown, refusals }: HeaderSettings,
): { readonly element: HTMLElement; refresh(): void } {
	const element = h('header', { class: 'place-header' });
	const button = (
		label: string,
		shape: Shape,
		press: () => void,
		extras: Record<string, string | null> = {},
	) =>
		h(
			'button',
			{
				class: 'icon-button',
				type: 'button',
				'aria-label': label,
				title: label,
				...extras,
				on: { click: press },
			},
			icon(shape),
		);
	const opener = (label: string, shape: Shape, part: 'channels' | 'members' | 'drawer') =>
		button(label, shape, () => toggle(part), {
			'aria-expanded': String(shown(part)),
			'aria-controls': part,
			'data-part': part,
		});
	const refresh = () => {
		const focused = element.contains(document.activeElement)
			? document.activeElement?.getAttribute('data-part')
			: null;
		const place = page.world.places.get(page.placeId);
		const parent = page.world.places.get(isThread(place) ? (parentIdOf(place) ?? '') : '');
		const topic = stateOf(place) ?? (place !== undefined && 'topic' in place ? place.topic : null);
		const refused = refusals();
		const drawer = opener('Developers: requests and faults', 'tools', 'drawer');
		if (refused > 0)
			drawer.append(
				h('span', { class: 'badge' }, String(refused), h('span', { class: 'unheard' }, ' refused')),
			);
		fill(
			element,
			opener('Channels', 'menu', 'channels'),
			parent === undefined
				? null
				: [
						h(
							'button',
							{ class: 'linklike parent', type: 'button', on: { click: () => page.goTo(parent.id) } },
							placeName(page.world, parent),
						),
						icon('right'),
					],
			place === undefined ? null : icon(shapeOf(place)),
			h('h2', { class: 'place-title', dir: 'auto' }, place === undefined ? '' : placeName(page.world, place)),
			topic ? h('p', { class: 'topic', dir: 'auto', title: topic }, topic) : h('span', { class: 'topic' }),
			button(
				`Colours: ${themeName()}`,
				'sun',
				() => {
					nextTheme();
					refresh();
				},
				{ 'data-part': 'theme' },
			),
			drawer,
			opener('Members', 'people', 'members'),
		);
		if (focused) element.querySelector<HTMLElement>(`[data-part="${CSS.escape(focused)}"]`)?.focus();
	};
	return { element, refresh };
}
