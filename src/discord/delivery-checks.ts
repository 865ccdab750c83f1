import { ChannelType, type Client, PermissionFlagsBits } from 'discord.js';
import type { ChannelState } from '../digest/delivery.ts';

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

/** Whether the bot could post in a channel, by what the gateway has sent. */
export function channelState(client: Client, server: string, channel: string, apart: boolean): ChannelState {
	const guild = client.guilds.cache.get(server);
	const found = guild?.channels.cache.get(channel);
	const me = guild?.members.me;
	if (!found || !me || !written.some((type) => type === found.type)) return { state: 'gone' };
	const forum = found.type === ChannelType.GuildForum;
	const may = found.permissionsFor(me);
	const needed = [...toPost, ...(apart && !forum ? toBeginThreads : [])];
	const missing = needed.filter(([, bit]) => !may.has(bit)).map(([name]) => name);
	return { state: 'known', name: found.name, forum, missing };
}
