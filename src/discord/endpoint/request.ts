import type { BaseInteraction } from 'discord.js';

/**
 * Answers the request that brought an interaction: with the first response, or with null where that goes to Discord's
 * API. @returns false where the request is over already, so that nothing was sent.
 */
export type Reply = (response: object | null) => boolean;

/** Of interactions that came over HTTP and whose request is still open. */
const open = new WeakMap<BaseInteraction, Reply>();

/** Keeps the request of an interaction open until it is answered or closed. */
export function holdRequest(interaction: BaseInteraction, reply: Reply): void {
	open.set(interaction, reply);
}

/**
 * Gives the first response to an interaction in the answer to its request. @returns false where that cannot be done: it
 * came over the gateway, or nobody waits any more.
 */
export function answerRequest(interaction: BaseInteraction, response: object): boolean {
	return end(interaction, response);
}

/** Tells the request of an interaction, if one is open, that the response comes another way or not at all. */
export function closeRequest(interaction: BaseInteraction): void {
	end(interaction, null);
}

function end(interaction: BaseInteraction, response: object | null): boolean {
	const reply = open.get(interaction);
	open.delete(interaction);
	return reply?.(response) ?? false;
}
