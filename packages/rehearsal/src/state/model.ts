import type { APIOverwrite, APIRole, APIThreadMetadata, APIUser } from 'discord-api-types/v10';

/** A guild as it is kept here. Roles and channels have the API's own shape and are sent as they are. */
export interface Guild {
	readonly id: string;
	name: string;
	readonly ownerId: string;
	readonly locale: string;
	readonly joinedAt: string;
	readonly roles: Map<string, APIRole>;
	readonly members: Map<string, Member>;
	/** With its threads. */
	readonly channels: Map<string, Channel>;
}

export interface Member {
	readonly user: APIUser;
	nick: string | null;
	roles: readonly string[];
	readonly joinedAt: string;
}

/** A channel or thread in the API's shape, all kinds in one. */
export interface Channel {
	readonly id: string;
	readonly type: number;
	readonly guild_id?: string;
	name?: string;
	topic?: string | null;
	position?: number;
	parent_id?: string | null;
	nsfw?: boolean;
	rate_limit_per_user?: number;
	permission_overwrites?: APIOverwrite[];
	last_message_id: string | null;
	last_pin_timestamp?: string | null;
	flags: number;
	/** Of direct messages: the member alone with the bot, or all who take part where the bot does not. */
	recipients?: APIUser[];
	/** Of a forum. */
	available_tags?: ForumTag[];
	default_reaction_emoji?: null;
	default_sort_order?: null;
	default_forum_layout?: number;
	default_auto_archive_duration?: number;
	/** Of a thread. */
	owner_id?: string;
	thread_metadata?: APIThreadMetadata;
	applied_tags?: string[];
	message_count?: number;
	member_count?: number;
	total_message_sent?: number;
}
export interface ForumTag {
	id: string;
	name: string;
	moderated: boolean;
	emoji_id: string | null;
	emoji_name: string | null;
}

/** An uploaded file, before it is part of a message. */
export interface IncomingFile {
	/** The number in "files[0]". */
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly bytes: Uint8Array;
}
