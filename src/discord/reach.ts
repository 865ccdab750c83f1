import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { UserError } from '../errors.ts';

export interface Reaching {
	readonly log: Logger;
	/** Aborts the attempts. */
	readonly signal?: AbortSignal | undefined;
}

/**
 * Tries until Discord is reached, with growing pauses of at most a minute.
 * @throws UserError where an attempt throws one; AbortError where the signal aborts.
 */
export async function untilReached<T>(attempt: () => Promise<T>, { log, signal }: Reaching): Promise<T> {
	for (let tries = 0; ; tries += 1) {
		try {
			return await attempt();
		} catch (err) {
			if (err instanceof UserError) throw err;
			signal?.throwIfAborted();
			const seconds = Math.min(60, 2 ** tries);
			log.warn({ reason: reasonOf(err) }, `Discord cannot be reached; trying again in ${seconds} s`);
			await pause(seconds * 1000, undefined, { signal });
		}
	}
}

/** An error in a few words, with what was behind it. */
export function reasonOf(err: unknown): string {
	if (!(err instanceof Error)) return String(err);
	const { cause } = err;
	return cause instanceof Error ? `${err.message} (${cause.message})` : err.message;
}
