import type { APIChannel } from 'discord-api-types/v10';
import type { ShownMessage, Snapshot, SnapshotGuild } from '../api.ts';
import { Permission, threadTypes } from '../constants.ts';
import type { Channel, Guild } from '../state/model.ts';
import { guildPermissions } from '../state/permissions.ts';
import { asThread, memberShape } from '../state/shapes.ts';
import type { World } from '../state/world.ts';

const guildsShown = 25;
const membersShown = 1_000;
const messagesShown = 50;

/** What a member's client needs to draw the rehearsal: see `Rehearsal.snapshot`. */
export function snapshot(world: World, memberId: string): Snapshot {
	const guilds = [...world.guilds.values()]
		.filter(({ members }) => members.has(memberId))
		.slice(0, guildsShown);
	const direct = [...world.channels.values()].filter(
		({ guild_id, recipients }) => guild_id === undefined && recipients?.some(({ id }) => id === memberId),
	);
	const seen = guilds.flatMap((guild) => seenChannels(world, guild, memberId));
	const messages: Record<string, readonly ShownMessage[]> = {};
	for (const { id } of [...seen, ...direct]) messages[id] = pageFor(world, id, memberId);
	return {
		memberId,
		applicationId: world.application.id,
		bot: world.bot,
		botOnline: world.botOnline,
		guilds: guilds.map((guild) => shownGuild(world, guild, memberId)),
		directMessages: direct.map(asChannel),
		messages,
		commands: [...world.commands.values()],
		member: accountOf(world, memberId),
		faults: world.faults,
	};
}

/** What a member has set of their own account. */
export const accountOf = (world: World, memberId: string): Snapshot['member'] => ({
	installed: world.userInstalls.has(memberId),
	directMessages: !world.closedToBot.has(memberId),
});

/** A page of a channel as a member sees it, oldest first. */
export function pageFor(
	world: World,
	channelId: string,
	memberId: string,
	range: { before?: string; limit?: number } = {},
): ShownMessage[] {
	const { limit = messagesShown, ...rest } = range;
	const visible = ({ rehearsal: { visibleTo } }: ShownMessage) =>
		visibleTo === null || visibleTo === memberId;
	const page = world.messages.page(channelId, { limit, ...rest }, visible).reverse();
	return page.map((message) => asSeenBy(world, message, memberId));
}

/** A message with the member's own reactions and votes marked: as it is kept, those marks are the bot's. */
function asSeenBy(world: World, message: ShownMessage, memberId: string): ShownMessage {
	const { reactions, poll } = message;
	const reacted = world.reactions.get(message.id);
	const voted = world.votes.get(message.id)?.get(memberId);
	const keyOf = ({ id, name }: { id: string | null; name: string | null }) => (id ? `${name}:${id}` : name);
	return {
		...message,
		...(reactions?.length
			? {
					reactions: reactions.map((reaction) => ({
						...reaction,
						me: reacted?.get(keyOf(reaction.emoji) ?? '')?.has(memberId) ?? false,
					})),
				}
			: {}),
		...(poll?.results && voted
			? {
					poll: {
						...poll,
						results: {
							...poll.results,
							answer_counts: poll.results.answer_counts.map((answer) => ({
								...answer,
								me_voted: voted.has(answer.id),
							})),
						},
					},
				}
			: {}),
	} as ShownMessage;
}

function seenChannels(world: World, guild: Guild, memberId: string): Channel[] {
	return [...guild.channels.values()].filter(
		(channel) => (world.permissions(channel, memberId) & Permission.ViewChannel) !== 0n,
	);
}

function shownGuild(world: World, guild: Guild, memberId: string): SnapshotGuild {
	const seen = seenChannels(world, guild, memberId);
	return {
		id: guild.id,
		name: guild.name,
		ownerId: guild.ownerId,
		roles: [...guild.roles.values()],
		channels: seen.filter(({ type }) => !threadTypes.has(type)).map(asChannel),
		threads: seen.filter(({ type }) => threadTypes.has(type)).map(asThread),
		members: [...guild.members.values()].slice(0, membersShown).map((member) => ({
			...memberShape(member),
			rehearsal: { locale: world.locales.get(member.user.id) ?? 'en-US' },
		})),
		permissions: {
			guild: String(guildPermissions(guild, memberId)),
			channels: Object.fromEntries(
				seen.map((channel) => [channel.id, String(world.permissions(channel, memberId))]),
			),
		},
	};
}

const asChannel = (channel: Channel): APIChannel => channel as unknown as APIChannel;
