import type { Card } from '../card.ts';
import { isTrouble, type TroubleOf } from '../trouble.ts';

/** The digest's way to Discord: the port that `discord/` implements. Errors of Discord are returned, never thrown. */
export interface Delivery {
	/** Posts a message, once: a second call with the same nonce within minutes gives the first one's message. */
	post(post: Post): Promise<Delivered>;
	/**
	 * Looks whether a post is in its channel already, by its nonce or its mark, among what was posted there
	 * since a moment. @returns the message, null where there is none, or why it could not look.
	 */
	find(address: Address, since: number): Promise<Found>;
	/** Starts a thread under a message, where there is none yet; in a forum there always is one. */
	openThread(address: Address, message: string, title: string): Promise<Delivered>;
	/** Whether the bot could post in a channel: as the gateway has said, or Discord does now. */
	channel(server: string, channel: string, apart: boolean): Promise<ChannelState>;
	/** What a role may do, and whether the bot may ping it and give it to members. */
	role(server: string, role: string): Promise<RoleState>;
	/** Whether a member could give a role to others. */
	giver(server: string, member: string, role: string): Promise<GiverState>;
	/** Takes a role from a member who has it, and otherwise gives it, where `give` says so. */
	toggleRole(
		server: string,
		member: string,
		role: string,
		options: { readonly give: boolean },
	): Promise<{ readonly done: 'given' | 'taken' | 'not-given' } | Trouble>;
	/**
	 * Tells those who manage a server, where they see it: the updates channel, the member who set it up, or the
	 * owner.
	 */
	notify(server: string, setBy: string | null, card: Card): Promise<Delivered>;
}

/** Where a message is to be posted, and how it is recognised there. */
export interface Address {
	readonly server: string;
	readonly channel: string;
	/** At most 25 characters. */
	readonly nonce: string;
	/** 1 to 2³¹ − 1: the number of the message's container. */
	readonly mark: number;
}

export interface Post extends Address {
	readonly card: Card;
	/** The name of the post, where the channel is a forum. */
	readonly title: string;
	/** The one role that the message notifies, or null. */
	readonly role: string | null;
}

export type Delivered = { readonly message: string } | Trouble;
export type Found = { readonly message: string | null } | Trouble;

export type Trouble = TroubleOf<TroubleKind>;

/**
 * "unreachable" may pass: 5xx, broken connections, no answer in time. The others do not pass by themselves.
 * "message-gone": somebody deleted the message or forum post. "refused" is a bug of this program: Discord does
 * not accept such a message.
 */
export type TroubleKind =
	| 'unreachable'
	| 'no-permission'
	| 'channel-gone'
	| 'server-gone'
	| 'message-gone'
	| 'refused';

export type GiverState = { readonly may: 'yes' | 'gone' | 'no-permission' | 'role-too-high' } | Trouble;

/** 'unknown' where Discord does not answer, which says nothing of the channel. */
export type ChannelState =
	| { readonly state: 'gone' | 'unknown' }
	| {
			readonly state: 'known';
			readonly name: string;
			/** Whether it takes forum posts and no messages. */
			readonly forum: boolean;
			/** Names of the permissions that the bot lacks there, as Discord's settings call them. */
			readonly missing: readonly string[];
	  };

/** 'unknown' where Discord does not answer. */
export type RoleState =
	| { readonly state: 'gone' | 'everyone' | 'managed' | 'unknown' }
	| {
			readonly state: 'known';
			readonly name: string;
			/** Whether the bot's mention of it notifies its members. */
			readonly mayPing: boolean;
			/** Whether the bot may give it to members; else the permission that is missing. */
			readonly mayGive: true | 'no-permission' | 'role-too-high';
			/** Names of its permissions over others, in the server or in a channel, as Discord's settings call them. */
			readonly moderates: readonly string[];
	  };

export { isTrouble };
