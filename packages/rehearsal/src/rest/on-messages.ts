import type { ShownMessage } from '../api.ts';
import { MessageType, Permission } from '../constants.ts';
import { refusal } from '../errors.ts';
import { replace, send } from '../state/message-events.ts';
import { clearReactions, isEmoji, setReaction, whoReacted } from '../state/reactions.ts';
import { apiMessage } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import { access } from './access.ts';
import { type Call, noContent, ok, type Reply, type Route, route } from './call.ts';
import { compose } from './compose.ts';
import { readable } from './messages.ts';
import { ended } from './polls.ts';

const target = (call: Call): ShownMessage =>
	readable(call.world, call.param('channel_id'), call.param('message_id'))[1];

function addReaction(call: Call): Reply {
	const { world, param } = call;
	const message = target(call);
	const emoji = param('emoji_name');
	if (!isEmoji(emoji)) throw refusal('unknownEmoji');
	// A bot that may not add reactions may still join an existing one.
	if (whoReacted(world, message.id, emoji).length === 0) {
		access(world, message.channel_id, Permission.AddReactions);
	}
	setReaction(world, message, emoji, world.bot.id, true);
	return noContent;
}

function removeReaction(call: Call, userId: string): Reply {
	const { world, param } = call;
	const message = target(call);
	if (userId !== world.bot.id) access(world, message.channel_id, Permission.ManageMessages);
	setReaction(world, message, param('emoji_name'), userId, false);
	return noContent;
}

function removeReactions(call: Call, emoji: string | null): Reply {
	const message = target(call);
	access(call.world, message.channel_id, Permission.ManageMessages);
	clearReactions(call.world, message, emoji);
	return noContent;
}

const pinsOf = (world: World, channelId: string): ShownMessage[] =>
	world.messages
		.all(channelId)
		.filter(({ pinned }) => pinned)
		.reverse();

function setPin(call: Call, pinned: boolean): Reply {
	const { world } = call;
	const message = target(call);
	const channel = access(world, message.channel_id);
	const may = world.permissions(channel, world.bot.id);
	const mayPin = channel.guild_id === undefined || may & (Permission.PinMessages | Permission.ManageMessages);
	if (!mayPin) throw refusal('missingPermissions');
	if (message.pinned === pinned) return noContent;
	if (pinned && pinsOf(world, channel.id).length >= 250) throw refusal('tooManyPins');
	replace(world, { ...message, pinned });
	channel.last_pin_timestamp = new Date(world.now()).toISOString();
	const guildId = channel.guild_id ?? null;
	const data = { channel_id: channel.id, guild_id: guildId, last_pin_timestamp: channel.last_pin_timestamp };
	world.emit({ event: 'CHANNEL_PINS_UPDATE', data, guildId, channelId: channel.id });
	if (pinned) announcePin(world, message);
	return noContent;
}

function announcePin(world: World, { id, channel_id }: ShownMessage): void {
	const channel = world.channel(channel_id);
	const notice = compose(world, { content: '…' }, [], {
		channel,
		author: world.bot,
		path: '',
		type: MessageType.ChannelPinned,
		extra: { message_reference: { type: 0, channel_id, message_id: id } } as object,
	});
	send(world, { ...notice, content: '' });
}

function listPins({ world, param }: Call): ShownMessage[] {
	return pinsOf(world, access(world, param('channel_id'), Permission.ReadMessageHistory).id);
}

function expirePoll(call: Call): Reply {
	const message = target(call);
	if (message.poll === undefined) throw refusal('cannotExpirePoll');
	if (message.author.id !== call.world.bot.id) throw refusal('notYourMessage');
	return ok(apiMessage(replace(call.world, ended(message, call.world.now()))));
}

function voters({ world, param, query }: Call): Reply {
	const [, message] = readable(world, param('channel_id'), param('message_id'));
	const votes = [...(world.votes.get(message.id) ?? [])];
	const answer = Number(param('answer_id'));
	const users = votes.filter(([, chosen]) => chosen.has(answer)).map(([id]) => world.users.get(id));
	return ok({ users: users.slice(0, Number(query.limit ?? 25)) });
}

const message = '/channels/{channel_id}/messages/{message_id}';
const reactions = `${message}/reactions`;
const reaction = `${reactions}/{emoji_name}`;
const reacting = { bucket: [1, 250] } as const;
/** Discord has moved pins to another path; both work. */
const pins = ['/channels/{channel_id}/messages/pins', '/channels/{channel_id}/pins'] as const;

/** What can be done to an existing message: reactions, pins, polls. */
export const onMessageRoutes: readonly Route[] = [
	route('PUT', `${reaction}/@me`, reacting, addReaction),
	route('DELETE', `${reaction}/@me`, reacting, (call) => removeReaction(call, call.world.bot.id)),
	route('DELETE', `${reaction}/{user_id}`, reacting, (call) => removeReaction(call, call.param('user_id'))),
	route('DELETE', reaction, reacting, (call) => removeReactions(call, call.param('emoji_name'))),
	route('DELETE', reactions, reacting, (call) => removeReactions(call, null)),
	route('GET', reaction, { query: { limit: [1, 100], after: 'snowflake', type: [0, 1] } }, (call) => {
		const users = whoReacted(call.world, target(call).id, call.param('emoji_name'));
		return ok(users.slice(0, Number(call.query.limit ?? 25)).map((id) => call.world.users.get(id)));
	}),
	...pins.flatMap((base) => [
		route('PUT', `${base}/{message_id}`, {}, (call) => setPin(call, true)),
		route('DELETE', `${base}/{message_id}`, {}, (call) => setPin(call, false)),
	]),
	route('GET', pins[0], { query: { before: 'text', limit: [1, 50] } }, (call) => {
		const found = listPins(call).slice(0, Number(call.query.limit ?? 50));
		const items = found.map((one) => ({ pinned_at: one.timestamp, message: apiMessage(one) }));
		return ok({ items, has_more: false });
	}),
	route('GET', pins[1], {}, (call) => ok(listPins(call).map(apiMessage))),
	route('POST', '/channels/{channel_id}/polls/{message_id}/expire', {}, expirePoll),
	route(
		'GET',
		'/channels/{channel_id}/polls/{message_id}/answers/{answer_id}',
		{ query: { limit: [1, 100], after: 'snowflake' } },
		voters,
	),
];
