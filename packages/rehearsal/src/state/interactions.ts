import { randomBytes } from 'node:crypto';
import { clearTimeout, setImmediate } from 'node:timers';
import type {
	APIApplicationCommandOptionChoice,
	APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** How many are remembered; beyond it the oldest go before their 15 minutes are over. */
const keep = 20_000;

/** One use of the bot by a member, from the click until its token expires. */
export interface Interaction {
	readonly id: string;
	readonly token: string;
	/** `InteractionType`. */
	readonly type: number;
	readonly at: number;
	/** By the monotonic clock, for `ms`. */
	readonly startedAt: number;
	readonly userId: string;
	readonly channelId: string;
	readonly guildId: string | null;
	/** The command shown above its answer ("used /quotes"). */
	readonly name: string | null;
	/** `CommandType`; 0 where it is no command. */
	readonly commandType: number;
	/** The message of the component, or that the modal was opened from. */
	readonly messageId: string | null;
	/** Of an autocomplete: the type of the option being typed. */
	readonly optionType: number | null;
	/** `authorizing_integration_owners`. */
	readonly owners: Readonly<Partial<Record<'0' | '1', string>>>;
	state: 'pending' | 'acknowledged' | 'failed';
	/** `CallbackType` that it was acknowledged with. */
	callback: number | null;
	/** The message that @original means. */
	originalId: string | null;
	/** Whether @original says "is thinking…" still. */
	thinking: boolean;
	ephemeral: boolean;
	readonly followUpIds: string[];
	choices: readonly APIApplicationCommandOptionChoice[] | null;
	modal: APIModalInteractionResponseCallbackData | null;
	/** From the click to the acknowledgement, ms. */
	ms: number;
	/** Why the last attempt to answer was refused, for the member's "This interaction failed". */
	refusal: string | null;
	/** Called when it is acknowledged or failed, and again when a deferred answer has come. */
	readonly waiting: Set<() => void>;
	timer: NodeJS.Timeout | null;
}

export type NewInteraction = Pick<
	Interaction,
	| 'id'
	| 'type'
	| 'at'
	| 'userId'
	| 'channelId'
	| 'guildId'
	| 'name'
	| 'commandType'
	| 'messageId'
	| 'optionType'
	| 'owners'
>;

/** The interactions whose tokens still work, by id and by token. */
export class Interactions {
	readonly #byId = new Map<string, Interaction>();
	readonly #byToken = new Map<string, Interaction>();
	readonly #lifetime: number;
	#latest: Interaction | null = null;

	constructor(lifetime: number) {
		this.#lifetime = lifetime;
	}

	open(given: NewInteraction): Interaction {
		const interaction: Interaction = {
			...given,
			startedAt: performance.now(),
			token: `rehearsal-${randomBytes(48).toString('base64url')}`,
			state: 'pending',
			callback: null,
			originalId: null,
			thinking: false,
			ephemeral: false,
			followUpIds: [],
			choices: null,
			modal: null,
			ms: 0,
			refusal: null,
			waiting: new Set(),
			timer: null,
		};
		this.#byId.set(interaction.id, interaction);
		this.#byToken.set(interaction.token, interaction);
		this.#latest = interaction;
		for (const oldest of this.#byId.values()) {
			if (this.#byId.size <= keep) break;
			this.#drop(oldest);
		}
		return interaction;
	}

	#drop(interaction: Interaction): void {
		this.#byId.delete(interaction.id);
		this.#byToken.delete(interaction.token);
	}

	byId(id: string): Interaction | undefined {
		return this.#byId.get(id);
	}

	/** Whose token this is; `expired` once its 15 minutes are over. */
	byToken(token: string, now: number): Interaction | 'expired' | undefined {
		const interaction = this.#byToken.get(token);
		return interaction && now - interaction.at >= this.#lifetime ? 'expired' : interaction;
	}

	/** The one that was opened last, if that is no longer ago than `ms`. */
	latest(now: number, ms: number): Interaction | null {
		return this.#latest && now - this.#latest.at < ms ? this.#latest : null;
	}

	/** Ends every wait: nothing will come any more. */
	close(): void {
		for (const interaction of this.#byId.values()) {
			if (interaction.timer) clearTimeout(interaction.timer);
			if (interaction.state === 'pending') interaction.state = 'failed';
			interaction.thinking = false;
			wake(interaction);
		}
	}
}

/**
 * Notifies everything that waits for this interaction: once the request that changed it
 * has been answered and recorded.
 */
export function wake(interaction: Interaction): void {
	setImmediate(() => {
		for (const waiting of [...interaction.waiting]) waiting();
	});
}
