import { Client, GatewayIntentBits, Options, Partials, type WebSocketOptions } from 'discord.js';
import { endableSessions } from './sessions.ts';
import { retryRefusedToken, type TokenOptions } from './token.ts';

export interface Connection {
	/** Without a version; null is Discord's own. */
	readonly apiUrl: string | null;
	/** Null lets Discord choose. */
	readonly shards: { readonly ids: readonly number[]; readonly count: number } | null;
	/** Who may identify when; left out where this process alone does. */
	readonly identify?: NonNullable<WebSocketOptions['buildIdentifyThrottler']>;
}

/**
 * A client that keeps only what the bot needs: servers by name, and nobody's messages. Interactions bring their
 * own member and channel, so none are kept; that is most of discord.js's memory. Once it is destroyed it never connects
 * again.
 */
export function createClient(
	{ apiUrl, shards, identify }: Connection,
	token: TokenOptions,
	{ mentions }: { readonly mentions: boolean } = { mentions: false },
): Client {
	const self = {
		maxSize: 0,
		keepOverLimit: (one: { id: string; client: Client }) => one.id === one.client.user?.id,
	};
	const sessions = endableSessions();
	const client: Client = new Client({
		// Of a server's messages Discord then sends the text only where the bot is mentioned; without a command for it,
		// none come. Neither intent is privileged.
		intents: [
			GatewayIntentBits.Guilds,
			...(mentions ? [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] : []),
		],
		// Direct messages come in channels that nothing else tells of.
		partials: mentions ? [Partials.Channel] : [],
		// Cards hold strangers' words: whatever is in them, nobody is pinged.
		allowedMentions: { parse: [] },
		...(shards === null
			? { shards: 'auto' as const }
			: { shards: [...shards.ids], shardCount: shards.count }),
		ws: {
			...(identify === undefined ? {} : { buildIdentifyThrottler: identify }),
			buildStrategy: sessions.strategy,
		},
		rest: {
			...(apiUrl === null ? {} : { api: apiUrl }),
			// An answer that came late has a queue of its own for its token, which nobody uses again.
			handlerSweepInterval: 300_000,
			makeRequest: retryRefusedToken(token, () => client),
		},
		makeCache: Options.cacheWithLimits({
			AutoModerationRuleManager: 0,
			BaseGuildEmojiManager: 0,
			DMMessageManager: 0,
			EntitlementManager: 0,
			GuildBanManager: 0,
			GuildEmojiManager: 0,
			GuildForumThreadManager: 0,
			GuildInviteManager: 0,
			GuildMemberManager: self,
			GuildMessageManager: 0,
			GuildScheduledEventManager: 0,
			GuildStickerManager: 0,
			GuildTextThreadManager: 0,
			MessageManager: 0,
			PresenceManager: 0,
			ReactionManager: 0,
			ReactionUserManager: 0,
			StageInstanceManager: 0,
			ThreadManager: 0,
			ThreadMemberManager: 0,
			UserManager: self,
			VoiceStateManager: 0,
		}),
		sweepers: {},
	});
	const destroy = client.destroy.bind(client);
	client.destroy = () => {
		sessions.end();
		return destroy();
	};
	return client;
}
