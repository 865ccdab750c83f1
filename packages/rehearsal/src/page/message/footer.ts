import type { ShownMessage } from '../../api.ts';
import { h, icon } from '../dom.ts';
import type { Page } from '../page.ts';
import { isEphemeral } from './flags.ts';

/** The lines under a message: a failure, its thread, reactions, and who sees it. */
export function showFooter(message: ShownMessage, page: Page): (Node | null)[] {
	const failure = page.failed.get(message.id);
	return [
		failure === undefined ? null : h('p', { class: 'failure', role: 'alert' }, failure),
		showReactions(message, page),
		showThread(message, page),
		isEphemeral(message)
			? h(
					'p',
					{ class: 'only-you' },
					h('span', { class: 'private' }, icon('eye'), 'Only you can see this'),
					' · ',
					h(
						'button',
						{ class: 'linklike', type: 'button', on: { click: () => page.dismiss(message) } },
						'Dismiss message',
					),
				)
			: null,
	];
}

function showThread(message: ShownMessage, page: Page): HTMLElement | null {
	const thread = page.world.places.get(message.thread?.id ?? message.id);
	// The first message of a thread or of a forum post does not link to the place it is in.
	if (thread === undefined || !('thread_metadata' in thread) || thread.id === page.placeId) return null;
	const count = ('message_count' in thread ? thread.message_count : 0) ?? 0;
	return h(
		'button',
		{ class: 'thread-chip', type: 'button', on: { click: () => page.goTo(thread.id) } },
		icon('thread'),
		h('b', {}, thread.name ?? ''),
		h('span', { class: 'link-words' }, count === 1 ? '1 message' : `${count} messages`),
		icon('right'),
	);
}

function showReactions(message: ShownMessage, page: Page): HTMLElement | null {
	const reactions = message.reactions ?? [];
	if (reactions.length === 0) return null;
	return h(
		'div',
		{ class: 'reactions' },
		reactions.map(({ emoji, count, me }) => {
			const name = emoji.id === null ? (emoji.name ?? '') : `${emoji.name}:${emoji.id}`;
			const react = () =>
				page.live.send({
					type: 'react',
					channelId: message.channel_id,
					messageId: message.id,
					emoji: name,
					on: !me,
				});
			return h(
				'button',
				{ class: 'reaction', type: 'button', 'aria-pressed': String(me), on: { click: react } },
				h('span', { class: 'emoji' }, emoji.id === null ? (emoji.name ?? '') : `:${emoji.name}:`),
				` ${count}`,
			);
		}),
	);
}
