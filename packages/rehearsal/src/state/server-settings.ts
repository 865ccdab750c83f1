import type { HomeGuild } from '../api.ts';
import { ChannelFlag, ChannelType } from '../constants.ts';
import { RehearsalError } from '../errors.ts';
import { accountOf } from '../members/snapshot.ts';
import type { ServerSettings } from '../settings.ts';
import type { Channel, Guild } from './model.ts';
import { addGuild } from './seed.ts';
import { guildCreate, memberShape } from './shapes.ts';
import type { World } from './world.ts';

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
	const put = (set: Set<string>, id: string, isIn: boolean) => {
		if (!world.users.has(id)) throw new RehearsalError(`There is no user ${id}.`);
		if (isIn) set.add(id);
		else set.delete(id);
		const data = accountOf(world, id);
		world.emit({ event: 'ACCOUNT_UPDATE', data, guildId: null, visibleTo: id, audience: 'members' });
	};
	const changed = (event: string, channel: Channel) =>
		world.emit({ event, data: channel, guildId: channel.guild_id ?? null, channelId: channel.id });
	return {
		removeMember(guildId, memberId) {
			const guild = guildOf(guildId);
			const user = guild.members.get(memberId)?.user;
			if (user === undefined) throw new RehearsalError(`There is no member ${memberId}.`);
			guild.members.delete(memberId);
			world.emit({ event: 'GUILD_MEMBER_REMOVE', data: { guild_id: guildId, user }, guildId });
		},
		setUserInstall: (memberId, installed) => put(world.userInstalls, memberId, installed),
		setDirectMessages: (memberId, open) => put(world.closedToBot, memberId, !open),
		addPrivateChannel(memberIds) {
			const recipients = memberIds.flatMap((id) => world.users.get(id) ?? []);
			if (recipients.length < 2) throw new RehearsalError('Direct messages have two users or more.');
			const type = recipients.length === 2 ? ChannelType.DM : ChannelType.GroupDM;
			const channel: Channel = { id: world.id(), type, last_message_id: null, flags: 0, recipients };
			world.channels.set(channel.id, channel);
			changed('CHANNEL_CREATE', channel);
			return channel.id;
		},
		setThread(threadId, { name, archived, locked }) {
			const thread = channelOf(threadId);
			if (thread.thread_metadata === undefined) throw new RehearsalError(`${threadId} is no thread.`);
			const archive_timestamp = new Date(world.now()).toISOString();
			thread.thread_metadata = {
				...thread.thread_metadata,
				...(locked === undefined ? {} : { locked }),
				...(archived === undefined ? {} : { archived, archive_timestamp }),
			};
			if (name !== undefined) thread.name = name;
			changed('THREAD_UPDATE', thread);
		},
		setForum(channelId, { requiresTag, tags }) {
			const forum = channelOf(channelId);
			const none = { moderated: false, emoji_id: null, emoji_name: null };
			if (tags) forum.available_tags = tags.map((name) => ({ id: world.id(), name, ...none }));
			if (requiresTag !== undefined) {
				forum.flags = requiresTag
					? forum.flags | ChannelFlag.RequireTag
					: forum.flags & ~ChannelFlag.RequireTag;
			}
			changed('CHANNEL_UPDATE', forum);
		},
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
