import { Permission } from '../constants.ts';
import { refusal } from '../errors.ts';
import type { Guild, Member } from '../state/model.ts';
import { guildPermissions } from '../state/permissions.ts';
import { memberShape } from '../state/shapes.ts';
import { memberGuild } from './access.ts';
import { type Call, noContent, type Reply, type Route, route } from './call.ts';

const path = '/guilds/{guild_id}/members/{user_id}/roles/{role_id}';

/** Gives a member a role or removes it: with Manage Roles, and only one below the bot's highest. */
function change({ world, param }: Call, to: (roles: readonly string[], role: string) => string[]): Reply {
	const guild = memberGuild(world, param('guild_id'));
	const member = guild.members.get(param('user_id'));
	const role = guild.roles.get(param('role_id'));
	if (member === undefined) throw refusal('unknownMember');
	if (role === undefined || role.id === guild.id) throw refusal('unknownRole');
	const mayManage = (guildPermissions(guild, world.bot.id) & Permission.ManageRoles) !== 0n;
	const above = highest(guild, guild.members.get(world.bot.id)) > role.position;
	if (!mayManage || !above || role.managed) throw refusal('missingPermissions');
	member.roles = to(member.roles, role.id);
	const data = { guild_id: guild.id, ...memberShape(member) };
	world.emit({ event: 'GUILD_MEMBER_UPDATE', data, guildId: guild.id });
	return noContent;
}

function highest(guild: Guild, member: Member | undefined): number {
	return Math.max(0, ...(member?.roles ?? []).map((id) => guild.roles.get(id)?.position ?? 0));
}

/** A member's roles, one at a time. */
export const memberRoleRoutes: readonly Route[] = [
	route('PUT', path, {}, (call) => change(call, (roles, role) => [...new Set([...roles, role])])),
	route('DELETE', path, {}, (call) => change(call, (roles, role) => roles.filter((id) => id !== role))),
];
