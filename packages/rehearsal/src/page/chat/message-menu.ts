import type { ShownMessage } from '../../api.ts';
import { linkTo } from '../address.ts';
import { menuCommands } from '../composer/commands.ts';
import { Permission } from '../kinds.ts';
import { type MenuItem, openMenu, type QuickItem } from '../menu.ts';
import { isEphemeral } from '../message/flags.ts';
import { textOf } from '../message/origin.ts';
import type { Stage } from '../stage.ts';
import { may, userName } from '../world/names.ts';

type Anchor = Element | { readonly x: number; readonly y: number };

/** Discord offers those that a member used last; these are the commonest. */
const reactions = ['👍', '❤️', '😂', '😮', '😢', '👀'];

/** What Discord's menu of a message has that works here. */
export function openMessageMenu(message: ShownMessage, stage: Stage, anchor: Anchor): void {
	const text = textOf(message);
	const all: readonly (MenuItem | false)[] = [
		!isEphemeral(message) && { label: 'Reply', do: () => stage.replyTo(message) },
		text !== '' && { label: 'Copy Text', do: () => void copy(text, stage) },
		...(isEphemeral(message) ? [] : [apps('message', message.id, stage, anchor)]),
		!isEphemeral(message) && {
			label: 'Copy Message Link',
			do: () => void copy(linkTo(message.channel_id, message.id), stage),
		},
		isEphemeral(message) && { label: 'Dismiss Message', do: () => stage.dismiss(message) },
		{ label: 'Copy Message ID', do: () => void copy(message.id, stage) },
	];
	openMenu(
		'Message',
		all.filter((item) => item !== false),
		anchor,
		quickReactions(message, stage),
	);
}

function quickReactions(message: ShownMessage, stage: Stage): readonly QuickItem[] {
	if (isEphemeral(message) || !may(stage.world, stage.placeId, Permission.addReactions)) return [];
	return reactions.map((emoji) => {
		const on = !message.reactions?.some((one) => one.emoji.name === emoji && one.me);
		return {
			sign: emoji,
			label: on ? `React with ${emoji}` : `Remove your ${emoji}`,
			do: () =>
				stage.live.send({
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
	stage: Stage,
	anchor: Anchor,
): void {
	const all = [
		{ label: 'Mention', do: () => stage.insert(`<@${user.id}> `) },
		apps('user', user.id, stage, anchor),
		{ label: 'Copy User ID', do: () => void copy(user.id, stage) },
	];
	openMenu(
		user.name,
		all.filter((item) => item !== false),
		anchor,
	);
}

/** "Apps" leads to the bot's commands on messages or members; left out where it has none. */
function apps(kind: 'message' | 'user', targetId: string, stage: Stage, anchor: Anchor): MenuItem | false {
	const names = menuCommands(stage.world, stage.placeId, kind);
	if (names.length === 0) return false;
	return {
		label: 'Apps',
		more: true,
		do: () =>
			openMenu(
				'Apps',
				names.map((name) => ({
					label: name,
					group: userName(stage.world.bot),
					do: () => use(kind === 'message' ? 'messageCommand' : 'userCommand', name, targetId, stage),
				})),
				anchor,
			),
	};
}

async function use(
	kind: 'messageCommand' | 'userCommand',
	name: string,
	targetId: string,
	stage: Stage,
): Promise<void> {
	const answer = await stage.act({ kind, name, targetId, channelId: stage.placeId });
	if (answer.kind === 'refused') stage.say(answer.error);
}

async function copy(text: string, stage: Stage): Promise<void> {
	await navigator.clipboard.writeText(text).then(
		() => stage.say('Copied.'),
		() => stage.say('The browser does not allow copying here.'),
	);
}
