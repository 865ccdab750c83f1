import { ChannelFlag, ChannelType, MessageFlag, MessageType, Permission, threadTypes } from '../constants.ts';
import { invalidForm, refusal } from '../errors.ts';
import { problem, required, tooLong } from '../rules/problem.ts';
import { replace, send } from '../state/message-events.ts';
import type { Channel } from '../state/model.ts';
import { apiMessage, isArchived } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import { access } from './access.ts';
import { type Call, noContent, ok, type Reply, type Route, route } from './call.ts';
import { compose, type MessageBody } from './compose.ts';
import { readable } from './messages.ts';

interface NewThread {
	readonly name: string;
	readonly type?: number | null;
	readonly auto_archive_duration?: number | null;
	readonly rate_limit_per_user?: number | null;
	readonly invitable?: boolean | null;
	readonly applied_tags?: readonly string[] | null;
	readonly message?: MessageBody;
}

function newThread(world: World, parent: Channel, body: NewThread, id: string, type: number): Channel {
	const now = new Date(world.now()).toISOString();
	const thread: Channel = {
		id,
		type,
		...(parent.guild_id === undefined ? {} : { guild_id: parent.guild_id }),
		name: body.name,
		parent_id: parent.id,
		owner_id: world.bot.id,
		last_message_id: null,
		flags: 0,
		rate_limit_per_user: body.rate_limit_per_user ?? 0,
		message_count: 0,
		member_count: 1,
		total_message_sent: 0,
		thread_metadata: {
			archived: false,
			archive_timestamp: now,
			auto_archive_duration: body.auto_archive_duration ?? 4320,
			locked: false,
			create_timestamp: now,
			...(type === ChannelType.PrivateThread ? { invitable: body.invitable ?? true } : {}),
		},
		...(body.applied_tags ? { applied_tags: [...body.applied_tags] } : {}),
	};
	world.channels.set(id, thread);
	world.guilds.get(parent.guild_id ?? '')?.channels.set(id, thread);
	world.emit({
		event: 'THREAD_CREATE',
		data: { ...thread, newly_created: true, member: memberOf(world, thread) },
		guildId: parent.guild_id ?? null,
		channelId: id,
	});
	return thread;
}

const memberOf = (world: World, thread: Channel, userId = world.bot.id) => ({
	id: thread.id,
	user_id: userId,
	join_timestamp: thread.thread_metadata?.create_timestamp,
	flags: 0,
});

function fromMessage({ world, param, body }: Call<NewThread>): Reply {
	const [channel, message] = readable(world, param('channel_id'), param('message_id'));
	access(world, channel.id, Permission.CreatePublicThreads);
	if (channel.type !== ChannelType.Text && channel.type !== ChannelType.Announcement) {
		throw refusal('wrongChannelType');
	}
	if (world.channels.has(message.id)) throw refusal('threadExists');
	const isNews = channel.type === ChannelType.Announcement;
	const type = isNews ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
	const thread = newThread(world, channel, body, message.id, type);
	replace(world, { ...message, flags: (message.flags ?? 0) | MessageFlag.HasThread });
	return { status: 201, body: { ...thread, member: memberOf(world, thread) } };
}

function withoutMessage(call: Call<NewThread>): Reply {
	const { world, param, body } = call;
	const channel = access(world, param('channel_id'));
	if (channel.type === ChannelType.Forum || channel.type === ChannelType.Media)
		return forumPost(call, channel);
	if (channel.type !== ChannelType.Text && channel.type !== ChannelType.Announcement) {
		throw refusal('wrongChannelType');
	}
	const type = body.type ?? ChannelType.PrivateThread;
	const isPrivate = type === ChannelType.PrivateThread;
	access(world, channel.id, isPrivate ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads);
	const thread = newThread(world, channel, body, world.id(), type);
	if (!isPrivate) announce(world, channel, thread);
	return { status: 201, body: { ...thread, member: memberOf(world, thread) } };
}

/** "… started a thread", in the channel above it. */
function announce(world: World, channel: Channel, thread: Channel): void {
	const notice = compose(world, { content: thread.name ?? '…' }, [], {
		channel,
		author: world.bot,
		path: '',
		type: MessageType.ThreadCreated,
		extra: { message_reference: { type: 0, channel_id: thread.id } } as object,
	});
	send(world, notice);
}

/** A post of a forum is a thread and its first message, which has the thread's id. */
function forumPost({ world, body, files }: Call<NewThread>, forum: Channel): Reply {
	access(world, forum.id, Permission.SendMessages);
	if (body.message === undefined) throw invalidForm([required('message')]);
	refuseTags(world, forum, body.applied_tags ?? []);
	// Composed first: a refused message must not leave an empty thread behind.
	const first = compose(world, body.message, files, { channel: forum, author: world.bot, path: 'message' });
	const thread = newThread(world, forum, body, first.id, ChannelType.PublicThread);
	const message = send(world, { ...first, channel_id: thread.id });
	return {
		status: 201,
		body: { ...thread, member: memberOf(world, thread), message: apiMessage(message) },
	};
}

/** A forum takes at most five of its own tags, moderated ones only from those who manage threads. */
export function refuseTags(world: World, forum: Channel, tags: readonly string[]): void {
	if (tags.length > 5) throw invalidForm([tooLong('applied_tags', 5)]);
	for (const [index, id] of tags.entries()) {
		const tag = forum.available_tags?.find((one) => one.id === id);
		if (tag === undefined)
			throw invalidForm([problem(`applied_tags.${index}`, 'INVALID_TAG', 'Unknown tag')]);
		if (tag.moderated) access(world, forum.id, Permission.ManageThreads);
	}
	if (tags.length === 0 && (forum.flags & ChannelFlag.RequireTag) !== 0) throw refusal('tagRequired');
}

function membership(call: Call, event: 'added' | 'removed', userId: string): Reply {
	const { world, param } = call;
	const thread = access(world, param('channel_id'));
	if (!threadTypes.has(thread.type)) throw refusal('wrongChannelType');
	if (isArchived(thread)) throw refusal('archivedThread');
	world.emit({
		event: 'THREAD_MEMBERS_UPDATE',
		data: {
			id: thread.id,
			guild_id: thread.guild_id,
			member_count: thread.member_count ?? 1,
			...(event === 'added'
				? { added_members: [memberOf(world, thread, userId)] }
				: { removed_member_ids: [userId] }),
		},
		guildId: thread.guild_id ?? null,
		channelId: thread.id,
	});
	return noContent;
}

function archived(call: Call, wanted: readonly number[]): Reply {
	const { world, param } = call;
	const channel = access(world, param('channel_id'), Permission.ReadMessageHistory);
	const threads = [...world.channels.values()].filter(
		(thread) => thread.parent_id === channel.id && wanted.includes(thread.type) && isArchived(thread),
	);
	return ok({ threads, members: [], has_more: false });
}

const base = '/channels/{channel_id}';
const archive = { query: { before: 'text', limit: [2, 100] } } as const;

export const threadRoutes: readonly Route[] = [
	route<NewThread>(
		'POST',
		`${base}/messages/{message_id}/threads`,
		{ schema: 'CreateTextThreadWithMessageRequest' },
		fromMessage,
	),
	route<NewThread>(
		'POST',
		`${base}/threads`,
		{
			schema: (_, { world, param }) => {
				const type = world.channels.get(param('channel_id'))?.type;
				const isForum = type === ChannelType.Forum || type === ChannelType.Media;
				return isForum ? 'CreateForumThreadRequest' : 'CreateTextThreadWithoutMessageRequest';
			},
		},
		withoutMessage,
	),
	route('PUT', `${base}/thread-members/@me`, {}, (call) => membership(call, 'added', call.world.bot.id)),
	route('DELETE', `${base}/thread-members/@me`, {}, (call) => membership(call, 'removed', call.world.bot.id)),
	route('PUT', `${base}/thread-members/{user_id}`, {}, (call) =>
		membership(call, 'added', call.param('user_id')),
	),
	route('DELETE', `${base}/thread-members/{user_id}`, {}, (call) =>
		membership(call, 'removed', call.param('user_id')),
	),
	route('GET', `${base}/thread-members`, {}, ({ world, param }) =>
		ok([memberOf(world, access(world, param('channel_id')))]),
	),
	route('GET', `${base}/threads/archived/public`, archive, (call) =>
		archived(call, [ChannelType.PublicThread, ChannelType.AnnouncementThread]),
	),
	route('GET', `${base}/threads/archived/private`, archive, (call) =>
		archived(call, [ChannelType.PrivateThread]),
	),
	route('GET', '/guilds/{guild_id}/threads/active', {}, ({ world, param }) => {
		const channels = [...world.guild(param('guild_id')).channels.values()];
		const threads = channels.filter((channel) => threadTypes.has(channel.type) && !isArchived(channel));
		return ok({ threads, members: threads.map((thread) => memberOf(world, thread)) });
	}),
];
