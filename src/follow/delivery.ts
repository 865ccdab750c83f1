import type { Card } from '../card.ts';
import type { TroubleOf } from '../trouble.ts';

/** The way to members who follow something: the port that `discord/` implements. Errors of Discord are returned. */
export interface FollowDelivery {
	/** The channel of a target: the direct messages with a member, or the thread, if it is still there. */
	channel(member: string, target: string): Promise<{ readonly channel: string } | Trouble>;
	/** A thread that only this member and those who manage threads see, in a channel of a server. */
	openThread(channel: string, member: string): Promise<{ readonly thread: string } | Trouble>;
	/** The bot's message with this nonce or mark, among those since a moment, or null. */
	find(sent: Sent, since: number): Promise<{ readonly message: string | null } | Trouble>;
	/** Posts a card, once for each nonce. It notifies nobody but the one who is mentioned, whatever is in it. */
	post(
		sent: Sent & { readonly mention: string | null },
		card: Card,
	): Promise<{ readonly message: string } | Trouble>;
	/** Whether somebody is a member of a server that the bot is in. */
	isMember(server: string, member: string): Promise<{ readonly isMember: boolean } | Trouble>;
}

/** Where a message is to be, and how it is recognised there. */
export interface Sent {
	readonly channel: string;
	/** At most 25 characters. */
	readonly nonce: string;
	/** 1 to 2³¹ − 1: the number of the message's container. */
	readonly mark: number;
}

/**
 * "unreachable" may pass. "closed": the member takes no direct messages of the bot. "gone": the thread was deleted, or
 * the bot may not write in it any more. "refused" is a bug of ours.
 */
export type TroubleKind = 'unreachable' | 'closed' | 'gone' | 'refused';
export type Trouble = TroubleOf<TroubleKind>;
