import type { APIOverwrite } from 'discord-api-types/v10';
import { Permission, threadTypes } from '../constants.ts';
import { refusal } from '../errors.ts';
import type { Channel } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { access, writable } from './access.ts';
import { type Call, noContent, ok, type Reply, type Route, route } from './call.ts';
import { refuseTags } from './threads.ts';

/** The fields of a channel that can be changed as they are. */
const plain = [
	'name',
	'topic',
	'nsfw',
	'position',
	'parent_id',
	'rate_limit_per_user',
	'permission_overwrites',
] as const;

function change({ world, param, body }: Call<Record<string, unknown>>): Reply {
	const channel = access(world, param('channel_id'));
	if (channel.guild_id === undefined) throw refusal('notInDirectMessages');
	if (threadTypes.has(channel.type)) return changeThread(world, channel, body);
	access(world, channel.id, Permission.ManageChannels);
	for (const key of plain) {
		if (body[key] !== undefined) Object.assign(channel, { [key]: body[key] });
	}
	tell(world, 'CHANNEL_UPDATE', channel);
	return ok(channel);
}

function changeThread(world: World, thread: Channel, body: Record<string, unknown>): Reply {
	const may = world.permissions(thread, world.bot.id);
	const metadata = thread.thread_metadata;
	const manages = (may & Permission.ManageThreads) !== 0n;
	// Whoever may write in a thread may open it again, unless it is locked.
	const onlyOpens = body.archived === false && Object.keys(body).length === 1 && !metadata?.locked;
	const writes = (may & Permission.SendMessagesInThreads) !== 0n;
	if (!manages && !(onlyOpens ? writes : thread.owner_id === world.bot.id))
		throw refusal('missingPermissions');
	if (!manages && (body.locked !== undefined || metadata?.locked)) throw refusal('missingPermissions');
	if (metadata?.archived && body.archived !== false) throw refusal('archivedThread');
	if (Array.isArray(body.applied_tags)) {
		refuseTags(world, world.channel(thread.parent_id ?? ''), body.applied_tags as string[]);
	}
	if (metadata) {
		const changed = { ...metadata };
		if (typeof body.archived === 'boolean') {
			changed.archived = body.archived;
			changed.archive_timestamp = new Date(world.now()).toISOString();
		}
		if (typeof body.locked === 'boolean') changed.locked = body.locked;
		if (body.auto_archive_duration != null) {
			changed.auto_archive_duration = Number(body.auto_archive_duration);
		}
		thread.thread_metadata = changed;
	}
	for (const key of ['name', 'rate_limit_per_user', 'applied_tags'] as const) {
		if (body[key] != null) Object.assign(thread, { [key]: body[key] });
	}
	tell(world, 'THREAD_UPDATE', thread);
	return ok(thread);
}

function erase({ world, param }: Call): Reply {
	const channel = access(world, param('channel_id'));
	if (channel.guild_id === undefined) return ok(channel);
	const isThread = threadTypes.has(channel.type);
	access(world, channel.id, isThread ? Permission.ManageThreads : Permission.ManageChannels);
	world.removeChannel(channel);
	return ok(channel);
}

function overwrite({ world, param, body }: Call<Partial<APIOverwrite> | null>): Reply {
	const channel = access(world, param('channel_id'), Permission.ManageRoles);
	const id = param('overwrite_id');
	const others = (channel.permission_overwrites ?? []).filter((one) => one.id !== id);
	if (body === null) {
		if (others.length === channel.permission_overwrites?.length) throw refusal('unknownOverwrite');
		channel.permission_overwrites = others;
	} else {
		const { type = 0, allow, deny } = body;
		const next = { id, type, allow: String(allow ?? 0), deny: String(deny ?? 0) };
		channel.permission_overwrites = [...others, next];
	}
	tell(world, 'CHANNEL_UPDATE', channel);
	return noContent;
}

function typing({ world, param }: Call): Reply {
	const channel = writable(world, param('channel_id'));
	const guildId = channel.guild_id ?? null;
	world.emit({
		event: 'TYPING_START',
		data: {
			channel_id: channel.id,
			user_id: world.bot.id,
			timestamp: Math.floor(world.now() / 1000),
			...(guildId === null ? {} : { guild_id: guildId }),
		},
		guildId,
		channelId: channel.id,
	});
	return noContent;
}

function tell(world: World, event: string, channel: Channel): void {
	world.emit({ event, data: channel, guildId: channel.guild_id ?? null, channelId: channel.id });
}

const base = '/channels/{channel_id}';

export const channelRoutes: readonly Route[] = [
	route('GET', base, {}, ({ world, param }) => ok(access(world, param('channel_id')))),
	route<Record<string, unknown>>(
		'PATCH',
		base,
		{
			schema: (_, { world, param }) =>
				threadTypes.has(world.channels.get(param('channel_id'))?.type ?? -1)
					? 'UpdateThreadRequestPartial'
					: 'UpdateGuildChannelRequestPartial',
		},
		change,
	),
	route('DELETE', base, {}, erase),
	route('POST', `${base}/typing`, {}, typing),
	route<Partial<APIOverwrite> | null>('PUT', `${base}/permissions/{overwrite_id}`, {}, overwrite),
	route('DELETE', `${base}/permissions/{overwrite_id}`, {}, (call) => overwrite({ ...call, body: null })),
];
