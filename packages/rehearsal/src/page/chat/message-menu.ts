import type { ShownMessage } from '../../api.ts';
import { menuCommands } from '../composer/commands.ts';
import { type MenuItem, openMenu } from '../menu.ts';
import { isEphemeral } from '../message/flags.ts';
import type { Stage } from '../stage.ts';
import { userName } from '../world/names.ts';

/** What can be done with a message: reply, copy, and the bot's own commands on messages and on its author. */
export function openMessageMenu(
	message: ShownMessage,
	stage: Stage,
	anchor: Element | { readonly x: number; readonly y: number },
): void {
	const bot = userName(stage.world.bot);
	const items: MenuItem[] = [];
	if (!isEphemeral(message)) items.push({ label: 'Reply', do: () => stage.replyTo(message) });
	if (isEphemeral(message)) items.push({ label: 'Dismiss message', do: () => stage.dismiss(message) });
	items.push({ label: 'Copy text', do: () => void copy(message.content, stage) });
	items.push({ label: 'Copy message id', do: () => void copy(message.id, stage) });
	if (!isEphemeral(message)) {
		for (const name of menuCommands(stage.world, stage.placeId, 'message')) {
			items.push({
				label: name,
				group: `Apps: ${bot}`,
				do: () => use('messageCommand', name, message.id, stage),
			});
		}
	}
	openMenu('Message', items, anchor);
}

/** What can be done with a member: mention, and the bot's commands on users. */
export function openUserMenu(
	user: { readonly id: string; readonly name: string },
	stage: Stage,
	anchor: Element | { readonly x: number; readonly y: number },
): void {
	const bot = userName(stage.world.bot);
	openMenu(
		user.name,
		[
			{ label: 'Mention', do: () => stage.insert(`<@${user.id}> `) },
			{ label: 'Copy user id', do: () => void copy(user.id, stage) },
			...menuCommands(stage.world, stage.placeId, 'user').map((name) => ({
				label: name,
				group: `Apps: ${bot}`,
				do: () => use('userCommand', name, user.id, stage),
			})),
		],
		anchor,
	);
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
