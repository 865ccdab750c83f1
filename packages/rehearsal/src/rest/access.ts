import { Permission, threadTypes } from '../constants.ts';
import { refusal } from '../errors.ts';
import type { Channel } from '../state/model.ts';
import { isText } from '../state/permissions.ts';
import type { World } from '../state/world.ts';

/**
 * A channel that the bot sees and has all of these permissions in.
 * @throws ApiError 10003 where there is none, 50001 where it is not seen, 50013 where a permission is missing
 */
export function access(world: World, channelId: string, ...needed: readonly bigint[]): Channel {
	const channel = world.channel(channelId);
	const may = world.permissions(channel, world.bot.id);
	if (!(may & Permission.ViewChannel)) throw refusal('missingAccess');
	for (const permission of needed) if (!(may & permission)) throw refusal('missingPermissions');
	return channel;
}

/** A channel that the bot may write to. @throws ApiError as `access`, and where it is no place for messages */
export function writable(world: World, channelId: string): Channel {
	const channel = access(world, channelId);
	if (channel.type === 15 || channel.type === 16) throw refusal('forumNeedsThread');
	if (!isText(channel)) throw refusal('notTextChannel');
	const isThread = threadTypes.has(channel.type);
	access(world, channelId, isThread ? Permission.SendMessagesInThreads : Permission.SendMessages);
	if (isThread && channel.thread_metadata?.locked) {
		const may = world.permissions(channel, world.bot.id);
		if (!(may & Permission.ManageThreads)) throw refusal('threadLocked');
	}
	return channel;
}

/** A guild that the bot is in. @throws ApiError 10004 */
export function memberGuild(world: World, guildId: string) {
	const guild = world.guild(guildId);
	if (!guild.members.has(world.bot.id)) throw refusal('missingAccess');
	return guild;
}
