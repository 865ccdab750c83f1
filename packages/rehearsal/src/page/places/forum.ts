import { h, icon } from '../dom.ts';
import { shortMoment } from '../markdown/time.ts';
import { preview } from '../message/origin.ts';
import type { Stage } from '../stage.ts';
import { localeOf, nameOf, parentIdOf } from '../world/names.ts';
import type { Place } from '../world/world.ts';

/** A forum's posts, the latest first. */
export function forum(stage: Stage): HTMLElement {
	const { world } = stage;
	const channel = world.places.get(stage.placeId);
	const posts = [...world.places.values()]
		.filter((place) => parentIdOf(place) === stage.placeId)
		.sort((a, b) => (latest(b) > latest(a) ? 1 : -1));
	const topic = channel !== undefined && 'topic' in channel ? channel.topic : null;
	return h(
		'div',
		{ class: 'forum' },
		topic ? h('p', { class: 'hint' }, topic) : null,
		posts.length === 0
			? h('p', { class: 'nothing' }, 'No posts here yet. A digest can be posted here.')
			: h(
					'ul',
					{},
					posts.map((post) => h('li', {}, postCard(post, channel, stage))),
				),
	);
}

/** Snowflakes grow with time. */
const latest = (post: Place): bigint =>
	BigInt(('last_message_id' in post ? post.last_message_id : null) ?? post.id);

function postCard(post: Place, channel: Place | undefined, stage: Stage): HTMLElement {
	const first = stage.world.messages.get(post.id)?.[0];
	const tags = channel !== undefined && 'available_tags' in channel ? channel.available_tags : [];
	const applied = 'applied_tags' in post ? (post.applied_tags ?? []) : [];
	const count = ('message_count' in post ? post.message_count : 0) ?? 0;
	return h(
		'button',
		{ class: 'post', type: 'button', on: { click: () => stage.goTo(post.id) } },
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
					h('bdi', {}, nameOf(stage.world, null, first.author)),
					': ',
					preview(first, stage),
				),
		h(
			'span',
			{ class: 'post-foot' },
			icon('thread'),
			String(count),
			first === undefined ? null : ` · ${shortMoment(first.timestamp, localeOf(stage.world))}`,
		),
	);
}
