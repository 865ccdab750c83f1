import { Permission } from '../constants.ts';
import { RehearsalError } from '../errors.ts';
import { counted } from '../rest/polls.ts';
import { setReaction } from '../state/reactions.ts';
import type { World } from '../state/world.ts';
import { memberChannel } from './post.ts';

interface Target {
	readonly channelId: string;
	readonly messageId: string;
}

function messageFor(world: World, { channelId, messageId }: Target, memberId: string) {
	const message = world.messages.get(channelId, messageId);
	const visibleTo = message?.rehearsal.visibleTo ?? null;
	if (message === undefined || (visibleTo !== null && visibleTo !== memberId)) {
		throw new RehearsalError('There is no such message.');
	}
	return message;
}

/**
 * Discord's clients show a member as typing for ten seconds and report it every eight; more frequent reports are
 * dropped.
 */
const typingEvery = 5_000;

/** A member types. */
export function typing(world: World, channelId: string, userId: string): void {
	const channel = memberChannel(world, channelId, userId);
	const guildId = channel.guild_id ?? null;
	const now = world.now();
	const key = `${channelId} ${userId}`;
	if (now - (world.typing.get(key) ?? 0) < typingEvery) return;
	world.typing.delete(key);
	world.typing.set(key, now);
	const [oldest] = world.typing.keys();
	if (world.typing.size > 1_000 && oldest !== undefined) world.typing.delete(oldest);
	world.emit({
		event: 'TYPING_START',
		data: {
			channel_id: channelId,
			user_id: userId,
			timestamp: Math.floor(now / 1000),
			...(guildId === null ? {} : { guild_id: guildId }),
		},
		guildId,
		channelId,
	});
}

/** A member reacts, or removes a reaction. */
export function react(world: World, act: Target & { emoji: string; on: boolean }, memberId: string): void {
	memberChannel(world, act.channelId, memberId, act.on ? Permission.AddReactions : 0n);
	setReaction(world, messageFor(world, act, memberId), act.emoji, memberId, act.on);
}

/** A member votes in a poll; an empty list removes the votes. */
export function vote(world: World, act: Target & { answerIds: readonly number[] }, memberId: string): void {
	const channel = memberChannel(world, act.channelId, memberId);
	const message = messageFor(world, act, memberId);
	const { poll } = message;
	if (poll === undefined) throw new RehearsalError('This message has no poll.');
	const over = poll.results?.is_finalized || (poll.expiry !== null && Date.parse(poll.expiry) <= world.now());
	if (over) throw new RehearsalError('This poll is over.');
	const known = new Set(poll.answers.map(({ answer_id }) => answer_id));
	const wanted = new Set(act.answerIds);
	if (act.answerIds.some((id) => !known.has(id))) throw new RehearsalError('There is no such answer.');
	if (wanted.size > 1 && !poll.allow_multiselect) throw new RehearsalError('Only one answer can be chosen.');
	const votes = world.votes.get(message.id) ?? new Map<string, ReadonlySet<number>>();
	const before = votes.get(memberId) ?? new Set<number>();
	votes.set(memberId, wanted);
	world.votes.set(message.id, votes);
	let changed = message;
	for (const answerId of known) {
		if (before.has(answerId) === wanted.has(answerId)) continue;
		const on = wanted.has(answerId);
		changed = counted(changed, answerId, on ? 1 : -1);
		const guildId = channel.guild_id ?? null;
		world.emit({
			event: on ? 'MESSAGE_POLL_VOTE_ADD' : 'MESSAGE_POLL_VOTE_REMOVE',
			data: {
				user_id: memberId,
				channel_id: channel.id,
				message_id: message.id,
				answer_id: answerId,
				...(guildId === null ? {} : { guild_id: guildId }),
			},
			guildId,
			channelId: channel.id,
		});
	}
	world.messages.put(changed);
}
