import type { ShownMessage } from '../api.ts';
import { compareIds } from './ids.ts';

/** For how long a nonce holds off a second message with `enforce_nonce`: Discord's "past few minutes". */
const nonceLifetime = 5 * 60_000;

interface Log {
	/** Ids grow, so the order of insertion is the order of time. */
	readonly messages: Map<string, ShownMessage>;
	readonly nonces: Map<string, { readonly id: string; readonly at: number }>;
}

/** The messages of all channels; each channel keeps the newest `keep`. */
export class Messages {
	readonly #logs = new Map<string, Log>();
	readonly #keep: number;

	constructor(keep: number) {
		this.#keep = keep;
	}

	#log(channelId: string): Log {
		let log = this.#logs.get(channelId);
		if (log === undefined) {
			log = { messages: new Map(), nonces: new Map() };
			this.#logs.set(channelId, log);
		}
		return log;
	}

	get(channelId: string, id: string): ShownMessage | undefined {
		return this.#logs.get(channelId)?.messages.get(id);
	}

	put(message: ShownMessage): void {
		const { messages } = this.#log(message.channel_id);
		messages.set(message.id, message);
		if (messages.size <= this.#keep) return;
		for (const oldest of messages.keys()) {
			messages.delete(oldest);
			break;
		}
	}

	delete(channelId: string, id: string): boolean {
		return this.#logs.get(channelId)?.messages.delete(id) ?? false;
	}

	forget(channelId: string): void {
		this.#logs.delete(channelId);
	}

	/** Oldest first. */
	all(channelId: string): ShownMessage[] {
		return [...(this.#logs.get(channelId)?.messages.values() ?? [])];
	}

	/** A page as the API gives it: newest first. */
	page(
		channelId: string,
		range: { before?: string; after?: string; around?: string; limit: number },
		visible: (message: ShownMessage) => boolean,
	): ShownMessage[] {
		const { before, after, around, limit } = range;
		const all = this.all(channelId).filter(visible);
		let page: ShownMessage[];
		if (around !== undefined) {
			const older = all.filter(({ id }) => compareIds(id, around) <= 0).slice(-(Math.floor(limit / 2) + 1));
			const newer = all.filter(({ id }) => compareIds(id, around) > 0);
			page = [...older, ...newer.slice(0, limit - older.length)];
		} else if (before !== undefined) {
			page = all.filter(({ id }) => compareIds(id, before) < 0).slice(-limit);
		} else if (after !== undefined) {
			page = all.filter(({ id }) => compareIds(id, after) > 0).slice(0, limit);
		} else page = all.slice(-limit);
		return page.reverse();
	}

	/** The message that was sent with this nonce a short while ago and still exists. */
	byNonce(channelId: string, nonce: string, now: number): ShownMessage | undefined {
		const log = this.#logs.get(channelId);
		const known = log?.nonces.get(nonce);
		return known && now - known.at < nonceLifetime ? log?.messages.get(known.id) : undefined;
	}

	rememberNonce(channelId: string, nonce: string, id: string, now: number): void {
		const { nonces } = this.#log(channelId);
		nonces.delete(nonce);
		nonces.set(nonce, { id, at: now });
		for (const [old, { at }] of nonces) {
			if (now - at < nonceLifetime && nonces.size <= 10_000) break;
			nonces.delete(old);
		}
	}
}
