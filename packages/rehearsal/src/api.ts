import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
	APIApplicationCommand,
	APIApplicationCommandOptionChoice,
	APIChannel,
	APIGuildMember,
	APIModalInteractionResponseCallbackData,
	APIRole,
	APIThreadChannel,
	APIUser,
} from 'discord-api-types/v10';
import type { Fault, RecordedRequest, ShownMessage } from './observed.ts';
import type { ServerSettings } from './settings.ts';

export type * from './observed.ts';
export type { AddedGuild, NewGuild } from './settings.ts';

/** A simulated Discord on 127.0.0.1: REST API v10, gateway v10, a way to act as a member, and what members see. */
export interface Rehearsal extends ServerSettings {
	/** `http://127.0.0.1:4600`, without a slash at the end. */
	readonly url: string;
	/** The value for `DISCORD_API_URL`: `${url}/api`. */
	readonly apiUrl: string;
	/** The bot's token. Not a secret: it opens nothing but this rehearsal. */
	readonly token: string;
	readonly applicationId: string;
	readonly botId: string;
	/** The server that exists from the start. */
	readonly guild: HomeGuild;

	/**
	 * A member uses the bot. Resolves when the bot has acknowledged or its time is over (`until: 'answered'`:
	 * when a deferred answer has come). Never rejects because of the bot: see `Outcome.problem`.
	 * @throws RehearsalError where Discord's client would not let a member do this (unknown command, a required
	 * option missing, a disabled button, a message that the member does not see).
	 */
	interact(input: InteractionInput): Promise<Outcome>;
	/** What happened to an interaction since, e.g. later follow-ups. Null where it is no longer known. */
	outcome(interactionId: string): Outcome | null;
	/** The messages in a channel or thread, oldest first; with a member, also those that only that member sees. */
	messages(channelId: string, asMember?: string): readonly ShownMessage[];
	/** A member writes. @throws RehearsalError where the member may not. */
	post(input: PostInput): Promise<ShownMessage>;
	/** The last requests of the bot, oldest first (a ring of `keepRequests`). */
	requests(): readonly RecordedRequest[];
	/**
	 * Where interactions are sent, signed, instead of the gateway; null for the gateway again.
	 * @throws RehearsalError where the address does not answer Discord's own checks.
	 */
	setInteractionsEndpoint(url: string | null): Promise<void>;
	/** Turns a fault on or off. */
	fault(fault: Fault): void;
	snapshot(asMember?: string): Snapshot;
	/** Sends every change as it happens. Returns a function that stops listening. */
	listen(listener: (event: LiveEvent) => void): () => void;
	/** Resolves when a bot's gateway session is ready (at once if it is). @throws RehearsalError after `ms`. */
	ready(ms?: number): Promise<void>;

	close(): Promise<void>;
}

export interface RehearsalOptions {
	/** Default 4600; another free one is taken where it is in use; 0 takes any. */
	readonly port?: number;
	/** The bot's name. Default "Bot". */
	readonly botName?: string;
	/** Whether rate limits (buckets and the global 50 a second) apply. Default true. */
	readonly rateLimits?: boolean;
	/** How long the bot has to acknowledge, in ms. Discord's 3,000 by default. */
	readonly answerWithin?: number;
	/** How long an interaction's token works, in ms. Discord's 15 minutes by default. */
	readonly tokenLifetime?: number;
	/** How many requests are remembered. Default 500. */
	readonly keepRequests?: number;
	/** How many messages a channel remembers; the oldest go. Default 10,000. */
	readonly keepMessages?: number;
	/** The gateway's heartbeat interval in ms. Default 41,250. */
	readonly heartbeat?: number;
	/** Whether each request is checked against Discord's published schema. Default true; benches may not want it. */
	readonly schema?: boolean;
	/** Whether the bot may ask for privileged intents. Default false: it is refused with 4014. */
	readonly privilegedIntents?: boolean;
	/** Serves what the rehearsal does not (the page): returns true where it handled the request. */
	readonly handle?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface HomeGuild {
	readonly id: string;
	readonly channels: { readonly general: string; readonly dailyDigest: string; readonly forum: string };
	/** Ids of users. The outsider may read and write and has no further permission; the foreigner's client is German. */
	readonly members: {
		readonly owner: string;
		readonly member: string;
		readonly outsider: string;
		readonly foreigner: string;
	};
	readonly roles: {
		readonly everyone: string;
		readonly managers: string;
		readonly readers: string;
		readonly bot: string;
	};
}

/** Who acts, and where. Default: the member, in #general of the home guild. */
interface Where {
	readonly memberId?: string;
	/** Where a member is; the guild is the channel's. Not needed for components: it is the message's. */
	readonly channelId?: string;
	/** In the member's direct messages with the bot instead. */
	readonly inDirectMessage?: boolean;
	/** `answered` waits for a deferred answer, too. Default `acknowledged`. */
	readonly until?: 'acknowledged' | 'answered';
}
/** Text, number or boolean; the id of a channel, user or role; or a file. */
export type OptionValue = string | number | boolean | UploadedFile;
export interface UploadedFile {
	readonly filename: string;
	readonly contentType?: string;
	readonly base64: string;
}

export type InteractionInput = Where &
	(
		| {
				readonly kind: 'command';
				/** With the subcommand after a blank: "digest set". */
				readonly name: string;
				readonly options?: Readonly<Record<string, OptionValue>>;
		  }
		| {
				readonly kind: 'autocomplete';
				readonly name: string;
				readonly options?: Readonly<Record<string, OptionValue>>;
				/** The option being typed; what is typed so far is in `options`. */
				readonly focused: string;
		  }
		| {
				readonly kind: 'component';
				readonly messageId: string;
				readonly customId: string;
				/** Of a select: values, or ids. */
				readonly values?: readonly string[];
		  }
		| {
				readonly kind: 'modal';
				/** A modal that the bot has opened for this member. */
				readonly customId: string;
				readonly fields: Readonly<
					Record<string, string | boolean | readonly string[] | readonly UploadedFile[]>
				>;
		  }
		| {
				readonly kind: 'messageCommand' | 'userCommand';
				readonly name: string;
				readonly targetId: string;
		  }
	);

export interface Outcome {
	readonly interactionId: string;
	readonly acknowledged: boolean;
	/** "is thinking…", and no answer yet. */
	readonly deferred: boolean;
	readonly ephemeral: boolean;
	/** The answer; for a component that updated its message, that message. */
	readonly message: ShownMessage | null;
	/** Of an autocomplete. */
	readonly choices?: readonly APIApplicationCommandOptionChoice[];
	readonly modal?: APIModalInteractionResponseCallbackData;
	readonly followUps: readonly ShownMessage[];
	/** What the member sees where it failed ("The application did not respond"), else null. */
	readonly problem: string | null;
	/** From the click to the acknowledgement. */
	readonly ms: number;
}

export interface PostInput {
	readonly channelId: string;
	readonly memberId: string;
	readonly content?: string;
	/** The message that this one replies to. */
	readonly replyTo?: string;
	readonly files?: readonly UploadedFile[];
}

/** Everything that a member's client needs to draw the rehearsal. */
export interface Snapshot {
	readonly memberId: string;
	readonly applicationId: string;
	readonly bot: APIUser;
	readonly botOnline: boolean;
	/** The home guild first; at most 25. */
	readonly guilds: readonly SnapshotGuild[];
	/** Whether this member has installed the app for themselves, and takes direct messages from the bot. */
	readonly member: { readonly installed: boolean; readonly directMessages: boolean };
	/** Direct messages of this member, with the bot and with others. */
	readonly directMessages: readonly APIChannel[];
	/** The last 50 of each channel and thread that this member sees, oldest first. */
	readonly messages: Readonly<Record<string, readonly ShownMessage[]>>;
	/** Registered everywhere, and per guild (`guild_id` is set). */
	readonly commands: readonly APIApplicationCommand[];
	/** The faults that are on now. */
	readonly faults: {
		readonly slow: number;
		readonly missingPermission: boolean;
		readonly rateLimits: boolean;
	};
}
export interface SnapshotGuild {
	readonly id: string;
	readonly name: string;
	readonly ownerId: string;
	readonly roles: readonly APIRole[];
	readonly channels: readonly APIChannel[];
	readonly threads: readonly APIThreadChannel[];
	/** At most 1,000. `locale` is of their client. */
	readonly members: readonly (APIGuildMember & { readonly rehearsal: { readonly locale: string } })[];
	/** What this member may do: bits as a decimal string, in the guild and by channel. */
	readonly permissions: { readonly guild: string; readonly channels: Readonly<Record<string, string>> };
}

/** What `/rehearsal/live` sends after the snapshot, and `Rehearsal.listen` gives. */
export type LiveEvent =
	/**
	 * In gateway format (MESSAGE_CREATE, MESSAGE_UPDATE, THREAD_CREATE, TYPING_START, PRESENCE_UPDATE …). Messages
	 * are `ShownMessage`. In addition to Discord's own: COMMANDS_UPDATE `{ commands }`, FAULTS_UPDATE
	 * (`Snapshot.faults`), ACCOUNT_UPDATE (`Snapshot.member`), INTERACTION_SUCCESS and INTERACTION_FAILURE `{ id, nonce }`.
	 */
	| {
			readonly type: 'dispatch';
			readonly event: string;
			readonly data: unknown;
			/** Where only this member sees it. */
			readonly visibleTo: string | null;
	  }
	| { readonly type: 'request'; readonly request: RecordedRequest };

export type LiveFromServer =
	| ({ readonly type: 'snapshot' } & Snapshot)
	| LiveEvent
	| { readonly type: 'outcome'; readonly id: string | number; readonly outcome: Outcome }
	/** What was sent could not be done; `error` is a sentence for the member. */
	| { readonly type: 'refused'; readonly id: string | number | null; readonly error: string };

/** What `/rehearsal/live` takes. The member is the socket's, whatever the input says. */
export type LiveFromClient =
	| { readonly type: 'interact'; readonly id: string | number; readonly input: InteractionInput }
	| { readonly type: 'post'; readonly id: string | number; readonly input: Omit<PostInput, 'memberId'> }
	/** Asks for a new snapshot: it covers each event that was sent before it, and none that is sent after it. */
	| { readonly type: 'snapshot' }
	| { readonly type: 'typing'; readonly channelId: string }
	/** What a member sets of their own account. */
	| { readonly type: 'account'; readonly installed?: boolean; readonly directMessages?: boolean }
	| {
			readonly type: 'react';
			readonly channelId: string;
			readonly messageId: string;
			readonly emoji: string;
			readonly on: boolean;
	  }
	| {
			readonly type: 'vote';
			readonly channelId: string;
			readonly messageId: string;
			readonly answerIds: readonly number[];
	  };
