import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { ChannelState } from '../digest/delivery.ts';
import type { KnownServer } from './servers/known.ts';
import { has, permissionsIn } from './servers/permissions.ts';

/** The permissions that posting needs, as Discord's settings call them. */
const toPost = [
	['View Channel', PermissionFlagsBits.ViewChannel],
	['Send Messages', PermissionFlagsBits.SendMessages],
	// Without it Discord shows the bot no messages, and it could not tell whether it has posted already.
	['Read Message History', PermissionFlagsBits.ReadMessageHistory],
] as const;
const toBeginThreads = [
	['Create Public Threads', PermissionFlagsBits.CreatePublicThreads],
	['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
] as const;

const written = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;

/** Whether the bot could post in a channel. @param server null where the bot is not in it. */
export function channelState(
	server: KnownServer | null,
	channel: string,
	apart: boolean,
): Exclude<ChannelState, { state: 'unknown' }> {
	const found = server?.channel(channel);
	if (server === null || found === undefined || !written.some((type) => type === found.type))
		return { state: 'gone' };
	const forum = found.type === ChannelType.GuildForum;
	const may = permissionsIn(server, found, server.me);
	const needed = [...toPost, ...(apart && !forum ? toBeginThreads : [])];
	const missing = needed.filter(([, bit]) => !has(may, bit)).map(([name]) => name);
	return { state: 'known', name: found.name, forum, missing };
}
