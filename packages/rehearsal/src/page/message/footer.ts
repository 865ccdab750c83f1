import type { ShownMessage } from '../../api.ts';
import { h, icon } from '../dom.ts';
import type { Stage } from '../stage.ts';
import { isEphemeral } from './flags.ts';

/** What stands under a message: a failure, its thread, reactions, and who sees it. */
export function showFooter(message: ShownMessage, stage: Stage): (Node | null)[] {
	const failure = stage.failed.get(message.id);
	return [
		failure === undefined ? null : h('p', { class: 'failure', role: 'alert' }, failure),
		showReactions(message, stage),
		showThread(message, stage),
		isEphemeral(message)
			? h(
					'p',
					{ class: 'only-you' },
					h('span', { class: 'private' }, icon('eye'), 'Only you can see this'),
					' · ',
					h(
						'button',
						{ class: 'linklike', type: 'button', on: { click: () => stage.dismiss(message) } },
						'Dismiss message',
					),
				)
			: null,
	];
}

function showThread(message: ShownMessage, stage: Stage): HTMLElement | null {
	const thread = stage.world.places.get(message.thread?.id ?? message.id);
	// The first message of a thread or of a forum's post does not lead to where one is.
	if (thread === undefined || !('thread_metadata' in thread) || thread.id === stage.placeId) return null;
	const count = ('message_count' in thread ? thread.message_count : 0) ?? 0;
	return h(
		'button',
		{ class: 'thread-chip', type: 'button', on: { click: () => stage.goTo(thread.id) } },
		icon('thread'),
		h('b', {}, thread.name ?? ''),
		h('span', { class: 'link-words' }, count === 1 ? '1 message' : `${count} messages`),
		icon('right'),
	);
}

function showReactions(message: ShownMessage, stage: Stage): HTMLElement | null {
	const reactions = message.reactions ?? [];
	if (reactions.length === 0) return null;
	return h(
		'div',
		{ class: 'reactions' },
		reactions.map(({ emoji, count, me }) => {
			const name = emoji.id === null ? (emoji.name ?? '') : `${emoji.name}:${emoji.id}`;
			const react = () =>
				stage.live.send({
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
