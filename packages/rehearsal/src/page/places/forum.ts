import { h, icon } from '../dom.ts';
import { shortMoment } from '../markdown/time.ts';
import { preview } from '../message/origin.ts';
import type { Page } from '../page.ts';
import { localeOf, nameOf, parentIdOf } from '../world/names.ts';
import type { Place } from '../world/world.ts';

/** A forum's posts, the latest first. */
export function forum(page: Page): HTMLElement {
	const { world } = page;
	const channel = world.places.get(page.placeId);
	const posts = [...world.places.values()]
		.filter((place) => parentIdOf(place) === page.placeId)
		.sort((a, b) => (latest(b) > latest(a) ? 1 : -1));
	const topic = channel !== undefined && 'topic' in channel ? channel.topic : null;
	return h(
		'div',
		{ class: 'forum' },
		topic ? h('p', { class: 'hint' }, topic) : null,
		posts.length === 0
			? h('p', { class: 'nothing' }, 'No posts here yet.')
			: h(
					'ul',
					{},
					posts.map((post) => h('li', {}, postCard(post, channel, page))),
				),
	);
}

/** Snowflakes grow with time. */
const latest = (post: Place): bigint =>
	BigInt(('last_message_id' in post ? post.last_message_id : null) ?? post.id);

function postCard(post: Place, channel: Place | undefined, page: Page): HTMLElement {
	const first = page.world.messages.get(post.id)?.[0];
	const tags = channel !== undefined && 'available_tags' in channel ? channel.available_tags : [];
	const applied = 'applied_tags' in post ? (post.applied_tags ?? []) : [];
	const count = ('message_count' in post ? post.message_count : 0) ?? 0;
	return h(
		'button',
		{ class: 'post', type: 'button', on: { click: () => page.goTo(post.id) } },
		applied.length === 0
			? null
			: h(
					'span',
					{ class: 'post-tags' },
					applied.map((id) => h('span', { class: 'picked' }, tags.find((tag) => tag.id === id)?.name ?? '')),
				),
		h('b', { dir: 'auto' }, post.name ?? ''),
		first === undefined
			? null
			: h(
					'span',
					{ class: 'post-words', dir: 'auto' },
					h('bdi', {}, nameOf(page.world, null, first.author)),
					': ',
					preview(first, page),
				),
		h(
			'span',
			{ class: 'post-foot' },
			icon('thread'),
			String(count),
			first === undefined ? null : ` · ${shortMoment(first.timestamp, localeOf(page.world))}`,
		),
	);
}
