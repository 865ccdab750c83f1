import type { ShownMessage } from '../../api.ts';
import { h, icon } from '../dom.ts';
import { MessageKind } from '../kinds.ts';
import type { Page } from '../page.ts';
import { guildIdOf, nameOf } from '../world/names.ts';

/** What the server itself says ("Ada started a thread"), or null for an ordinary message. */
export function showSystem(
	message: ShownMessage,
	page: Page,
	show: (message: ShownMessage, page: Page, compact: boolean) => HTMLElement,
): Node[] | null {
	const guildId = guildIdOf(page.world.places.get(message.channel_id));
	const who = h('b', {}, h('bdi', {}, nameOf(page.world, guildId, message.author)));
	switch (message.type) {
		case MessageKind.threadCreated: {
			const thread = message.message_reference?.channel_id ?? message.thread?.id ?? message.id;
			const name = h(
				'button',
				{ class: 'linklike', type: 'button', on: { click: () => page.goTo(thread) } },
				message.content,
			);
			return [icon('thread'), h('p', { class: 'body' }, who, ' started a thread: ', name)];
		}
		case MessageKind.threadStarter: {
			const original = message.referenced_message as ShownMessage | null | undefined;
			if (original === null || original === undefined) return null;
			return [...show({ ...original, rehearsal: message.rehearsal }, page, false).childNodes];
		}
		case MessageKind.pollResult: {
			const field = (name: string) =>
				message.embeds[0]?.fields?.find((candidate) => candidate.name === name)?.value;
			return [
				icon('check'),
				h(
					'p',
					{ class: 'body' },
					who,
					"'s poll has closed: ",
					h('b', {}, field('poll_question_text') ?? ''),
					field('victor_answer_text') === undefined ? null : ` ${field('victor_answer_text')} won.`,
				),
			];
		}
		case 0:
		case MessageKind.reply:
		case MessageKind.command:
		case MessageKind.contextCommand:
			return null;
		default:
			return [icon('right'), h('p', { class: 'body' }, who, ' ', message.content)];
	}
}
