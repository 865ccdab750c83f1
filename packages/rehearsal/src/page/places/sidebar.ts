import { fill, h, icon, type Shape } from '../dom.ts';
import { Channel } from '../kinds.ts';
import type { Page } from '../page.ts';
import { guildIdOf, isForum, isThread, parentIdOf, placeName } from '../world/names.ts';
import type { Place } from '../world/world.ts';

/** The servers and their channels, with the threads under them. */
export function sidebar(page: Page): { readonly element: HTMLElement; refresh(): void } {
	const servers = h('nav', { class: 'servers', 'aria-label': 'Servers' });
	const title = h('h1', { class: 'server-name' });
	const channels = h('nav', { class: 'channels', 'aria-label': 'Channels' });
	const element = h(
		'div',
		{ class: 'sidebar' },
		servers,
		h('div', { class: 'channel-column' }, title, channels),
	);

	const refresh = () => {
		const { world } = page;
		const here = world.places.get(page.placeId);
		const guildId = guildIdOf(here);
		const guild = guildId === null ? undefined : world.guilds.get(guildId);
		title.textContent = guild?.name ?? 'Direct messages';
		const focused = element.contains(document.activeElement)
			? document.activeElement?.getAttribute('data-place')
			: null;
		fill(servers, serverButtons(page, guildId));
		fill(
			channels,
			categoriesOf(page, guildId).map(([name, places]) => [
				name === null ? null : h('h2', { class: 'category', dir: 'auto' }, name),
				places.map((place) => placeButton(place, page)),
			]),
		);
		if (focused) element.querySelector<HTMLElement>(`[data-place="${CSS.escape(focused)}"]`)?.focus();
	};
	return { element, refresh };
}

function serverButtons(page: Page, current: string | null): HTMLElement[] {
	const { world } = page;
	const direct = [...world.places.values()].find((place) => place.type === Channel.direct);
	const button = (name: string, short: string, place: Place | undefined, here: boolean) =>
		h(
			'button',
			{
				class: 'server',
				type: 'button',
				title: name,
				'aria-current': here ? 'true' : null,
				'data-place': `server-${name}`,
				disabled: place === undefined,
				on: { click: () => place !== undefined && page.goTo(place.id) },
			},
			short,
			h('span', { class: 'unheard' }, ` ${name}`),
		);
	return [
		...(direct === undefined ? [] : [button('Direct messages', '@', direct, current === null)]),
		...[...world.guilds.values()].map((guild) => {
			const initials = guild.name
				.split(/\s+/u)
				.map((word) => [...word][0] ?? '')
				.join('')
				.slice(0, 3);
			return button(
				guild.name,
				initials,
				categoriesOf(page, guild.id).flatMap(([, places]) => places)[0],
				guild.id === current,
			);
		}),
	];
}

const talked = [
	Channel.text,
	Channel.announcement,
	Channel.forum,
	Channel.media,
	Channel.voice,
] as readonly number[];

/** Channels by position under their categories, those without one first; each with its open threads after it. */
function categoriesOf({ world }: Page, guildId: string | null): [name: string | null, places: Place[]][] {
	const all = [...world.places.values()].filter((place) => guildIdOf(place) === guildId);
	if (guildId === null) return [[null, all]];
	const sorted = all.sort((a, b) => position(a) - position(b) || a.id.localeCompare(b.id));
	const categories = sorted.filter((place) => place.type === Channel.category);
	const under = (parentId: string | null) =>
		sorted
			.filter((place) => talked.includes(place.type))
			.filter((place) => {
				const parent = parentIdOf(place);
				return parentId === null ? !categories.some(({ id }) => id === parent) : parent === parentId;
			})
			.flatMap((channel) => [channel, ...threadsOf(channel, sorted)]);
	return [
		[null, under(null)],
		...categories.map(({ id, name }): [string | null, Place[]] => [name ?? '', under(id)]),
	];
}

const position = (place: Place): number => ('position' in place ? (place.position ?? 0) : 0);

/** Posts of a forum are only in the forum. */
const threadsOf = (channel: Place, all: readonly Place[]): Place[] =>
	isForum(channel)
		? []
		: all.filter((place) => isThread(place) && parentIdOf(place) === channel.id && !isArchived(place));

const isArchived = (place: Place): boolean =>
	'thread_metadata' in place && place.thread_metadata?.archived === true;

export const shapeOf = (place: Place): Shape =>
	isThread(place) ? 'thread' : isForum(place) ? 'forum' : 'hash';

function placeButton(place: Place, page: Page): HTMLElement {
	const current =
		place.id === page.placeId ||
		(isThread(page.world.places.get(page.placeId)) &&
			isForum(place) &&
			parentIdOf(page.world.places.get(page.placeId)) === place.id);
	const unread = page.world.unread.has(place.id);
	return h(
		'button',
		{
			class: ['place', isThread(place) && 'thread', unread && 'unread'].filter(Boolean).join(' '),
			type: 'button',
			'aria-current': current ? 'page' : null,
			'data-place': place.id,
			on: { click: () => page.goTo(place.id) },
		},
		icon(shapeOf(place)),
		h('span', { class: 'place-name', dir: 'auto' }, placeName(page.world, place)),
		unread && h('span', { class: 'unheard' }, ' (unread)'),
	);
}
