import { PermissionFlagsBits } from 'discord.js';
import type { GiverState, RoleState, Trouble } from '../digest/delivery.ts';
import type { KnownRole, KnownServer } from './servers/known.ts';
import { has, permissionsOf, standsAbove } from './servers/permissions.ts';
import type { Servers } from './servers/servers.ts';

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

/** What a role may do, and whether the bot may ping it and give it to members. @param server null where the bot is not in it. */
export function roleState(
	server: KnownServer | null,
	role: string,
): Exclude<RoleState, { state: 'unknown' }> {
	if (role === server?.id) return { state: 'everyone' };
	const found = server?.role(role);
	if (server === null || found === undefined) return { state: 'gone' };
	if (found.managed) return { state: 'managed' };
	const may = permissionsOf(server, server.me);
	const mayPing = found.mentionable || has(may, PermissionFlagsBits.MentionEveryone);
	const mayGive = mayGiveRole(server, found);
	return { state: 'known', name: found.name, mayPing, mayGive, moderates: powersOf(server, found) };
}

/** A role's permissions over others, in the server and by what channels allow it. */
function powersOf(server: KnownServer, { id, permissions }: KnownRole): string[] {
	let may = permissions;
	for (const { overwrites } of server.channels())
		may |= overwrites.find((overwrite) => overwrite.id === id)?.allow ?? 0n;
	return powers.filter(([, bit]) => has(may, bit)).map(([name]) => name);
}

function mayGiveRole(server: KnownServer, role: KnownRole): true | 'no-permission' | 'role-too-high' {
	if (!has(permissionsOf(server, server.me), PermissionFlagsBits.ManageRoles)) return 'no-permission';
	return standsAbove(server, server.me, role) ? true : 'role-too-high';
}

/** Whether a member could give a role to others, by what Discord says of the member now. */
export async function giverState(
	servers: Servers,
	{ server: id, member, role }: { readonly server: string; readonly member: string; readonly role: string },
	signal: AbortSignal,
): Promise<Exclude<GiverState, Trouble>> {
	const server = await servers.of(id);
	const wanted = server?.role(role);
	if (server === null || wanted === undefined) return { may: 'gone' };
	if (server.owner === member) return { may: 'yes' };
	const giver = await servers.member(id, member, signal);
	if (giver === null) return { may: 'gone' };
	if (!has(permissionsOf(server, giver), PermissionFlagsBits.ManageRoles)) return { may: 'no-permission' };
	return { may: standsAbove(server, giver, wanted) ? 'yes' : 'role-too-high' };
}
