import { fill, h, icon, type Shape } from '../dom.ts';
import { Channel } from '../kinds.ts';
import type { Stage } from '../stage.ts';
import { guildIdOf, isForum, isThread, parentIdOf, placeName } from '../world/names.ts';
import type { Place } from '../world/world.ts';

/** The servers and their channels, with the threads under them. */
export function sidebar(stage: Stage): { readonly element: HTMLElement; refresh(): void } {
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
		const { world } = stage;
		const here = world.places.get(stage.placeId);
		const guildId = guildIdOf(here);
		const guild = guildId === null ? undefined : world.guilds.get(guildId);
		title.textContent = guild?.name ?? 'Direct messages';
		const focused = element.contains(document.activeElement)
			? document.activeElement?.getAttribute('data-place')
			: null;
		fill(servers, serverButtons(stage, guildId));
		fill(
			channels,
			placesOf(stage, guildId).map((place) => placeButton(place, stage)),
		);
		if (focused) element.querySelector<HTMLElement>(`[data-place="${CSS.escape(focused)}"]`)?.focus();
	};
	return { element, refresh };
}

function serverButtons(stage: Stage, current: string | null): HTMLElement[] {
	const { world } = stage;
	const direct = [...world.places.values()].find((place) => place.type === Channel.direct);
	const button = (name: string, short: string, place: Place | undefined, here: boolean) =>
		h(
			'button',
			{
				class: 'server',
				type: 'button',
				title: name,
				'aria-label': name,
				'aria-current': here ? 'true' : null,
				'data-place': `server-${name}`,
				disabled: place === undefined,
				on: { click: () => place !== undefined && stage.goTo(place.id) },
			},
			short,
		);
	return [
		...(direct === undefined ? [] : [button('Direct messages', '@', direct, current === null)]),
		...[...world.guilds.values()].map((guild) => {
			const initials = guild.name
				.split(/\s+/u)
				.map((word) => [...word][0] ?? '')
				.join('')
				.slice(0, 3);
			return button(guild.name, initials, placesOf(stage, guild.id)[0], guild.id === current);
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

/** Channels by position, each with its open threads after it. Posts of a forum stand in the forum only. */
function placesOf({ world }: Stage, guildId: string | null): Place[] {
	const all = [...world.places.values()].filter((place) => guildIdOf(place) === guildId);
	if (guildId === null) return all;
	const position = (place: Place) => ('position' in place ? (place.position ?? 0) : 0);
	return all
		.filter((place) => talked.includes(place.type))
		.sort((a, b) => position(a) - position(b) || a.id.localeCompare(b.id))
		.flatMap((channel) => [
			channel,
			...(isForum(channel)
				? []
				: all.filter((place) => isThread(place) && parentIdOf(place) === channel.id && !isArchived(place))),
		]);
}

const isArchived = (place: Place): boolean =>
	'thread_metadata' in place && place.thread_metadata?.archived === true;

export const shapeOf = (place: Place): Shape =>
	isThread(place) ? 'thread' : isForum(place) ? 'forum' : 'hash';

function placeButton(place: Place, stage: Stage): HTMLElement {
	const current =
		place.id === stage.placeId ||
		(isThread(stage.world.places.get(stage.placeId)) &&
			isForum(place) &&
			parentIdOf(stage.world.places.get(stage.placeId)) === place.id);
	const unread = stage.world.unread.has(place.id);
	return h(
		'button',
		{
			class: ['place', isThread(place) && 'thread', unread && 'unread'].filter(Boolean).join(' '),
			type: 'button',
			'aria-current': current ? 'page' : null,
			'data-place': place.id,
			on: { click: () => stage.goTo(place.id) },
		},
		icon(shapeOf(place)),
		h('span', { class: 'place-name', dir: 'auto' }, placeName(stage.world, place)),
		unread && h('span', { class: 'unheard' }, ' (unread)'),
	);
}
