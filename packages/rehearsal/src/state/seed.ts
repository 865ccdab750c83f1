import type { APIRole, APIUser } from 'discord-api-types/v10';
import type { AddedGuild, HomeGuild, NewGuild } from '../api.ts';
import { ChannelType, Permission } from '../constants.ts';
import type { Channel, ForumTag, Guild } from './model.ts';
import type { World } from './world.ts';

export const botId = '1100000000000000001';
/** Three parts as every bot token has, and not a secret. */
export const botToken = `${Buffer.from(botId).toString('base64url')}.loopback.rehearsal-only-and-no-secret`;

/** What everybody may do in a new server. */
const everyday =
	Permission.ViewChannel |
	Permission.SendMessages |
	Permission.SendMessagesInThreads |
	Permission.CreatePublicThreads |
	Permission.EmbedLinks |
	Permission.AttachFiles |
	Permission.AddReactions |
	Permission.UseExternalEmojis |
	Permission.ReadMessageHistory |
	Permission.UseApplicationCommands |
	Permission.SendPolls |
	Permission.UseExternalApps;
/** What the usual invitation of a bot adds. */
const invited =
	everyday | Permission.ManageMessages | Permission.ManageThreads | Permission.CreatePrivateThreads;

export function user(id: string, username: string, name: string, bot = false): APIUser {
	return {
		id,
		username,
		global_name: name,
		discriminator: bot ? '2700' : '0',
		avatar: null,
		public_flags: 0,
		flags: 0,
		banner: null,
		accent_color: null,
		primary_guild: null,
		...(bot ? { bot: true } : {}),
	} as unknown as APIUser;
}

const people = {
	owner: user('1100000000000000010', 'ottilie', 'Ottilie'),
	member: user('1100000000000000011', 'mirren', 'Mirren'),
	outsider: user('1100000000000000012', 'osgood', 'Osgood'),
	foreigner: user('1100000000000000013', 'friedl', 'Friedl'),
};

/** The server that exists from the start. Its ids are the same every time, so that scripts may name them. */
export function seed(world: World): HomeGuild {
	const id = '1100000000000000100';
	const roles = {
		everyone: id,
		managers: '1100000000000000201',
		readers: '1100000000000000202',
		bot: '1100000000000000203',
	};
	const channels = {
		general: '1100000000000000301',
		dailyDigest: '1100000000000000302',
		forum: '1100000000000000303',
	};
	for (const person of Object.values(people)) {
		world.users.set(person.id, person);
		world.locales.set(person.id, person === people.foreigner ? 'de' : 'en-US');
	}
	const guild = newGuild(world, id, 'The Rehearsal Room', people.owner.id);
	addRole(guild, roles.managers, 'managers', everyday | Permission.ManageGuild, 0x5865f2);
	addRole(guild, roles.readers, 'readers', 0n, 0x57f287, { mentionable: true });
	addRole(guild, roles.bot, world.bot.username, invited, 0, { managed: true, botId: world.bot.id });
	addMember(world, guild, people.owner, [roles.managers]);
	addMember(world, guild, people.member, [roles.readers]);
	addMember(world, guild, people.outsider, []);
	addMember(world, guild, people.foreigner, [roles.readers]);
	addMember(world, guild, world.bot, [roles.bot]);
	const category = addChannel(world, guild, '1100000000000000300', 'newsroom', {
		type: ChannelType.Category,
	});
	const under = { parent_id: category.id };
	addChannel(world, guild, channels.general, 'general', { ...under, topic: 'Talk, and ask the bot' });
	addChannel(world, guild, channels.dailyDigest, 'daily-digest', { ...under, topic: 'Once a day' });
	addChannel(world, guild, channels.forum, 'articles', {
		...under,
		type: ChannelType.Forum,
		tags: [
			{ id: '1100000000000000401', name: 'News', moderated: false, emoji_id: null, emoji_name: null },
			{ id: '1100000000000000402', name: 'Opinion', moderated: false, emoji_id: null, emoji_name: null },
		],
	});
	return {
		id,
		channels,
		roles,
		members: {
			owner: people.owner.id,
			member: people.member.id,
			outsider: people.outsider.id,
			foreigner: people.foreigner.id,
		},
	};
}

/** Adds a server with the bot and the same owner in it, and sends the event. */
export function addGuild(
	world: World,
	input: NewGuild,
	ownerId: string,
): { guild: Guild; added: AddedGuild } {
	const guild = newGuild(world, world.id(), input.name ?? 'Another room', ownerId);
	const owner = world.users.get(ownerId);
	if (owner !== undefined) addMember(world, guild, owner, []);
	for (const id of input.members ?? []) {
		const member = world.users.get(id);
		if (member !== undefined) addMember(world, guild, member, []);
	}
	if (input.withBot ?? true) {
		const role = addRole(guild, world.id(), world.bot.username, input.botPermissions ?? invited, 0, {
			managed: true,
			botId: world.bot.id,
		});
		addMember(world, guild, world.bot, [role.id]);
	}
	const channels = (input.channels ?? ['general']).map(
		(name) => addChannel(world, guild, world.id(), name).id,
	);
	return { guild, added: { id: guild.id, channels, ownerId } };
}

function newGuild(world: World, id: string, name: string, ownerId: string): Guild {
	const guild: Guild = {
		id,
		name,
		ownerId,
		locale: 'en-US',
		joinedAt: new Date(world.now()).toISOString(),
		roles: new Map(),
		members: new Map(),
		channels: new Map(),
	};
	addRole(guild, id, '@everyone', everyday, 0);
	world.guilds.set(id, guild);
	return guild;
}

function addRole(
	guild: Guild,
	id: string,
	name: string,
	permissions: bigint,
	color: number,
	{
		mentionable = false,
		managed = false,
		botId,
	}: { mentionable?: boolean; managed?: boolean; botId?: string } = {},
): APIRole {
	const role: APIRole = {
		id,
		name,
		description: null,
		permissions: String(permissions),
		position: guild.roles.size,
		color,
		colors: { primary_color: color, secondary_color: null, tertiary_color: null },
		hoist: false,
		managed,
		mentionable,
		icon: null,
		unicode_emoji: null,
		flags: 0,
		...(botId === undefined ? {} : { tags: { bot_id: botId } }),
	} as unknown as APIRole;
	guild.roles.set(id, role);
	return role;
}

function addMember(world: World, guild: Guild, who: APIUser, roles: readonly string[]): void {
	guild.members.set(who.id, {
		user: who,
		nick: null,
		roles,
		joinedAt: new Date(world.now()).toISOString(),
	});
}

function addChannel(
	world: World,
	guild: Guild,
	id: string,
	name: string,
	{
		type = ChannelType.Text,
		parent_id = null,
		topic = null,
		tags,
	}: { type?: number; parent_id?: string | null; topic?: string | null; tags?: ForumTag[] } = {},
): Channel {
	const channel: Channel = {
		id,
		type,
		guild_id: guild.id,
		name,
		position: guild.channels.size,
		parent_id,
		permission_overwrites: [],
		flags: 0,
		last_message_id: null,
		nsfw: false,
		rate_limit_per_user: 0,
		topic,
		...(tags ? { available_tags: tags, default_reaction_emoji: null, default_sort_order: null } : {}),
	};
	guild.channels.set(id, channel);
	world.channels.set(id, channel);
	return channel;
}
