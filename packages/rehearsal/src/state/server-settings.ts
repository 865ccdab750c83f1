import type { HomeGuild, Rehearsal } from '../api.ts';
import { RehearsalError } from '../errors.ts';
import type { Guild } from './model.ts';
import { addGuild } from './seed.ts';
import { guildCreate, memberShape } from './shapes.ts';
import type { World } from './world.ts';

type ServerSettings = Pick<
	Rehearsal,
	'addGuild' | 'removeGuild' | 'removeChannel' | 'setOverwrite' | 'setRolePermissions' | 'setMemberRoles'
>;

/** What an owner does in Discord's own settings: servers, channels, roles and permissions. */
export function serverSettings(world: World, home: HomeGuild): ServerSettings {
	const guildOf = (id: string): Guild => {
		const guild = world.guilds.get(id);
		if (guild === undefined) throw new RehearsalError(`There is no server ${id}.`);
		return guild;
	};
	const channelOf = (id: string) => {
		const channel = world.channels.get(id);
		if (channel === undefined) throw new RehearsalError(`There is no channel ${id}.`);
		return channel;
	};
	return {
		addGuild(input = {}) {
			const { guild, added } = addGuild(world, input, home.members.owner);
			const data = guildCreate(world, guild, false);
			world.emit({ event: 'GUILD_CREATE', data, guildId: guild.id });
			return added;
		},
		removeGuild: (id) => world.removeGuild(guildOf(id)),
		removeChannel: (id) => world.removeChannel(channelOf(id)),
		setOverwrite(channelId, targetId, { allow = 0n, deny = 0n }) {
			const channel = channelOf(channelId);
			const type = world.guilds.get(channel.guild_id ?? '')?.roles.has(targetId) ? 0 : 1;
			channel.permission_overwrites = [
				...(channel.permission_overwrites ?? []).filter(({ id }) => id !== targetId),
				{ id: targetId, type, allow: String(allow), deny: String(deny) },
			];
			const guildId = channel.guild_id ?? null;
			world.emit({ event: 'CHANNEL_UPDATE', data: channel, guildId, channelId });
		},
		setRolePermissions(guildId, roleId, permissions) {
			const role = guildOf(guildId).roles.get(roleId);
			if (role === undefined) throw new RehearsalError(`There is no role ${roleId}.`);
			role.permissions = String(permissions);
			world.emit({ event: 'GUILD_ROLE_UPDATE', data: { guild_id: guildId, role }, guildId });
		},
		setMemberRoles(guildId, memberId, roleIds) {
			const member = guildOf(guildId).members.get(memberId);
			if (member === undefined) throw new RehearsalError(`There is no member ${memberId}.`);
			member.roles = roleIds;
			const data = { guild_id: guildId, ...memberShape(member) };
			world.emit({ event: 'GUILD_MEMBER_UPDATE', data, guildId });
		},
	};
}
