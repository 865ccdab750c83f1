import type { APIGuildMember } from 'discord-api-types/v10';
import type { ShownMessage } from '../api.ts';
import { Intent } from '../constants.ts';
import { apiMessage } from '../state/shapes.ts';
import type { World, WorldEvent } from '../state/world.ts';

/** The intents of an event's family, in guilds and in direct messages. 0 needs none; null is never sent to bots. */
const families: readonly (readonly [prefix: string, inGuilds: number, inDirect: number | null])[] = [
	['INTERACTION_CREATE', 0, 0],
	['MESSAGE_REACTION_', Intent.GuildMessageReactions, Intent.DirectMessageReactions],
	['MESSAGE_POLL_VOTE_', Intent.GuildMessagePolls, Intent.DirectMessagePolls],
	['MESSAGE_', Intent.GuildMessages, Intent.DirectMessages],
	['TYPING_START', Intent.GuildMessageTyping, Intent.DirectMessageTyping],
	['CHANNEL_', Intent.Guilds, 0],
	['GUILD_MEMBER_', Intent.GuildMembers, null],
	['GUILD_', Intent.Guilds, null],
	['THREAD_', Intent.Guilds, null],
];

/** Whether a session with these intents gets this event. Changes of the bot's own member go to all. */
export function isSent(world: World, intents: number, { event, guildId, data }: WorldEvent): boolean {
	if (event === 'GUILD_MEMBER_UPDATE' && (data as APIGuildMember).user.id === world.bot.id) return true;
	const family = families.find(([prefix]) => event.startsWith(prefix));
	if (family === undefined) return false;
	const needed = guildId === null ? family[2] : family[1];
	return needed !== null && (needed === 0 || (intents & needed) !== 0);
}

/**
 * The event's data for a session with these intents: without the message content intent, what is in a message is empty,
 * unless it is the bot's own, mentions it, or came in direct messages.
 */
export function payloadFor(world: World, intents: number, { event, data, guildId }: WorldEvent): unknown {
	if (event !== 'MESSAGE_CREATE' && event !== 'MESSAGE_UPDATE') return data;
	const message = apiMessage(data as ShownMessage);
	const withGuild = guildId === null ? message : { ...message, guild_id: guildId };
	const readable =
		guildId === null ||
		(intents & Intent.MessageContent) !== 0 ||
		message.author.id === world.bot.id ||
		message.mentions.some(({ id }) => id === world.bot.id);
	return readable ? withGuild : { ...withGuild, content: '', embeds: [], components: [], attachments: [] };
}
