/** What people set in Discord's own settings: servers, channels, roles, permissions, their accounts. */
export interface ServerSettings {
	addGuild(input?: NewGuild): AddedGuild;
	removeGuild(guildId: string): void;
	removeChannel(channelId: string): void;
	/** An overwrite of a channel: permissions by bit, as in Discord's reference. */
	setOverwrite(channelId: string, targetId: string, overwrite: { allow?: bigint; deny?: bigint }): void;
	/** Replaces what a role may do. The role with the guild's id is @everyone. */
	setRolePermissions(guildId: string, roleId: string, permissions: bigint): void;
	/** Replaces a member's roles. */
	setMemberRoles(guildId: string, memberId: string, roleIds: readonly string[]): void;
	/** A member leaves a server. */
	removeMember(guildId: string, memberId: string): void;
	/** A user installs the app for themselves, or removes it: they then have it in every server and all direct messages. */
	setUserInstall(memberId: string, installed: boolean): void;
	/** Whether a member takes direct messages from the bot. */
	setDirectMessages(memberId: string, open: boolean): void;
	/** Direct messages between members, without the bot. @returns the channel's id. */
	addPrivateChannel(memberIds: readonly string[]): string;
	/** What a moderator does with a thread. */
	setThread(
		threadId: string,
		change: { readonly name?: string; readonly archived?: boolean; readonly locked?: boolean },
	): void;
	/** Whether posts of a forum must have a tag, and its tags, by name. */
	setForum(
		channelId: string,
		change: { readonly requiresTag?: boolean; readonly tags?: readonly string[] },
	): void;
}

export interface NewGuild {
	readonly name?: string;
	/** Whether the bot is in it. Default true. */
	readonly withBot?: boolean;
	/** Users who are in it, besides the owner of the home guild, who owns it. */
	readonly members?: readonly string[];
	/** Names of text channels. Default: one, "general". */
	readonly channels?: readonly string[];
	/** What the bot's own role may do. Default: what an invitation with the usual permissions gives. */
	readonly botPermissions?: bigint;
}
export interface AddedGuild {
	readonly id: string;
	readonly channels: readonly string[];
	readonly ownerId: string;
}
