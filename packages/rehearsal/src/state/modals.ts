import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Interaction } from './interactions.ts';

const keep = 1_000;

interface OpenModal {
	readonly modal: APIModalInteractionResponseCallbackData;
	readonly channelId: string;
	readonly guildId: string | null;
	/** The message of the component that opened it. */
	readonly messageId: string | null;
	readonly owners: Interaction['owners'];
}

/** The modals that members have open, by member and custom id. */
export class Modals {
	readonly #open = new Map<string, OpenModal>();

	open({ userId, channelId, guildId, messageId, owners }: Interaction, modal: OpenModal['modal']): void {
		const key = `${userId} ${modal.custom_id}`;
		this.#open.delete(key);
		this.#open.set(key, { modal, channelId, guildId, messageId, owners });
		for (const oldest of this.#open.keys()) {
			if (this.#open.size <= keep) break;
			this.#open.delete(oldest);
		}
	}

	get(userId: string, customId: string): OpenModal | undefined {
		return this.#open.get(`${userId} ${customId}`);
	}
}
