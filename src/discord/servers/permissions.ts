import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import type { KnownChannel, KnownMember, KnownRole, KnownServer } from './known.ts';

/** What a member may do in a server. Source: Discord, "Permissions", "Permission Hierarchy". */
export function permissionsOf(server: KnownServer, { id, roles }: KnownMember): bigint {
	if (id === server.owner) return PermissionsBitField.All;
	const own = [server.id, ...roles].reduce((all, role) => all | (server.role(role)?.permissions ?? 0n), 0n);
	return (own & PermissionFlagsBits.Administrator) === 0n ? own : PermissionsBitField.All;
}

/** What a member may do in a channel. Source: Discord, "Permissions", "Permission Overwrites". */
export function permissionsIn(server: KnownServer, channel: KnownChannel, member: KnownMember): bigint {
	const base = permissionsOf(server, member);
	if ((base & PermissionFlagsBits.Administrator) !== 0n) return base;
	const sumOf = (ids: readonly string[]) => {
		const some = channel.overwrites.filter(({ id }) => ids.includes(id));
		return {
			allow: some.reduce((all, { allow }) => all | allow, 0n),
			deny: some.reduce((all, { deny }) => all | deny, 0n),
		};
	};
	const roles = member.roles.filter((id) => id !== server.id);
	return [[server.id], roles, [member.id]]
		.map(sumOf)
		.reduce((may, { allow, deny }) => (may & ~deny) | allow, base);
}

export const has = (permissions: bigint, needed: bigint): boolean => (permissions & needed) === needed;

/** Whether a role stands above another one: of two in one place the older does. */
function isAbove(one: KnownRole, other: KnownRole): boolean {
	if (one.position !== other.position) return one.position > other.position;
	return BigInt(one.id) < BigInt(other.id);
}

/** Whether one of a member's roles stands above another role. */
export function standsAbove(server: KnownServer, { roles }: KnownMember, other: KnownRole): boolean {
	return [server.id, ...roles].some((id) => {
		const role = server.role(id);
		return role !== undefined && isAbove(role, other);
	});
}
