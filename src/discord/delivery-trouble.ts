import { DiscordAPIError } from 'discord.js';
import type { Trouble, TroubleKind } from '../digest/delivery.ts';
import type { Servers } from './servers/servers.ts';

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
export async function inServer(servers: Servers, server: string, trouble: Trouble): Promise<Trouble> {
	if (trouble.trouble !== 'no-permission' && trouble.trouble !== 'channel-gone') return trouble;
	const known = await servers.of(server).catch(() => undefined);
	return known === null ? { ...trouble, trouble: 'server-gone' } : trouble;
}

function firstLine(text: string): string {
	return text.split('\n', 1)[0]?.slice(0, 200) ?? '';
}
