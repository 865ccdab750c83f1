import { createHash } from 'node:crypto';
import type { Match } from './router.ts';

/** What a request costs, as in Discord's headers. */
export interface Allowance {
	readonly headers: Readonly<Record<string, string>>;
	/** Seconds to wait, where the request is one too many. */
	readonly retryAfter: number | null;
	readonly global: boolean;
}
interface Window {
	used: number;
	endsAt: number;
}

const globalLimit = 50;
/** The parameters that have buckets of their own; a webhook is known by its id and token together. */
const majors = ['channel_id', 'guild_id', 'webhook_token'] as const;

/** Discord's rate limits: a bucket for each route and major parameter, and 50 requests a second in all. */
export class RateLimits {
	readonly #windows = new Map<string, Window>();
	readonly #hashes = new Map<string, string>();
	#global: Window = { used: 0, endsAt: 0 };

	take({ route, params }: Match, now: number): Allowance {
		// Interactions and webhooks are not counted towards the bot's 50 a second.
		if (route.auth) {
			if (now >= this.#global.endsAt) this.#global = { used: 0, endsAt: now + 1_000 };
			this.#global.used += 1;
			if (this.#global.used > globalLimit) return exceeded((this.#global.endsAt - now) / 1000, 'global');
		}
		if (route.bucket === null) return { headers: {}, retryAfter: null, global: false };
		const [limit, ms] = route.bucket;
		const name = `${route.method} ${route.template}`;
		const key = `${name} ${majors.map((major) => params[major] ?? '').join(' ')}`;
		let window = this.#windows.get(key);
		if (window === undefined || now >= window.endsAt) {
			window = { used: 0, endsAt: now + ms };
			this.#windows.set(key, window);
			if (this.#windows.size > 20_000) this.#sweep(now);
		}
		window.used += 1;
		const resetAfter = (window.endsAt - now) / 1000;
		const headers = {
			'X-RateLimit-Limit': String(limit),
			'X-RateLimit-Remaining': String(Math.max(0, limit - window.used)),
			'X-RateLimit-Reset': (window.endsAt / 1000).toFixed(3),
			'X-RateLimit-Reset-After': resetAfter.toFixed(3),
			'X-RateLimit-Bucket': this.#hash(name),
		};
		if (window.used <= limit) return { headers, retryAfter: null, global: false };
		const { headers: refused } = exceeded(resetAfter, 'user');
		return { headers: { ...headers, ...refused }, retryAfter: resetAfter, global: false };
	}

	#hash(name: string): string {
		let hash = this.#hashes.get(name);
		if (hash === undefined) {
			hash = createHash('md5').update(name).digest('hex');
			this.#hashes.set(name, hash);
		}
		return hash;
	}

	#sweep(now: number): void {
		for (const [key, { endsAt }] of this.#windows) if (now >= endsAt) this.#windows.delete(key);
	}
}

/** The headers of a 429, and what its body says. */
export function exceeded(retryAfter: number, scope: 'user' | 'global' | 'shared'): Allowance {
	return {
		headers: {
			'Retry-After': String(Math.ceil(retryAfter)),
			'X-RateLimit-Scope': scope,
			...(scope === 'global' ? { 'X-RateLimit-Global': 'true' } : {}),
		},
		retryAfter,
		global: scope === 'global',
	};
}
