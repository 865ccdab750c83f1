import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { siteName, WebError } from './trouble.ts';

export interface TurnLimits {
	/** Milliseconds between two requests to one host. */
	readonly everyMs: number;
	/** Whoever would wait longer is refused. */
	readonly longestWaitMs: number;
}

/** More hosts than this are forgotten where their time is over. */
const mostHosts = 1_000;

/**
 * Requests to one host one after another, with a pause between them.
 * @returns waits for its turn. @throws WebError where too many wait already; the signal's reason where it ends.
 */
export function hostTurns(limits: TurnLimits): (url: URL, signal: AbortSignal) => Promise<void> {
	/** By host: when the next request may be sent. */
	const next = new Map<string, number>();
	return async (url, signal) => {
		const now = performance.now();
		const at = Math.max(now, next.get(url.hostname) ?? 0);
		if (at - now > limits.longestWaitMs) {
			throw new WebError('busy', [
				'Too many pages of ',
				siteName(url),
				' are waiting to be fetched: try again in a minute.',
			]);
		}
		if (next.size >= mostHosts) for (const [host, free] of next) if (free <= now) next.delete(host);
		next.set(url.hostname, at + limits.everyMs);
		if (at > now) await pause(at - now, undefined, { signal });
	};
}
