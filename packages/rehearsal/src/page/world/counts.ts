import type { ShownMessage } from '../../api.ts';

type Reaction = NonNullable<ShownMessage['reactions']>[number];
type Emoji = Reaction['emoji'];

const same = (a: Emoji, b: Emoji) =>
	a.id === null || a.id === undefined ? a.name === b.name : a.id === b.id;

/** The message with one reaction more or fewer. */
export function withReaction(message: ShownMessage, emoji: Emoji, by: 1 | -1, isMine: boolean): ShownMessage {
	const before = message.reactions ?? [];
	const known = before.find((reaction) => same(reaction.emoji, emoji));
	const count = (known?.count ?? 0) + by;
	const changed = { ...(known ?? { emoji, me: false }), count } as Reaction;
	if (isMine) changed.me = by === 1;
	const others = before.map((reaction) => (reaction === known ? changed : reaction));
	const reactions = known === undefined ? [...before, changed] : others;
	return { ...message, reactions: reactions.filter((reaction) => reaction.count > 0) };
}

/** The message with no reactions, or without those of one emoji. */
export function withoutReactions(message: ShownMessage, emoji: Emoji | null): ShownMessage {
	const left = (message.reactions ?? []).filter((reaction) => emoji !== null && !same(reaction.emoji, emoji));
	return { ...message, reactions: left };
}

/** The message with one vote more or fewer in its poll. */
export function withVote(message: ShownMessage, answerId: number, by: 1 | -1, isMine: boolean): ShownMessage {
	const { poll } = message;
	if (poll === undefined) return message;
	const counts = poll.results?.answer_counts ?? [];
	const known = counts.find(({ id }) => id === answerId) ?? { id: answerId, count: 0, me_voted: false };
	const changed = {
		...known,
		count: Math.max(0, known.count + by),
		me_voted: isMine ? by === 1 : known.me_voted,
	};
	const answer_counts = [...counts.filter(({ id }) => id !== answerId), changed];
	return { ...message, poll: { ...poll, results: { is_finalized: false, ...poll.results, answer_counts } } };
}

/** An edit brings the text; the counts since then stay as they are, except for a poll that has ended. */
export function edited(known: ShownMessage, message: ShownMessage): ShownMessage {
	const open = known.poll !== undefined && message.poll?.results?.is_finalized !== true;
	return {
		...known,
		...message,
		...(known.reactions === undefined ? {} : { reactions: known.reactions }),
		...(open ? { poll: known.poll } : {}),
	} as ShownMessage;
}
