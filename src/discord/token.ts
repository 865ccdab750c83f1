import { setTimeout as pause } from 'node:timers/promises';
import { type Client, DefaultRestOptions, type RESTOptions } from 'discord.js';
import type { Log } from '../logger.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** Seconds between attempts with a token that Discord refused: together well under discord.js's 15 for one request. */
const pauses = [1, 2, 5];

export interface TokenOptions {
	readonly token: string;
	readonly log: Log;
	/** Whether the token was accepted before: a wrong one is reported at the start, without trying again. */
	readonly isConnected: () => boolean;
	/** Called where Discord keeps refusing the token. */
	readonly onRefused: () => void;
	/** In seconds; only tests give others. */
	readonly pauses?: readonly number[];
}

/**
 * Sends a request again that Discord answers with 401. discord.js would forget its token after a single one and
 * send nothing more, though outages of Discord bring such answers too.
 */
export function retryRefusedToken(
	{ token, log, isConnected, onRefused, pauses: seconds = pauses }: TokenOptions,
	client: () => Client | null,
	send: MakeRequest = DefaultRestOptions.makeRequest,
): MakeRequest {
	return async (url, init) => {
		let response = await send(url, init);
		const headers = new Headers(init.headers as Record<string, string>);
		if (!headers.has('authorization') || !isConnected()) return response;
		for (const wait of seconds) {
			if (response.status !== 401) return response;
			log.warn({ againInSeconds: wait }, 'Discord did not take the token; the request is sent again');
			await pause(wait * 1000, undefined, init.signal ? { signal: init.signal as AbortSignal } : {});
			response = await send(url, init);
		}
		if (response.status === 401) {
			log.error({}, 'Discord still refuses the token: was it reset in the developer portal?');
			// discord.js drops its token when it reads this answer.
			setImmediate(() => client()?.rest.setToken(token));
			onRefused();
		}
		return response;
	};
}
