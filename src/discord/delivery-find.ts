import {
	type APIMessage,
	type APIThreadChannel,
	ChannelType,
	ComponentType,
	DiscordAPIError,
	type REST,
	Routes,
	SnowflakeUtil,
} from 'discord.js';
import type { Address } from '../digest/delivery.ts';

/** Discord's page size, and how many pages are looked through: a longer channel is not read to its end. */
const pageSize = 100;
const mostPages = 10;
const mostThreads = 50;

/** Who looks: the bot, by its id. */
interface As {
	readonly rest: REST;
	readonly me: string;
}

/** The bot's own message with an address's nonce or mark, among those since a moment. */
export async function findMessage(
	{ rest, me }: As,
	{ channel, nonce, mark }: Address,
	since: number,
	signal: AbortSignal,
): Promise<string | null> {
	let before: string | null = null;
	for (let page = 0; page < mostPages; page++) {
		const query = new URLSearchParams({ limit: String(pageSize), ...(before === null ? {} : { before }) });
		const messages = (await rest.get(Routes.channelMessages(channel), {
			query,
			signal,
		})) as APIMessage[];
		const found = messages.find((message) => isOurs(message, me, nonce, mark));
		if (found) return found.id;
		const last = messages.at(-1);
		if (last === undefined || messages.length < pageSize || Date.parse(last.timestamp) < since) return null;
		before = last.id;
	}
	return null;
}

function isOurs(message: APIMessage, me: string, nonce: string, mark: number): boolean {
	if (message.author.id !== me) return false;
	const [container] = message.components ?? [];
	return message.nonce === nonce || (container?.type === ComponentType.Container && container.id === mark);
}

/** The bot's own forum post whose first message has the mark. */
export async function findForumPost(
	{ rest, me }: As,
	{ server, channel, nonce, mark }: Address,
	since: number,
	signal: AbortSignal,
): Promise<string | null> {
	const { threads } = (await rest.get(Routes.guildActiveThreads(server), { signal })) as {
		threads: APIThreadChannel[];
	};
	const ours = threads
		.filter(({ parent_id: parent, owner_id: owner }) => parent === channel && owner === me)
		.filter(({ id }) => SnowflakeUtil.timestampFrom(id) >= since)
		.slice(0, mostThreads);
	for (const { id } of ours) {
		const first = await firstMessage(rest, id, signal);
		if (first && isOurs(first, me, nonce, mark)) return id;
	}
	return null;
}

/** "Unknown Channel" and "Unknown Message": somebody deleted the post, or its first message. */
const deleted = new Set<unknown>([10_003, 10_008]);

/** A forum post's first message, which has the thread's id; null where it was deleted. */
async function firstMessage(rest: REST, thread: string, signal: AbortSignal): Promise<APIMessage | null> {
	try {
		return (await rest.get(Routes.channelMessage(thread, thread), { signal })) as APIMessage;
	} catch (error) {
		if (error instanceof DiscordAPIError && deleted.has(error.code)) return null;
		throw error;
	}
}

/** Whether channels of a type take forum posts and no messages. */
export const isForumType = (type: ChannelType): boolean =>
	type === ChannelType.GuildForum || type === ChannelType.GuildMedia;

/** The same of a channel, as Discord says. */
export async function isForum(rest: REST, channel: string, signal: AbortSignal): Promise<boolean> {
	return isForumType(((await rest.get(Routes.channel(channel), { signal })) as { type: ChannelType }).type);
}
