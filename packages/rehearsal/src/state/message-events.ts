import type { ShownMessage } from '../api.ts';
import { threadTypes } from '../constants.ts';
import { memberOfMessage } from './shapes.ts';
import type { World } from './world.ts';

/** Puts a new message into its channel and sends the event. */
export function send(world: World, message: ShownMessage): ShownMessage {
	world.messages.put(message);
	const channel = world.channels.get(message.channel_id);
	if (channel && message.rehearsal.visibleTo === null) {
		channel.last_message_id = message.id;
		if (threadTypes.has(channel.type)) {
			channel.message_count = (channel.message_count ?? 0) + 1;
			channel.total_message_sent = (channel.total_message_sent ?? 0) + 1;
			unarchive(world, message.channel_id);
		}
	}
	tell(world, 'MESSAGE_CREATE', message);
	return message;
}

/** A message in an archived thread opens it again. */
function unarchive(world: World, channelId: string): void {
	const thread = world.channels.get(channelId);
	if (!thread?.thread_metadata?.archived) return;
	thread.thread_metadata = {
		...thread.thread_metadata,
		archived: false,
		archive_timestamp: new Date(world.now()).toISOString(),
	};
	world.emit({
		event: 'THREAD_UPDATE',
		data: thread,
		guildId: thread.guild_id ?? null,
		channelId: thread.id,
	});
}

/** Replaces a message. */
export function replace(world: World, message: ShownMessage): ShownMessage {
	world.messages.put(message);
	tell(world, 'MESSAGE_UPDATE', message);
	return message;
}

export function remove(world: World, message: ShownMessage): void {
	if (!world.messages.delete(message.channel_id, message.id)) return;
	world.reactions.delete(message.id);
	world.votes.delete(message.id);
	const channel = world.channels.get(message.channel_id);
	// How many were ever sent stays.
	if (channel?.message_count && message.rehearsal.visibleTo === null) channel.message_count -= 1;
	const guildId = channel?.guild_id ?? null;
	world.emit({
		event: 'MESSAGE_DELETE',
		data: {
			id: message.id,
			channel_id: message.channel_id,
			...(guildId === null ? {} : { guild_id: guildId }),
		},
		guildId,
		channelId: message.channel_id,
		visibleTo: message.rehearsal.visibleTo,
	});
}

function tell(world: World, event: string, message: ShownMessage): void {
	const guildId = world.channels.get(message.channel_id)?.guild_id ?? null;
	const member = guildId === null ? undefined : world.guilds.get(guildId)?.members.get(message.author.id);
	world.emit({
		event,
		data: member === undefined ? message : { ...message, member: memberOfMessage(member) },
		guildId,
		channelId: message.channel_id,
		visibleTo: message.rehearsal.visibleTo,
	});
}
