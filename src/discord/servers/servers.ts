import { type APIGuild, type APIGuildMember, DiscordAPIError, Routes } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type ApiChannel, fromApi, fromGateway, type KnownMember, type KnownServer } from './known.ts';
import type { Sender } from './sender.ts';

/** What the bot knows of its servers. */
export interface Servers {
	/**
	 * A server, from the gateway where it has told of it, else as the API says; null where the bot is not in it.
	 * @throws where Discord does not answer.
	 */
	of(server: string): Promise<KnownServer | null>;
	/** Somebody as a member of a server; null where they are none. @throws where Discord does not answer. */
	member(server: string, member: string, signal: AbortSignal): Promise<KnownMember | null>;
}

/** How long, in milliseconds, what the API has said is used: short, since somebody may be setting permissions right now. */
const usedFor = 1_000;
const most = 500;
/** Milliseconds that the API may take, discord.js's own queues included. */
const patience = 20_000;

/** "Unknown Guild", "Unknown Member", "Unknown User", and "Missing Access" where the bot was removed. */
const absent = new Set<unknown>([10_004, 10_007, 10_013, 50_001]);

/**
 * What shards of other processes hear of their servers is not known here: the API is asked for that, once for all who
 * ask within a second.
 */
export function openServers(sender: Sender): Servers {
	const asked = new LRUCache<string, Promise<KnownServer | null>>({ max: most, ttl: usedFor });
	const ask = async (server: string): Promise<KnownServer | null> => {
		const signal = AbortSignal.timeout(patience);
		const get = async <Body>(route: `/${string}`) =>
			(await sender.rest(server).get(route, { signal })) as Body;
		return orNull(async () => {
			const me = await sender.me();
			const [guild, channels, { roles }] = await Promise.all([
				get<APIGuild>(Routes.guild(server)),
				get<ApiChannel[]>(Routes.guildChannels(server)),
				get<APIGuildMember>(Routes.guildMember(server, me)),
			]);
			return fromApi(guild, channels, { id: me, roles });
		});
	};
	return {
		async of(server) {
			const guild = sender.guild(server);
			const known = guild === undefined ? null : fromGateway(guild);
			if (known !== null) return known;
			let asking = asked.get(server);
			if (asking === undefined) {
				asking = ask(server);
				asked.set(server, asking);
				asking.catch(() => asked.delete(server));
			}
			return asking;
		},
		member: (server, member, signal) =>
			orNull(async () => {
				const route = Routes.guildMember(server, member);
				const { roles } = (await sender.rest(server).get(route, { signal })) as APIGuildMember;
				return { id: member, roles };
			}),
	};
}

async function orNull<Found>(work: () => Promise<Found>): Promise<Found | null> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof DiscordAPIError && absent.has(error.code)) return null;
		throw error;
	}
}
