import {
	type APIGuildMember,
	type Client,
	DiscordAPIError,
	type Guild,
	PermissionFlagsBits,
	Routes,
} from 'discord.js';
import type { GiverState, RoleState, Trouble } from '../digest/delivery.ts';

/** Permissions over other members or the server, as Discord's settings call them. */
const powers = [
	['Administrator', PermissionFlagsBits.Administrator],
	['Manage Server', PermissionFlagsBits.ManageGuild],
	['Manage Roles', PermissionFlagsBits.ManageRoles],
	['Manage Channels', PermissionFlagsBits.ManageChannels],
	['Manage Messages', PermissionFlagsBits.ManageMessages],
	['Pin Messages', PermissionFlagsBits.PinMessages],
	['Manage Threads', PermissionFlagsBits.ManageThreads],
	['Manage Webhooks', PermissionFlagsBits.ManageWebhooks],
	['Manage Expressions', PermissionFlagsBits.ManageGuildExpressions],
	['Manage Events', PermissionFlagsBits.ManageEvents],
	['Manage Nicknames', PermissionFlagsBits.ManageNicknames],
	['Kick Members', PermissionFlagsBits.KickMembers],
	['Ban Members', PermissionFlagsBits.BanMembers],
	['Time Out Members', PermissionFlagsBits.ModerateMembers],
	['Mention @everyone, @here and All Roles', PermissionFlagsBits.MentionEveryone],
	['View Audit Log', PermissionFlagsBits.ViewAuditLog],
	['View Server Insights', PermissionFlagsBits.ViewGuildInsights],
	['Mute Members', PermissionFlagsBits.MuteMembers],
	['Deafen Members', PermissionFlagsBits.DeafenMembers],
	['Move Members', PermissionFlagsBits.MoveMembers],
	['Priority Speaker', PermissionFlagsBits.PrioritySpeaker],
	['Bypass Slowmode', PermissionFlagsBits.BypassSlowmode],
] as const;

/** What a role may do, and whether the bot may ping it and give it to members, by what the gateway has sent. */
export function roleState(client: Client, server: string, role: string): RoleState {
	if (role === server) return { state: 'everyone' };
	const guild = client.guilds.cache.get(server);
	const found = guild?.roles.cache.get(role);
	const me = guild?.members.me;
	if (!guild || !found || !me) return { state: 'gone' };
	if (found.managed) return { state: 'managed' };
	const mayPing = found.mentionable || me.permissions.has(PermissionFlagsBits.MentionEveryone);
	const mayGive = mayGiveRole(guild, role);
	return { state: 'known', name: found.name, mayPing, mayGive, moderates: powersOf(guild, role) };
}

/** A role's permissions over others, in the server and by what channels allow it. */
function powersOf(guild: Guild, role: string): string[] {
	const bits = [guild.roles.cache.get(role)?.permissions.bitfield ?? 0n];
	for (const channel of guild.channels.cache.values()) {
		if ('permissionOverwrites' in channel) {
			bits.push(channel.permissionOverwrites.cache.get(role)?.allow.bitfield ?? 0n);
		}
	}
	const may = bits.reduce((all, some) => all | some, 0n);
	return powers.filter(([, bit]) => (may & bit) !== 0n).map(([name]) => name);
}

function mayGiveRole(guild: Guild, role: string): true | 'no-permission' | 'role-too-high' {
	const me = guild.members.me;
	if (!me?.permissions.has(PermissionFlagsBits.ManageRoles)) return 'no-permission';
	return me.roles.highest.comparePositionTo(role) > 0 ? true : 'role-too-high';
}

/** Whether a member could give a role to others, by what Discord says of the member now. */
export async function giverState(
	client: Client,
	{ server, member, role }: { readonly server: string; readonly member: string; readonly role: string },
	signal: AbortSignal,
): Promise<Exclude<GiverState, Trouble>> {
	const guild = client.guilds.cache.get(server);
	const wanted = guild?.roles.cache.get(role);
	if (!guild || !wanted) return { may: 'gone' };
	if (guild.ownerId === member) return { may: 'yes' };
	const ids = await rolesOf(client, server, member, signal);
	if (ids === null) return { may: 'gone' };
	const roles = [server, ...ids].flatMap((id) => guild.roles.cache.get(id) ?? []);
	const needed = PermissionFlagsBits.ManageRoles;
	if (!roles.some(({ permissions }) => permissions.has(needed))) return { may: 'no-permission' };
	const above = roles.some((one) => one.comparePositionTo(wanted) > 0);
	return { may: above ? 'yes' : 'role-too-high' };
}

/** "Unknown Member" and "Unknown User". */
const unknownMember = new Set<unknown>([10_007, 10_013]);

async function rolesOf(
	client: Client,
	server: string,
	member: string,
	signal: AbortSignal,
): Promise<readonly string[] | null> {
	try {
		const route = Routes.guildMember(server, member);
		return ((await client.rest.get(route, { signal })) as APIGuildMember).roles;
	} catch (error) {
		if (error instanceof DiscordAPIError && unknownMember.has(error.code)) return null;
		throw error;
	}
}
