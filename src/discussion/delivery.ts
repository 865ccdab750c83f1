import type { Card } from '../card.ts';
import type { TroubleOf } from '../trouble.ts';

/** The discussions' way to Discord: the port that `discord/` implements. Errors of Discord are returned, never thrown. */
export interface DiscussionDelivery {
	/** What a channel takes, and what the bot and a member may do there. */
	channel(server: string, channel: string, member: string): Promise<ChannelState | Trouble>;
	/**
	 * Posts a card and opens a thread from it, or a forum post. A second call with the same nonce within minutes gives
	 * the first one's thread; with `look`, the channel is looked through first.
	 */
	open(opening: Opening): Promise<{ readonly thread: string } | Trouble>;
	/** Whether a thread is still there, and takes what the bot writes. */
	thread(thread: string): Promise<{ readonly archived: boolean } | Trouble>;
	/** Writes into a thread, once for each nonce. */
	post(thread: string, card: Card, nonce: string): Promise<{ readonly message: string } | Trouble>;
	postPoll(thread: string, poll: Poll, nonce: string): Promise<{ readonly message: string } | Trouble>;
	archive(thread: string): Promise<{ readonly archived: true } | Trouble>;
}

export type ChannelState =
	| { readonly state: 'gone' }
	/** No threads can be opened in it. */
	| { readonly state: 'other' }
	| {
			readonly state: 'known';
			/** Of the channel; where a thread was asked about, of the channel that it is in. */
			readonly id: string;
			readonly name: string;
			readonly forum: boolean;
			/** Of a forum. */
			readonly tags: readonly { readonly id: string; readonly name: string }[];
			readonly needsTag: boolean;
			/** Names of the permissions that the bot lacks there, as Discord's settings call them. */
			readonly missing: readonly string[];
			readonly mayPoll: boolean;
			/** Whether the member may open threads, or posts, there. */
			readonly memberMay: boolean;
	  };

export interface Opening {
	readonly server: string;
	readonly channel: string;
	readonly forum: boolean;
	readonly card: Card;
	readonly title: string;
	/** Ids of tags, at most five. */
	readonly tags: readonly string[];
	/** At most 25 characters. */
	readonly nonce: string;
	/** 1 to 2³¹ − 1: the number of the message's container. */
	readonly mark: number;
	/** Since when it may have been opened already, in milliseconds since 1970; null where it was not. */
	readonly look: number | null;
}

/** Discord's limits: 300 characters for the question, 2 to 10 answers of 55. */
export interface Poll {
	readonly question: string;
	readonly answers: readonly string[];
	readonly hours: number;
}

/** "unreachable" may pass: 5xx, broken connections, no answer in time. "refused" is a bug of ours. */
export type TroubleKind = 'unreachable' | 'no-permission' | 'channel-gone' | 'thread-locked' | 'refused';
export type Trouble = TroubleOf<TroubleKind>;
