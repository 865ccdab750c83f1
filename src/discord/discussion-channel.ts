import {
	type APIChannel,
	ChannelFlags,
	ChannelType,
	DiscordAPIError,
	PermissionFlagsBits,
	type REST,
	Routes,
} from 'discord.js';
import type { ChannelState } from '../discussion/delivery.ts';
import { isThread } from './channel-kinds.ts';
import { has, permissionsIn } from './servers/permissions.ts';
import type { Servers } from './servers/servers.ts';

/** The permissions that opening a discussion needs, as Discord's settings call them. */
const toOpen = [
	['View Channel', PermissionFlagsBits.ViewChannel],
	['Send Messages', PermissionFlagsBits.SendMessages],
	['Read Message History', PermissionFlagsBits.ReadMessageHistory],
	['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
] as const;
const toBegin = ['Create Public Threads', PermissionFlagsBits.CreatePublicThreads] as const;
const taking = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum]);

/** What a channel takes, or the one that a thread is in, and what the bot and a member may do there. */
export async function channelState(
	{ rest, servers }: { readonly rest: REST; readonly servers: Servers },
	{ server: id, channel, member }: { server: string; channel: string; member: string },
	signal: AbortSignal,
): Promise<ChannelState> {
	const server = await servers.of(id);
	if (server === null) return { state: 'gone' };
	const found = server.channel(channel) ?? server.channel((await parentOf(rest, channel, signal)) ?? '');
	if (found === undefined) return { state: 'gone' };
	if (!taking.has(found.type)) return { state: 'other' };
	const may = permissionsIn(server, found, server.me);
	const forum = found.type === ChannelType.GuildForum;
	const needed = forum ? toOpen : [...toOpen, toBegin];
	// They may have left the server meanwhile.
	const asMember = await servers.member(id, member, signal);
	const theirs = asMember === null ? 0n : permissionsIn(server, found, asMember);
	return {
		state: 'known',
		id: found.id,
		name: found.name,
		forum,
		tags: forum ? found.tags.filter(({ moderated }) => !moderated) : [],
		needsTag: forum && (found.flags & ChannelFlags.RequireTag) !== 0,
		missing: needed.filter(([, bit]) => !has(may, bit)).map(([name]) => name),
		mayPoll: has(may, PermissionFlagsBits.SendPolls),
		memberMay: has(
			theirs,
			PermissionFlagsBits.SendMessages | (forum ? 0n : PermissionFlagsBits.CreatePublicThreads),
		),
	};
}

/** The channel that a thread is in, e.g. an archived one; null where there is no such thread. */
async function parentOf(rest: REST, thread: string, signal: AbortSignal): Promise<string | null> {
	try {
		const found = (await rest.get(Routes.channel(thread), { signal })) as APIChannel;
		if (!isThread(found.type) || !('parent_id' in found)) return null;
		return found.parent_id ?? null;
	} catch (error) {
		if (error instanceof DiscordAPIError && error.status < 500) return null;
		throw error;
	}
}
