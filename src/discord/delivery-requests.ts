import { type APIDMChannel, type APIMessage, DiscordAPIError, type REST, Routes } from 'discord.js';
import type { CardMessage } from './views/message.ts';

/** "A thread has already been created for this message." */
const hasThread = 160_004;

/**
 * Runs requests; an error becomes a failure of a port.
 * @param patience milliseconds that all of them may take, discord.js's own queues included; shorter than a lease.
 */
export async function trying<Result extends object, Failure>(
	work: (signal: AbortSignal) => Promise<Result>,
	patience: number,
	failureOf: (error: unknown) => Failure | Promise<Failure>,
): Promise<Result | Failure> {
	try {
		return await work(AbortSignal.timeout(patience));
	} catch (error) {
		return await failureOf(error);
	}
}

/** The components of a message with a number by which it is found again: see `findMessage`. */
export function marked({ components: [container, ...more] }: CardMessage, mark: number): object[] {
	return container === undefined ? [] : [{ ...container, id: mark }, ...more];
}

/** @returns the message's id. */
export async function postMessage(
	rest: REST,
	channel: string,
	body: object,
	signal: AbortSignal,
): Promise<string> {
	return ((await rest.post(Routes.channelMessages(channel), { body, signal })) as APIMessage).id;
}

/** Starts a thread under a message that may have one already. */
export async function startThread(
	rest: REST,
	{ channel, message }: { readonly channel: string; readonly message: string },
	body: object,
	signal: AbortSignal,
): Promise<void> {
	try {
		await rest.post(Routes.threads(channel, message), { body, signal });
	} catch (error) {
		if (!(error instanceof DiscordAPIError) || error.code !== hasThread) throw error;
	}
}

/** The channel of the direct messages with a member. */
export async function directChannel(rest: REST, member: string, signal: AbortSignal): Promise<string> {
	const body = { recipient_id: member };
	return ((await rest.post(Routes.userChannels(), { body, signal })) as APIDMChannel).id;
}
