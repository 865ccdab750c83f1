import type { APIGuildMember, APIMessage, APIThreadChannel } from 'discord-api-types/v10';
import type { ShownMessage } from '../api.ts';
import { threadTypes } from '../constants.ts';
import type { Channel, Guild, Member } from './model.ts';
import type { World } from './world.ts';

/** A message without what only the rehearsal knows of it. */
export function apiMessage(message: ShownMessage): APIMessage {
	const { rehearsal: _, ...rest } = message;
	return rest as APIMessage;
}

export function memberShape(member: Member): APIGuildMember {
	return { ...memberOfMessage(member), user: member.user } as APIGuildMember;
}

/** A member as it is given next to its user in messages. */
export function memberOfMessage(member: Member): Omit<APIGuildMember, 'user'> {
	return {
		nick: member.nick,
		avatar: null,
		banner: null,
		roles: [...member.roles],
		joined_at: member.joinedAt,
		premium_since: null,
		deaf: false,
		mute: false,
		flags: 0,
		pending: false,
		communication_disabled_until: null,
	} as unknown as Omit<APIGuildMember, 'user'>;
}

/** A guild as REST gives it. */
export function guildShape(guild: Guild): Record<string, unknown> {
	return {
		id: guild.id,
		name: guild.name,
		icon: null,
		description: null,
		home_header: null,
		splash: null,
		discovery_splash: null,
		features: [],
		banner: null,
		owner_id: guild.ownerId,
		application_id: null,
		region: 'us-east',
		afk_channel_id: null,
		afk_timeout: 300,
		system_channel_id: null,
		system_channel_flags: 0,
		widget_enabled: false,
		widget_channel_id: null,
		verification_level: 0,
		roles: [...guild.roles.values()],
		default_message_notifications: 1,
		mfa_level: 0,
		explicit_content_filter: 0,
		max_presences: null,
		max_members: 500_000,
		max_stage_video_channel_users: 50,
		max_video_channel_users: 25,
		vanity_url_code: null,
		premium_tier: 0,
		premium_subscription_count: 0,
		preferred_locale: guild.locale,
		rules_channel_id: null,
		safety_alerts_channel_id: null,
		public_updates_channel_id: null,
		premium_progress_bar_enabled: false,
		nsfw: false,
		nsfw_level: 0,
		emojis: [],
		stickers: [],
		incidents_data: null,
	};
}

/** A guild as GUILD_CREATE gives it: the bot alone among the members, unless it asked for all. */
export function guildCreate(world: World, guild: Guild, allMembers: boolean): Record<string, unknown> {
	const channels = [...guild.channels.values()];
	const bot = guild.members.get(world.bot.id);
	const members = allMembers ? [...guild.members.values()] : bot ? [bot] : [];
	return {
		...guildShape(guild),
		joined_at: guild.joinedAt,
		large: false,
		unavailable: false,
		member_count: guild.members.size,
		members: members.map(memberShape),
		channels: channels.filter(({ type }) => !threadTypes.has(type)),
		threads: channels.filter((channel) => threadTypes.has(channel.type) && !isArchived(channel)),
		voice_states: [],
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [],
		soundboard_sounds: [],
	};
}

export function isArchived(thread: Channel): boolean {
	return thread.thread_metadata?.archived ?? false;
}

export function asThread(channel: Channel): APIThreadChannel {
	return channel as unknown as APIThreadChannel;
}
