import type { Card } from '../../card.ts';
import type { KeptOptions } from '../ids.ts';
import { type CardMessage, cardMessage } from './message.ts';
import type { Known } from './running.ts';

/** Lays cards out as messages. */
export interface Views {
	/** The message of a card. A card object is laid out once for as long as it is in use. */
	show(card: Card): Promise<CardMessage>;
	/** From now on commands with these ids can be clicked. */
	know(commandIds: Known['commandIds']): void;
}

export function openViews(kept: KeptOptions): Views {
	let known: Known = { commandIds: new Map() };
	let shown = new WeakMap<Card, Promise<CardMessage>>();
	return {
		show(card) {
			const before = shown.get(card);
			if (before !== undefined) return before;
			const message = cardMessage(card, known, kept);
			shown.set(card, message);
			// A failure is not kept: the next one who asks tries again.
			message.catch(() => shown.delete(card));
			return message;
		},
		know(commandIds) {
			known = { commandIds };
			shown = new WeakMap();
		},
	};
}
