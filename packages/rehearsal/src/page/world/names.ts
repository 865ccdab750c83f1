import { Channel, Permission } from '../kinds.ts';
import type { APIRole, APIUser, Member, Place, World } from './world.ts';

export function member(world: World, guildId: string | null, userId: string): Member | null {
	const guilds = guildId === null ? [...world.guilds.values()] : [world.guilds.get(guildId)];
	for (const guild of guilds) {
		const found = guild?.members.find(({ user }) => user.id === userId);
		if (found !== undefined) return found;
	}
	return null;
}

/** The name that people see: the server's nickname, else the display name, else the user name. */
export const memberName = (found: Member): string => found.nick ?? userName(found.user);
export const userName = (user: APIUser): string => user.global_name ?? user.username;

export function nameOf(world: World, guildId: string | null, user: APIUser): string {
	const found = member(world, guildId, user.id);
	return found === null ? userName(user) : memberName(found);
}

/** The colour of the highest coloured role, as CSS, or null. */
export function colourOf(world: World, guildId: string | null, userId: string): string | null {
	const found = member(world, guildId, userId);
	const guild = guildId === null ? undefined : world.guilds.get(guildId);
	const coloured = (guild?.roles ?? [])
		.filter((role) => found?.roles.includes(role.id) && role.color !== 0)
		.sort((a, b) => b.position - a.position)[0];
	return coloured === undefined ? null : hex(coloured.color);
}
export const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

export function role(world: World, id: string): APIRole | null {
	for (const guild of world.guilds.values()) {
		const found = guild.roles.find((candidate) => candidate.id === id);
		if (found !== undefined) return found;
	}
	return null;
}

export const guildIdOf = (place: Place | undefined): string | null =>
	place !== undefined && 'guild_id' in place ? (place.guild_id ?? null) : null;

export const parentIdOf = (place: Place | undefined): string | null =>
	place !== undefined && 'parent_id' in place ? (place.parent_id ?? null) : null;

export const isThread = (place: Place | undefined): boolean =>
	place !== undefined &&
	[Channel.announcementThread, Channel.publicThread, Channel.privateThread].some(
		(kind) => kind === place.type,
	);

export const isForum = (place: Place | undefined): boolean =>
	place !== undefined && [Channel.forum, Channel.media].some((kind) => kind === place.type);

/** "general", the bot's name for direct messages with it, or the names of those who write to each other. */
export function placeName(world: World, place: Place): string {
	if (isPrivate(place)) {
		return recipientsOf(place)
			.filter(({ id }) => id !== world.memberId)
			.map(userName)
			.join(', ');
	}
	return place.type === Channel.direct ? userName(world.bot) : (place.name ?? 'unknown');
}

/** Whether these are direct messages between members, without the bot. */
export const isPrivate = (place: Place | undefined): boolean =>
	place !== undefined && recipientsOf(place).length > 1;

const recipientsOf = (place: Place): readonly APIUser[] =>
	'recipients' in place ? (place.recipients ?? []) : [];

/** What the member may do in a place, as Discord's bits. Threads have their channel's. */
export function permissionsIn(world: World, placeId: string): bigint {
	const place = world.places.get(placeId);
	const guild = world.guilds.get(guildIdOf(place) ?? '');
	if (guild === undefined) return ~0n;
	const parent = parentIdOf(place);
	const bits =
		guild.permissions.channels[placeId] ??
		(isThread(place) && parent !== null ? guild.permissions.channels[parent] : undefined) ??
		guild.permissions.guild;
	return BigInt(bits);
}

export function may(world: World, placeId: string, permission: bigint): boolean {
	const bits = permissionsIn(world, placeId);
	return (bits & Permission.administrator) !== 0n || (bits & permission) === permission;
}

/** The client's language of the member, e.g. "de". */
export const localeOf = (world: World): string =>
	member(world, null, world.memberId)?.rehearsal.locale ?? 'en-GB';
