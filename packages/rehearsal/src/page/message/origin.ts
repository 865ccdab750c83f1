import type { APIUser } from 'discord-api-types/v10';
import type { ShownMessage } from '../../api.ts';
import { h, icon } from '../dom.ts';
import { showMarkdown } from '../markdown/show.ts';
import type { Page } from '../page.ts';
import { guildIdOf, nameOf } from '../world/names.ts';
import { avatar } from './avatar.ts';

/** The line above a message: what it answers, or the command that it came from. */
export function showOrigin(message: ShownMessage, page: Page): HTMLElement | null {
	const guildId = guildIdOf(page.world.places.get(message.channel_id));
	const who = (user: APIUser) => h('bdi', { class: 'who' }, nameOf(page.world, guildId, user));
	const used = commandOf(message);
	if (used !== null) {
		return h('p', { class: 'origin' }, avatar(used.user), who(used.user), ' used ', h('b', {}, used.name));
	}
	const original = message.referenced_message;
	if (message.message_reference === undefined || message.type !== 19) return null;
	if (original === null || original === undefined) {
		return h('p', { class: 'origin' }, icon('reply'), h('i', {}, 'Original message was deleted'));
	}
	return h(
		'button',
		{
			class: 'origin',
			type: 'button',
			on: { click: () => page.goTo(original.channel_id, original.id) },
		},
		avatar(original.author),
		who(original.author),
		h('span', { class: 'preview' }, preview(original, page)),
	);
}

function commandOf(message: ShownMessage): { user: APIUser; name: string } | null {
	const data = message.interaction_metadata;
	const legacy = message.interaction;
	if (legacy !== undefined) {
		return {
			user: legacy.user,
			name: data?.type === 2 && isChatInput(message) ? `/${legacy.name}` : legacy.name,
		};
	}
	return null;
}

const isChatInput = (message: ShownMessage) => message.type === 20;

/** The beginning of what a message says, in a line. */
export function preview(
	message: Pick<ShownMessage, 'content' | 'embeds' | 'attachments' | 'components'>,
	page: Page,
): string {
	const words = message.content || (message.components ?? []).map(textIn).find((text) => text !== '');
	if (words) {
		const shown = showMarkdown(words.slice(0, 400), page);
		for (const hidden of shown.querySelectorAll('.hidden-words')) hidden.textContent = '▮▮▮';
		const lines = [...shown.children].map(({ textContent }) => textContent ?? '').join(' ');
		return lines.replaceAll(/\s+/gu, ' ').slice(0, 200);
	}
	return (
		message.embeds?.[0]?.title ??
		(message.attachments?.length ? 'Click to see attachment' : 'Click to see message')
	);
}

/** All that a message says, as it was written. */
export function textOf(message: Pick<ShownMessage, 'content' | 'components'>): string {
	const texts = [message.content, ...(message.components ?? []).map(allText)];
	return texts.filter((text) => text !== '').join('\n');
}

/** The texts of a component and of those in it. */
function allText(component: unknown): string {
	const { content, components = [] } = component as { content?: string; components?: readonly unknown[] };
	return (
		content ??
		components
			.map(allText)
			.filter((text) => text !== '')
			.join('\n')
	);
}

/** What the first texts of a component say. */
function textIn(component: unknown): string {
	const { content, components = [] } = component as { content?: string; components?: readonly unknown[] };
	return content ?? components.map(textIn).filter(Boolean).slice(0, 2).join('\n');
}
