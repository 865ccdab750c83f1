import type {
	APIGuild,
	APIGuildForumChannel,
	APIOverwrite,
	ChannelType,
	Guild,
	GuildBasedChannel,
	Role,
} from 'discord.js';

/** What the bot knows of a server, from the gateway or from the API. */
export interface KnownServer {
	readonly id: string;
	readonly owner: string;
	/** The bot, as a member. */
	readonly me: KnownMember;
	/** The channel for Discord's own updates, and the one where it welcomes members. */
	readonly updatesChannel: string | null;
	readonly systemChannel: string | null;
	role(id: string): KnownRole | undefined;
	/** No threads. */
	channel(id: string): KnownChannel | undefined;
	channels(): Iterable<KnownChannel>;
}

export interface KnownMember {
	readonly id: string;
	/** Ids; @everyone, which has the server's id, may be left out. */
	readonly roles: readonly string[];
}

export interface KnownRole {
	readonly id: string;
	readonly name: string;
	readonly managed: boolean;
	readonly mentionable: boolean;
	readonly permissions: bigint;
	readonly position: number;
}

export interface KnownChannel {
	readonly id: string;
	readonly name: string;
	readonly type: ChannelType;
	readonly overwrites: readonly Overwrite[];
	/** Of a forum. */
	readonly tags: readonly Tag[];
	readonly flags: number;
}

export interface Tag {
	readonly id: string;
	readonly name: string;
	/** Whether only those who manage threads may give it. */
	readonly moderated: boolean;
}
const tagOf = ({ id, name, moderated }: Tag): Tag => ({ id, name, moderated });

/** What a channel allows a role or a member, and what it takes from them. */
export interface Overwrite {
	readonly id: string;
	readonly allow: bigint;
	readonly deny: bigint;
}

/** A server as the gateway keeps it up to date; null where it has not said who the bot is there. */
export function fromGateway(guild: Guild): KnownServer | null {
	const { me } = guild.members;
	if (me === null || !guild.available) return null;
	return {
		id: guild.id,
		owner: guild.ownerId,
		me: { id: me.id, roles: [...me.roles.cache.keys()] },
		updatesChannel: guild.publicUpdatesChannelId,
		systemChannel: guild.systemChannelId,
		role(id) {
			const role = guild.roles.cache.get(id);
			return role && roleOfGateway(role);
		},
		channel(id) {
			const channel = guild.channels.cache.get(id);
			return channel && channelOfGateway(channel);
		},
		channels: () => [...guild.channels.cache.values()].flatMap((channel) => channelOfGateway(channel) ?? []),
	};
}

function roleOfGateway({ id, name, managed, mentionable, permissions, rawPosition }: Role): KnownRole {
	return { id, name, managed, mentionable, permissions: permissions.bitfield, position: rawPosition };
}

function channelOfGateway(channel: GuildBasedChannel): KnownChannel | undefined {
	if (!('permissionOverwrites' in channel)) return undefined;
	return {
		id: channel.id,
		name: channel.name,
		type: channel.type,
		overwrites: channel.permissionOverwrites.cache.map(({ id, allow, deny }) => ({
			...{ id, allow: allow.bitfield, deny: deny.bitfield },
		})),
		tags: 'availableTags' in channel ? channel.availableTags.map(tagOf) : [],
		flags: channel.flags.bitfield,
	};
}

/** What is used of a channel of a server, as the API gives it. */
export interface ApiChannel {
	readonly id: string;
	readonly name: string;
	readonly type: ChannelType;
	readonly permission_overwrites?: readonly APIOverwrite[];
	readonly available_tags?: APIGuildForumChannel['available_tags'];
	readonly flags?: number;
}

/** What the API says of a server. @param me the bot as a member. */
export function fromApi(guild: APIGuild, channels: readonly ApiChannel[], me: KnownMember): KnownServer {
	const roles = new Map(
		guild.roles.map(({ permissions, ...role }) => [role.id, { ...role, permissions: BigInt(permissions) }]),
	);
	const known = new Map(channels.map((channel) => [channel.id, channelOfApi(channel)]));
	return {
		id: guild.id,
		owner: guild.owner_id,
		me,
		updatesChannel: guild.public_updates_channel_id,
		systemChannel: guild.system_channel_id,
		role: (id) => roles.get(id),
		channel: (id) => known.get(id),
		channels: () => known.values(),
	};
}

function channelOfApi(channel: ApiChannel): KnownChannel {
	const overwrites = channel.permission_overwrites ?? [];
	return {
		id: channel.id,
		name: channel.name,
		type: channel.type,
		overwrites: overwrites.map(({ id, allow, deny }) => ({ id, allow: BigInt(allow), deny: BigInt(deny) })),
		tags: (channel.available_tags ?? []).map(tagOf),
		flags: channel.flags ?? 0,
	};
}
