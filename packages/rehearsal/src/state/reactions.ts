import type { APIReaction } from 'discord-api-types/v10';
import type { ShownMessage } from '../api.ts';
import { refusal } from '../errors.ts';
import type { World } from './world.ts';

/** An emoji as it is written in a path: "👍" or "name:id". */
function parsed(emoji: string): { id: string | null; name: string } {
	const [, name, id] = /^(?:a:)?([\w~]{2,32}):(\d{1,20})$/u.exec(emoji) ?? [];
	return id === undefined || name === undefined ? { id: null, name: emoji } : { id, name };
}

export function isEmoji(emoji: string): boolean {
	const { id, name } = parsed(emoji);
	return id !== null || /^\p{RGI_Emoji}$/v.test(name) || /^\p{RGI_Emoji}$/v.test(`${name}\uFE0F`);
}

export function whoReacted(world: World, messageId: string, emoji: string): readonly string[] {
	return [...(world.reactions.get(messageId)?.get(emoji) ?? [])];
}

/**
 * Adds or removes a reaction, and sends the event.
 * @throws ApiError 10014 for what is no emoji, 30010 beyond 20 different ones
 */
export function setReaction(
	world: World,
	message: ShownMessage,
	emoji: string,
	userId: string,
	on: boolean,
): void {
	if (!isEmoji(emoji)) throw refusal('unknownEmoji');
	const ofMessage = world.reactions.get(message.id) ?? new Map<string, Set<string>>();
	const users = ofMessage.get(emoji) ?? new Set<string>();
	if (users.has(userId) === on) return;
	if (on && users.size === 0 && ofMessage.size >= 20) throw refusal('tooManyReactions');
	if (on) users.add(userId);
	else users.delete(userId);
	if (users.size > 0) ofMessage.set(emoji, users);
	else ofMessage.delete(emoji);
	world.reactions.set(message.id, ofMessage);
	world.messages.put({ ...message, reactions: counted(world, ofMessage) });
	tell(world, message, emoji, userId, on);
}

function counted(world: World, ofMessage: ReadonlyMap<string, ReadonlySet<string>>): APIReaction[] {
	return [...ofMessage].map(([emoji, users]) => ({
		emoji: parsed(emoji),
		count: users.size,
		count_details: { burst: 0, normal: users.size },
		burst_colors: [],
		me_burst: false,
		burst_me: false,
		me: users.has(world.bot.id),
		burst_count: 0,
	})) as unknown as APIReaction[];
}

function tell(world: World, message: ShownMessage, emoji: string, userId: string, on: boolean): void {
	const guildId = world.channels.get(message.channel_id)?.guild_id ?? null;
	world.emit({
		event: on ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE',
		data: {
			user_id: userId,
			channel_id: message.channel_id,
			message_id: message.id,
			...(guildId === null ? {} : { guild_id: guildId }),
			emoji: parsed(emoji),
			burst: false,
			type: 0,
			...(on ? { message_author_id: message.author.id } : {}),
		},
		guildId,
		channelId: message.channel_id,
		visibleTo: message.rehearsal.visibleTo,
	});
}

/** All reactions of a message, or all of one emoji, are gone. */
export function clearReactions(world: World, message: ShownMessage, emoji: string | null): void {
	const ofMessage = world.reactions.get(message.id);
	if (emoji === null) world.reactions.delete(message.id);
	else ofMessage?.delete(emoji);
	world.messages.put({ ...message, reactions: emoji === null ? [] : counted(world, ofMessage ?? new Map()) });
	const guildId = world.channels.get(message.channel_id)?.guild_id ?? null;
	world.emit({
		event: emoji === null ? 'MESSAGE_REACTION_REMOVE_ALL' : 'MESSAGE_REACTION_REMOVE_EMOJI',
		data: {
			channel_id: message.channel_id,
			message_id: message.id,
			...(guildId === null ? {} : { guild_id: guildId }),
			...(emoji === null ? {} : { emoji: parsed(emoji) }),
		},
		guildId,
		channelId: message.channel_id,
	});
}
