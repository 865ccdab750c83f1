import type { Card } from './card.ts';

/**
 * Where a command was used, and what it may know of that place. `discord/` implements it; tests
 * and the shell make plain ones.
 */
export interface Place {
	/** Null in a direct message, and where only the member has installed the bot (`own`). */
	readonly server: { readonly id: string; readonly name: string } | null;
	readonly channel: { readonly id: string };
	/**
	 * Whether the bot is there only because the member has installed it for themselves: in a server without it, or in
	 * direct messages of others. It then sees nothing of that place. Default false.
	 */
	readonly own?: boolean;
	/** The id of the article that the thread or forum post is about; null anywhere else. */
	readonly article: string | null;
	readonly member: {
		readonly id: string;
		readonly name: string;
		readonly mayManageServer: boolean;
		/** Whether they may delete others' messages here; default false. */
		readonly mayManageMessages?: boolean;
		/** Whether links that they post here are shown with a picture and text; default false. */
		readonly mayEmbedLinks?: boolean;
		/** The ids of their roles in the server; default none. */
		readonly roles?: readonly string[];
	};
	/** BCP 47, of the member's client. */
	readonly locale: string;
	/**
	 * What a command on a message or member was used on, or the message that mentions the bot; null where a button
	 * asks.
	 */
	readonly target: Target | null;
	/**
	 * Shows a card until the answer is there, in the message that waits for it; of several the last one. Left out where
	 * nothing can be shown before the answer.
	 */
	readonly progress?: (card: Card) => void;
}

/** What a member pointed at. */
export type Target =
	| { readonly kind: 'message'; readonly message: TargetMessage }
	| { readonly kind: 'member'; readonly member: { readonly id: string; readonly name: string } };

/** What a command may know of a message: a stranger's words, bounded and not escaped. */
export interface TargetMessage {
	readonly id: string;
	/** At most 4,000 characters; of a message that mentions the bot, without the mention. */
	readonly text: string;
	readonly author: { readonly id: string; readonly name: string };
	readonly url: string;
	/** At most ten. */
	readonly attachments: readonly Attachment[];
}

/** A file at Discord. */
export interface Attachment {
	readonly name: string;
	/** https; Discord lets it expire after about a day. */
	readonly url: string;
	/** A media type as Discord gives it, or null. */
	readonly type: string | null;
	/** Bytes. */
	readonly size: number;
}
