import type { ShownMessage } from '../../api.ts';
import { linkTo } from '../address.ts';
import { menuCommands } from '../composer/commands.ts';
import { Permission } from '../kinds.ts';
import { type MenuItem, openMenu, type QuickItem } from '../menu.ts';
import { isEphemeral } from '../message/flags.ts';
import { textOf } from '../message/origin.ts';
import type { Page } from '../page.ts';
import { may, userName } from '../world/names.ts';

type Anchor = Element | { readonly x: number; readonly y: number };

/** Discord offers those that a member used last; these are the most common. */
const reactions = ['👍', '❤️', '😂', '😮', '😢', '👀'];

/** What Discord's menu of a message has that works here. */
export function openMessageMenu(message: ShownMessage, page: Page, anchor: Anchor): void {
	const text = textOf(message);
	const all: readonly (MenuItem | false)[] = [
		!isEphemeral(message) && { label: 'Reply', do: () => page.replyTo(message) },
		text !== '' && { label: 'Copy Text', do: () => void copy(text, page) },
		...(isEphemeral(message) ? [] : [apps('message', message.id, page, anchor)]),
		!isEphemeral(message) && {
			label: 'Copy Message Link',
			do: () => void copy(linkTo(message.channel_id, message.id), page),
		},
		isEphemeral(message) && { label: 'Dismiss Message', do: () => page.dismiss(message) },
		{ label: 'Copy Message ID', do: () => void copy(message.id, page) },
	];
	openMenu(
		'Message',
		all.filter((item) => item !== false),
		anchor,
		quickReactions(message, page),
	);
}

function quickReactions(message: ShownMessage, page: Page): readonly QuickItem[] {
	if (isEphemeral(message) || !may(page.world, page.placeId, Permission.addReactions)) return [];
	return reactions.map((emoji) => {
		const on = !message.reactions?.some((one) => one.emoji.name === emoji && one.me);
		return {
			sign: emoji,
			label: on ? `React with ${emoji}` : `Remove your ${emoji}`,
			do: () =>
				page.live.send({
					type: 'react',
					channelId: message.channel_id,
					messageId: message.id,
					emoji,
					on,
				}),
		};
	});
}

/** What Discord's menu of a member has that works here. */
export function openUserMenu(
	user: { readonly id: string; readonly name: string },
	page: Page,
	anchor: Anchor,
): void {
	const all = [
		{ label: 'Mention', do: () => page.insert(`<@${user.id}> `) },
		apps('user', user.id, page, anchor),
		{ label: 'Copy User ID', do: () => void copy(user.id, page) },
	];
	openMenu(
		user.name,
		all.filter((item) => item !== false),
		anchor,
	);
}

/** "Apps" leads to the bot's commands on messages or members; left out where it has none. */
function apps(kind: 'message' | 'user', targetId: string, page: Page, anchor: Anchor): MenuItem | false {
	const names = menuCommands(page.world, page.placeId, kind);
	if (names.length === 0) return false;
	return {
		label: 'Apps',
		more: true,
		do: () =>
			openMenu(
				'Apps',
				names.map((name) => ({
					label: name,
					group: userName(page.world.bot),
					do: () => use(kind === 'message' ? 'messageCommand' : 'userCommand', name, targetId, page),
				})),
				anchor,
			),
	};
}

async function use(
	kind: 'messageCommand' | 'userCommand',
	name: string,
	targetId: string,
	page: Page,
): Promise<void> {
	const answer = await page.act({ kind, name, targetId, channelId: page.placeId });
	if (answer.kind === 'refused') page.say(answer.error);
}

async function copy(text: string, page: Page): Promise<void> {
	await navigator.clipboard.writeText(text).then(
		() => page.say('Copied.'),
		() => page.say('The browser does not allow copying here.'),
	);
}
