import { type Client, DiscordAPIError, Status } from 'discord.js';
import type { Trouble, TroubleKind } from '../digest/delivery.ts';

/** Discord's JSON error codes that say what is wrong with a server, a channel, or what the bot may do there. */
const kinds: Readonly<Record<number, TroubleKind>> = {
	10003: 'channel-gone',
	10004: 'server-gone',
	10008: 'message-gone',
	50001: 'no-permission',
	50013: 'no-permission',
	// The channel is of a kind that takes no messages, or an archived thread.
	50008: 'channel-gone',
	50083: 'channel-gone',
};

/** The kind of failure of a request, as the digest needs to know it. */
export function troubleOf(error: unknown): Trouble {
	if (error instanceof DiscordAPIError) {
		const kind = kinds[Number(error.code)] ?? byStatus(error.status);
		return { trouble: kind, detail: `${error.status} ${error.code}: ${firstLine(error.message)}` };
	}
	// A broken connection, no answer in time, or 5xx after all retries.
	return {
		trouble: 'unreachable',
		detail: error instanceof Error ? firstLine(error.message) : String(error),
	};
}

/** A 404 without a known code says nothing about the channel. */
function byStatus(status: number): TroubleKind {
	// 401: the token was replaced, which the operator has to fix and no server.
	return status >= 500 || status === 429 || status === 401 ? 'unreachable' : 'refused';
}

/** "Missing Access" in a server that the bot was removed from means that. */
export function inServer(client: Client, server: string, trouble: Trouble): Trouble {
	const gone = trouble.trouble === 'no-permission' || trouble.trouble === 'channel-gone';
	const knows = client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
	if (!gone || !knows || client.guilds.cache.has(server) || !servesAll(client)) return trouble;
	return { ...trouble, trouble: 'server-gone' };
}

/** Whether this process has all servers: with shards elsewhere a server that is unknown here may be known there. */
function servesAll(client: Client): boolean {
	return client.ws.shards.size === (client.options.shardCount ?? client.ws.shards.size);
}

function firstLine(text: string): string {
	return text.split('\n', 1)[0]?.slice(0, 200) ?? '';
}
