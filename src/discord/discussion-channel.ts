import {
	type APIChannel,
	ChannelFlags,
	ChannelType,
	type Client,
	DiscordAPIError,
	type GuildBasedChannel,
	PermissionFlagsBits,
	PermissionsBitField,
	Routes,
} from 'discord.js';
import type { ChannelState } from '../discussion/delivery.ts';

/** The permissions that opening a discussion needs, as Discord's settings call them. */
const toOpen = [
	['View Channel', PermissionFlagsBits.ViewChannel],
	['Send Messages', PermissionFlagsBits.SendMessages],
	['Read Message History', PermissionFlagsBits.ReadMessageHistory],
	['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
] as const;
const toBegin = ['Create Public Threads', PermissionFlagsBits.CreatePublicThreads] as const;
const threadTypes = new Set([
	ChannelType.AnnouncementThread,
	ChannelType.PublicThread,
	ChannelType.PrivateThread,
]);
const taking = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum]);

/** What a channel takes, or the one that a thread is in, and what the bot and a member may do there. */
export async function channelState(
	client: Client,
	{ server, channel, member }: { server: string; channel: string; member: string },
	signal: AbortSignal,
): Promise<ChannelState> {
	const guild = client.guilds.cache.get(server);
	const me = guild?.members.me;
	if (!guild || !me) return { state: 'gone' };
	const cached =
		guild.channels.cache.get(channel) ?? (await parentOf(client, guild.channels.cache, channel, signal));
	const found = cached?.isThread() ? cached.parent : cached;
	if (found === null) return { state: 'gone' };
	if (!taking.has(found.type)) return { state: 'other' };
	const may = found.permissionsFor(me);
	const forum = found.type === ChannelType.GuildForum;
	const needed = forum ? toOpen : [...toOpen, toBegin];
	const theirs = await permissionsOf(found, member);
	return {
		state: 'known',
		id: found.id,
		name: found.name,
		forum,
		tags: forum ? found.availableTags.filter(({ moderated }) => !moderated) : [],
		needsTag: forum && found.flags.has(ChannelFlags.RequireTag),
		missing: needed.filter(([, bit]) => !may.has(bit)).map(([name]) => name),
		mayPoll: may.has(PermissionFlagsBits.SendPolls),
		memberMay: theirs.has(
			PermissionFlagsBits.SendMessages | (forum ? 0n : PermissionFlagsBits.CreatePublicThreads),
		),
	};
}

/** What a member may do in a channel; nothing where they have left the server meanwhile. */
async function permissionsOf(
	channel: GuildBasedChannel,
	member: string,
): Promise<Readonly<PermissionsBitField>> {
	try {
		return channel.permissionsFor(await channel.guild.members.fetch({ user: member, cache: false }));
	} catch (error) {
		if (error instanceof DiscordAPIError && error.status === 404) return new PermissionsBitField();
		throw error;
	}
}

/** The channel of a thread that the client does not know, e.g. an archived one. */
async function parentOf(
	client: Client,
	channels: { get(id: string): GuildBasedChannel | undefined },
	thread: string,
	signal: AbortSignal,
): Promise<GuildBasedChannel | null> {
	try {
		const found = (await client.rest.get(Routes.channel(thread), { signal })) as APIChannel;
		if (!threadTypes.has(found.type as ChannelType.PublicThread) || !('parent_id' in found)) return null;
		return channels.get(found.parent_id ?? '') ?? null;
	} catch (error) {
		if (error instanceof DiscordAPIError && error.status < 500) return null;
		throw error;
	}
}
