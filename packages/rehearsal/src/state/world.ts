import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import type { LiveEvent, RecordedRequest, RehearsalOptions, Snapshot } from '../api.ts';
import { threadTypes } from '../constants.ts';
import { refusal } from '../errors.ts';
import { EndpointKeys } from './endpoint.ts';
import { Files } from './files.ts';
import { snowflakes } from './ids.ts';
import { Interactions } from './interactions.ts';
import { Messages } from './messages.ts';
import { Modals } from './modals.ts';
import type { Channel, Guild } from './model.ts';
import { channelPermissions, directPermissions, isPrivate } from './permissions.ts';

/** An event for all who may see it: the bot's gateway sessions and the members' clients. */
export interface WorldEvent {
	readonly event: string;
	/** In gateway format. Messages may be `ShownMessage`; the gateway removes what is not Discord's. */
	readonly data: unknown;
	/** Null in direct messages and for what belongs to no guild. */
	readonly guildId: string | null;
	readonly channelId?: string;
	/** The only member who sees it. */
	readonly visibleTo?: string | null;
	/** Default all. What is for members only means nothing to Discord's gateway, and the other way round. */
	readonly audience?: 'all' | 'bot' | 'members';
}

export type Settings = Required<Omit<RehearsalOptions, 'port' | 'handle' | 'botName'>>;

/** Everything that the rehearsal knows. It lives as long as the rehearsal and is gone with it. */
export class World {
	readonly settings: Settings;
	readonly now: () => number = () => Date.now();
	readonly id: () => string = snowflakes(this.now);
	readonly application: { readonly id: string; readonly name: string };
	readonly bot: APIUser;
	readonly token: string;
	/** `http://127.0.0.1:4600`, known once the server listens. */
	url = '';
	botOnline = false;
	readonly endpointKeys = new EndpointKeys();
	/** Where interactions go instead of the gateway. */
	endpoint: string | null = null;

	readonly users = new Map<string, APIUser>();
	/** The language of each member's client. */
	readonly locales = new Map<string, string>();
	readonly guilds = new Map<string, Guild>();
	readonly channels = new Map<string, Channel>();
	/** Direct messages with the bot, by user. */
	readonly directMessages = new Map<string, Channel>();
	readonly messages: Messages;
	/** Users who have installed the app for themselves. */
	readonly userInstalls = new Set<string>();
	/** Users who take no direct messages from the bot. */
	readonly closedToBot = new Set<string>();
	/** Who reacted: by message, then by emoji. */
	readonly reactions = new Map<string, Map<string, Set<string>>>();
	/** Votes in polls: by message, then by user. */
	readonly votes = new Map<string, Map<string, ReadonlySet<number>>>();
	/** When a user last typed in a channel, by "channel user"; the oldest first. */
	readonly typing = new Map<string, number>();
	readonly files = new Files();
	readonly interactions: Interactions;
	readonly modals = new Modals();
	/** Global and guild commands by id. */
	readonly commands = new Map<string, APIApplicationCommand>();

	faults: Snapshot['faults'];
	readonly #eventListeners = new Set<(event: WorldEvent) => void>();
	readonly #requestListeners = new Set<(request: RecordedRequest) => void>();

	constructor(settings: Settings, bot: APIUser, token: string) {
		this.settings = settings;
		this.bot = bot;
		this.application = { id: bot.id, name: bot.username };
		this.token = token;
		this.users.set(bot.id, bot);
		this.messages = new Messages(settings.keepMessages);
		this.interactions = new Interactions(settings.tokenLifetime);
		this.faults = { slow: 0, missingPermission: false, rateLimits: settings.rateLimits };
	}

	onEvent(listener: (event: WorldEvent) => void): () => void {
		this.#eventListeners.add(listener);
		return () => this.#eventListeners.delete(listener);
	}

	emit(event: WorldEvent): void {
		for (const listener of this.#eventListeners) listener(event);
	}

	onRequest(listener: (request: RecordedRequest) => void): () => void {
		this.#requestListeners.add(listener);
		return () => this.#requestListeners.delete(listener);
	}

	requested(request: RecordedRequest): void {
		for (const listener of this.#requestListeners) listener(request);
	}

	/** @throws ApiError 10004 */
	guild(id: string): Guild {
		const guild = this.guilds.get(id);
		if (guild === undefined) throw refusal('unknownGuild');
		return guild;
	}

	/** @throws ApiError 10003 */
	channel(id: string): Channel {
		const channel = this.channels.get(id);
		if (channel === undefined) throw refusal('unknownChannel');
		return channel;
	}

	/** Whether the bot is a member of a guild, and so gets its events. Direct messages between others have no guild. */
	isBotIn(guildId: string | null, channelId?: string): boolean {
		if (guildId !== null) return this.guilds.get(guildId)?.members.has(this.bot.id) ?? true;
		const channel = channelId === undefined ? undefined : this.channels.get(channelId);
		return channel === undefined || channel.guild_id !== undefined || !isPrivate(channel);
	}

	/** A user's permissions in a channel; the bot's with the fault "missing permission" applied. */
	permissions(channel: Channel, userId: string): bigint {
		if (channel.guild_id === undefined) {
			const isBot = userId === this.bot.id && !isPrivate(channel);
			const takesPart = isBot || channel.recipients?.some(({ id }) => id === userId);
			return takesPart ? directPermissions : 0n;
		}
		const may = channelPermissions(this.guild(channel.guild_id), channel, userId);
		return this.faults.missingPermission && userId === this.bot.id ? may & (1n << 10n) : may;
	}

	/** The direct messages of a user with the bot; opened if they are not yet. */
	directMessagesOf(user: APIUser): Channel {
		const open = this.directMessages.get(user.id);
		if (open !== undefined) return open;
		const channel: Channel = {
			id: this.id(),
			type: 1,
			last_message_id: null,
			flags: 0,
			recipients: [user],
		};
		this.channels.set(channel.id, channel);
		this.directMessages.set(user.id, channel);
		this.emit({
			event: 'CHANNEL_CREATE',
			data: channel,
			guildId: null,
			channelId: channel.id,
			visibleTo: user.id,
			audience: 'members',
		});
		return channel;
	}

	/** Removes a channel or thread, with its messages and the threads under it. */
	removeChannel(channel: Channel): void {
		const guild = channel.guild_id === undefined ? undefined : this.guilds.get(channel.guild_id);
		const isThread = threadTypes.has(channel.type);
		if (!isThread) {
			for (const other of [...(guild?.channels.values() ?? [])]) {
				if (threadTypes.has(other.type) && other.parent_id === channel.id) this.removeChannel(other);
			}
		}
		guild?.channels.delete(channel.id);
		this.channels.delete(channel.id);
		for (const { id } of channel.recipients ?? []) {
			if (this.directMessages.get(id) === channel) this.directMessages.delete(id);
		}
		this.messages.forget(channel.id);
		const { id, guild_id, parent_id, type } = channel;
		this.emit({
			event: isThread ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
			data: isThread ? { id, guild_id, parent_id, type } : channel,
			guildId: guild_id ?? null,
			channelId: id,
		});
	}

	/** The bot is no longer in this guild, or the guild is gone. */
	removeGuild(guild: Guild): void {
		this.guilds.delete(guild.id);
		for (const id of guild.channels.keys()) {
			this.channels.delete(id);
			this.messages.forget(id);
		}
		for (const { id, guild_id } of [...this.commands.values()]) {
			if (guild_id === guild.id) this.commands.delete(id);
		}
		this.emit({ event: 'GUILD_DELETE', data: { id: guild.id }, guildId: guild.id });
	}

	/** Listens to everything that members' clients see, as `Rehearsal.listen` says. */
	listen(listener: (event: LiveEvent) => void): () => void {
		const offEvents = this.onEvent(({ event, data, visibleTo = null, audience = 'all' }) => {
			if (audience !== 'bot') listener({ type: 'dispatch', event, data, visibleTo });
		});
		const offRequests = this.onRequest((request) => listener({ type: 'request', request }));
		return () => {
			offEvents();
			offRequests();
		};
	}
}
