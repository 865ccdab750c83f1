import type { ShownMessage } from '../api.ts';
import { MessageType, Permission } from '../constants.ts';
import { invalidForm, refusal, refuseProblems } from '../errors.ts';
import { at, problem, required } from '../rules/problem.ts';
import { isSnowflake, notSnowflake } from '../rules/query.ts';
import { madeAt } from '../state/ids.ts';
import { remove, replace, send } from '../state/message-events.ts';
import type { Channel } from '../state/model.ts';
import { apiMessage } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import { access, writable } from './access.ts';
import { type Call, noContent, ok, type Reply, type Route, route } from './call.ts';
import { compose, edit, type MessageBody } from './compose.ts';

interface NewMessage extends MessageBody {
	readonly nonce?: string | number | null;
	readonly enforce_nonce?: boolean | null;
	readonly message_reference?: {
		readonly message_id?: string | null;
		readonly fail_if_not_exists?: boolean | null;
	} | null;
}

/** A message that the bot may read. @throws ApiError 10008, and what `access` throws */
export function readable(world: World, channelId: string, messageId: string): [Channel, ShownMessage] {
	const channel = access(world, channelId, Permission.ReadMessageHistory);
	return [channel, standing(world, channelId, messageId)];
}

/** What only one member sees is unknown to everybody else, the bot's own requests to the channel included. */
function standing(world: World, channelId: string, messageId: string): ShownMessage {
	const message = world.messages.get(channelId, messageId);
	if (message === undefined || message.rehearsal.visibleTo !== null) throw refusal('unknownMessage');
	return message;
}

function list({ world, param, query }: Call): Reply {
	const channel = access(world, param('channel_id'));
	// Without the permission to read the history Discord gives an empty list.
	const may = world.permissions(channel, world.bot.id);
	if (!(may & Permission.ReadMessageHistory)) return ok([]);
	const { before, after, around, limit = '50' } = query;
	const range = {
		limit: Number(limit),
		...(before === undefined ? {} : { before }),
		...(after === undefined ? {} : { after }),
		...(around === undefined ? {} : { around }),
	};
	const page = world.messages.page(channel.id, range, ({ rehearsal }) => rehearsal.visibleTo === null);
	return ok(page.map(apiMessage));
}

function create({ world, param, body, files }: Call<NewMessage>): Reply {
	const channel = writable(world, param('channel_id'));
	refuseClosed(world, channel);
	const may = world.permissions(channel, world.bot.id);
	if (files.length > 0 && !(may & Permission.AttachFiles)) throw refusal('missingPermissions');
	if (body.embeds?.length && !(may & Permission.EmbedLinks)) throw refusal('missingPermissions');
	if (body.poll && !(may & Permission.SendPolls)) throw refusal('missingPermissions');
	const repliedTo = replyTarget(world, channel, body);
	const nonce = body.nonce == null ? null : String(body.nonce);
	if (nonce !== null && body.enforce_nonce) {
		const sent = world.messages.byNonce(channel.id, nonce, world.now());
		if (sent) return ok(apiMessage(sent));
	}
	const message = compose(world, body, files, {
		channel,
		author: world.bot,
		path: '',
		type: repliedTo ? MessageType.Reply : MessageType.Default,
		repliedTo,
		extra: {
			...(nonce === null ? {} : { nonce: body.nonce ?? nonce }),
			...referenceOf(channel, repliedTo),
		},
	});
	if (nonce !== null) world.messages.rememberNonce(channel.id, nonce, message.id, world.now());
	return ok(apiMessage(send(world, message)));
}

/** A member takes direct messages of an app that shares a server with them or that they have installed. */
function refuseClosed(world: World, { recipients: [user] = [] }: Channel): void {
	if (user === undefined) return;
	const meets = [...world.guilds.values()].some(
		({ id, members }) => world.isBotIn(id) && members.has(user.id),
	);
	if (!meets && !world.userInstalls.has(user.id)) throw refusal('noMutualGuild');
	if (world.closedToBot.has(user.id)) throw refusal('cannotMessageUser');
}

function replyTarget(world: World, channel: Channel, body: NewMessage): ShownMessage | null {
	const reference = body.message_reference;
	if (!reference?.message_id) return null;
	const may = world.permissions(channel, world.bot.id);
	if (!(may & Permission.ReadMessageHistory)) throw refusal('cannotReplyWithoutHistory');
	const target = world.messages.get(channel.id, reference.message_id);
	if (target && target.rehearsal.visibleTo === null) return target;
	if (reference.fail_if_not_exists === false) return null;
	throw invalidForm([problem('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message')]);
}

/** A message whose target is gone is a message like any other, and no reply, where it is sent at all. */
function referenceOf(channel: Channel, target: ShownMessage | null) {
	if (target === null) return {};
	const { guild_id } = channel;
	return {
		message_reference: {
			type: 0,
			channel_id: channel.id,
			message_id: target.id,
			...(guild_id === undefined ? {} : { guild_id }),
		},
		referenced_message: apiMessage(target),
	};
}

function change({ world, param, body, files }: Call<MessageBody>): Reply {
	const channel = access(world, param('channel_id'));
	const before = standing(world, channel.id, param('message_id'));
	if (before.author.id !== world.bot.id) {
		// Others' messages can only have their embeds hidden, by bots that may manage messages.
		if (Object.keys(body).some((key) => key !== 'flags')) throw refusal('notYourMessage');
		access(world, channel.id, Permission.ManageMessages);
	}
	if (channel.thread_metadata?.archived) throw refusal('archivedThread');
	return ok(apiMessage(replace(world, edit(world, channel, before, body, files, ''))));
}

function erase({ world, param }: Call): Reply {
	const channel = access(world, param('channel_id'));
	const message = standing(world, channel.id, param('message_id'));
	if (message.author.id !== world.bot.id) access(world, channel.id, Permission.ManageMessages);
	remove(world, message);
	return noContent;
}

/** Discord's published document has no schema of this body. */
function eraseMany({ world, param, body }: Call<{ readonly messages?: unknown } | null>): Reply {
	const channel = access(world, param('channel_id'), Permission.ManageMessages);
	if (channel.guild_id === undefined) throw refusal('notInDirectMessages');
	const messages = body?.messages;
	if (!Array.isArray(messages)) throw invalidForm([required('messages')]);
	const ids = messages.map(String);
	refuseProblems(
		ids.flatMap((id, index) => (isSnowflake(id) ? [] : [notSnowflake(at('messages', index), id)])),
	);
	if (ids.length < 2 || ids.length > 100) {
		const said = 'Must be between 2 and 100 in length.';
		throw invalidForm([problem('messages', 'BASE_TYPE_BAD_LENGTH', said)]);
	}
	const limit = world.now() - 14 * 86_400_000;
	if (ids.some((id) => madeAt(id) < limit)) throw refusal('bulkDeleteTooOld');
	for (const id of ids) {
		const message = world.messages.get(channel.id, id);
		if (message?.rehearsal.visibleTo === null) remove(world, message);
	}
	return noContent;
}

const one = '/channels/{channel_id}/messages/{message_id}';
const perChannel = [5, 5_000] as const;

export const messageRoutes: readonly Route[] = [
	route(
		'GET',
		'/channels/{channel_id}/messages',
		{ query: { before: 'snowflake', after: 'snowflake', around: 'snowflake', limit: [1, 100] } },
		list,
	),
	route(
		'POST',
		'/channels/{channel_id}/messages',
		{ schema: 'MessageCreateRequest', bucket: perChannel },
		create,
	),
	route('POST', '/channels/{channel_id}/messages/bulk-delete', { bucket: [1, 1_000] }, eraseMany),
	route('GET', one, {}, ({ world, param }) =>
		ok(apiMessage(readable(world, param('channel_id'), param('message_id'))[1])),
	),
	route('PATCH', one, { schema: 'MessageEditRequestPartial', bucket: perChannel }, change),
	route('DELETE', one, { bucket: perChannel }, erase),
];
