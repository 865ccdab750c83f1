import { ComponentType } from 'discord.js';
import { readMessage } from 'discord-rehearsal/text';
import type { Card } from '../../src/card.ts';
import { keptInMemory } from '../../src/discord/ids.ts';
import { cardMessage } from '../../src/discord/views/message.ts';

/** A card as a member reads it in Discord. */
export async function read(card: Card): Promise<string> {
	return readMessage((await messageOf(card)).components);
}

/** How much of Discord's room for one message a card takes, and whether it had to be cut to fit. */
export async function taken(card: Card): Promise<{ text: number; components: number; cut: boolean }> {
	const message = await messageOf(card);
	let text = 0;
	let components = 0;
	const count = (one: {
		readonly type: ComponentType;
		readonly content?: string;
		readonly components?: unknown;
	}) => {
		components++;
		if (one.type === ComponentType.TextDisplay) text += one.content?.length ?? 0;
		if (Array.isArray(one.components)) for (const inner of one.components) count(inner);
	};
	for (const one of message.components) count(one);
	return { text, components, cut: JSON.stringify(message).includes('shortened to fit one message') };
}

function messageOf(card: Card) {
	return cardMessage(card, { commandIds: new Map() }, keptInMemory());
}
