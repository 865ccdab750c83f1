import { allPermissions, ChannelType, Permission, threadTypes } from '../constants.ts';
import type { Channel, Guild } from './model.ts';

/** A user's permissions in a guild, by their roles. */
export function guildPermissions(guild: Guild, userId: string): bigint {
	if (guild.ownerId === userId) return allPermissions;
	const member = guild.members.get(userId);
	if (member === undefined) return 0n;
	let may = BigInt(guild.roles.get(guild.id)?.permissions ?? 0);
	for (const id of member.roles) may |= BigInt(guild.roles.get(id)?.permissions ?? 0);
	return may & Permission.Administrator ? allPermissions : may;
}

/** A user's permissions in a channel: roles, then overwrites, in the order of Discord's reference. */
export function channelPermissions(guild: Guild, channel: Channel, userId: string): bigint {
	const base = guildPermissions(guild, userId);
	if (base === allPermissions || base === 0n) return base;
	const roles = guild.members.get(userId)?.roles ?? [];
	// A thread has none of its own and uses its parent's.
	const parent = threadTypes.has(channel.type) ? guild.channels.get(channel.parent_id ?? '') : channel;
	const overwrites = parent?.permission_overwrites ?? [];
	const of = (ids: readonly string[]) => overwrites.filter(({ id }) => ids.includes(id));
	let may = base;
	for (const group of [of([guild.id]), of(roles.filter((id) => id !== guild.id)), of([userId])]) {
		let allow = 0n;
		let deny = 0n;
		for (const overwrite of group) {
			allow |= BigInt(overwrite.allow);
			deny |= BigInt(overwrite.deny);
		}
		may = (may & ~deny) | allow;
	}
	return withoutImplied(may, channel);
}

/**
 * A member who does not see a channel can do nothing in it; one who cannot write can neither attach nor mention
 * everyone.
 */
function withoutImplied(may: bigint, channel: Channel): bigint {
	if (!(may & Permission.ViewChannel)) return 0n;
	const writes = threadTypes.has(channel.type) ? Permission.SendMessagesInThreads : Permission.SendMessages;
	if (may & writes) return may;
	return may & ~(Permission.EmbedLinks | Permission.AttachFiles | Permission.MentionEveryone);
}

/** In direct messages both may do everything that is possible there. */
export const directPermissions =
	Permission.ViewChannel |
	Permission.SendMessages |
	Permission.EmbedLinks |
	Permission.AttachFiles |
	Permission.ReadMessageHistory |
	Permission.AddReactions |
	Permission.UseExternalEmojis |
	Permission.UseApplicationCommands |
	Permission.SendPolls;

/** Whether these are direct messages between members, in which the bot takes no part. */
export function isPrivate({ guild_id, recipients }: Channel): boolean {
	return guild_id === undefined && (recipients?.length ?? 0) > 1;
}

export function isText(channel: Channel): boolean {
	return (
		channel.type !== ChannelType.Category &&
		channel.type !== ChannelType.Forum &&
		channel.type !== ChannelType.Media
	);
}
