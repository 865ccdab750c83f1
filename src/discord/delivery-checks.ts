import { ChannelType, type Client, type Guild, PermissionFlagsBits } from 'discord.js';
import type { ChannelState, RoleState } from '../digest/delivery.ts';

/** What posting needs, as Discord's settings call it. */
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

/** Whether the bot could post in a channel, by what the gateway has told. */
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

/** Whether the bot may ping a role, and give it to members. */
export function roleState(client: Client, server: string, role: string): RoleState {
	if (role === server) return { state: 'everyone' };
	const guild = client.guilds.cache.get(server);
	const found = guild?.roles.cache.get(role);
	const me = guild?.members.me;
	if (!guild || !found || !me) return { state: 'gone' };
	if (found.managed) return { state: 'managed' };
	const mayPing = found.mentionable || me.permissions.has(PermissionFlagsBits.MentionEveryone);
	return { state: 'known', name: found.name, mayPing, mayGive: mayGive(guild, role) };
}

function mayGive(guild: Guild, role: string): true | 'no-permission' | 'role-too-high' {
	const me = guild.members.me;
	if (!me?.permissions.has(PermissionFlagsBits.ManageRoles)) return 'no-permission';
	return me.roles.highest.comparePositionTo(role) > 0 ? true : 'role-too-high';
}
