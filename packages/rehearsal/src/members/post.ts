import type { PostInput, ShownMessage } from '../api.ts';
import { MessageType, Permission, threadTypes } from '../constants.ts';
import { RehearsalError } from '../errors.ts';
import { compose } from '../rest/compose.ts';
import { send } from '../state/message-events.ts';
import type { Channel } from '../state/model.ts';
import { isText } from '../state/permissions.ts';
import { apiMessage } from '../state/shapes.ts';
import type { World } from '../state/world.ts';

/** A channel that a member sees, with all the required permissions. @throws RehearsalError otherwise */
export function memberChannel(world: World, channelId: string, userId: string, needed = 0n): Channel {
	const channel = world.channels.get(channelId);
	if (channel === undefined || !world.users.has(userId))
		throw new RehearsalError('There is no such channel.');
	const may = world.permissions(channel, userId);
	if (!(may & Permission.ViewChannel)) throw new RehearsalError('You do not see this channel.');
	if ((may & needed) !== needed) throw new RehearsalError('You may not do this in this channel.');
	return channel;
}

/** A member writes: see `Rehearsal.post`. */
export function post(world: World, input: PostInput): ShownMessage {
	const { channelId, memberId, content = '', replyTo, files = [] } = input;
	const isThread = threadTypes.has(world.channels.get(channelId)?.type ?? -1);
	const writes = isThread ? Permission.SendMessagesInThreads : Permission.SendMessages;
	const channel = memberChannel(world, channelId, memberId, writes);
	if (!isText(channel)) throw new RehearsalError('This is no place to write in.');
	const author = world.users.get(memberId);
	if (author === undefined) throw new RehearsalError('There is no such member.');
	const repliedTo = replyTo === undefined ? null : (world.messages.get(channelId, replyTo) ?? null);
	if (replyTo !== undefined && repliedTo === null) throw new RehearsalError('There is no such message.');
	const uploaded = files.map(({ filename, contentType, base64 }, index) => ({
		id: String(index),
		name: filename,
		type: contentType ?? 'application/octet-stream',
		bytes: Buffer.from(base64, 'base64'),
	}));
	const message = compose(world, { content }, uploaded, {
		channel,
		author,
		path: '',
		type: repliedTo ? MessageType.Reply : MessageType.Default,
		repliedTo,
		extra: repliedTo
			? {
					message_reference: { type: 0, channel_id: channelId, message_id: repliedTo.id },
					referenced_message: apiMessage(repliedTo),
				}
			: {},
	});
	return send(world, message);
}
