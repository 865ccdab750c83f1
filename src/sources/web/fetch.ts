import type { LookupFunction } from 'node:net';
import { performance } from 'node:perf_hooks';
import { type AllowList, publicAddress } from './address.ts';
import { type Connections, publicConnections } from './connections.ts';
import { type Hop, type HopWants, requestOnce } from './request.ts';
import { longestRobots, type RobotsFile, robotsRules } from './robots.ts';
import { unlessStopped } from './stop.ts';
import { siteName, WebError, type WebTrouble } from './trouble.ts';
import { hostTurns, type TurnLimits } from './turns.ts';

/** What to fetch, and within which bounds. */
export interface FetchOptions {
	/** The header `accept`. */
	readonly accept?: string;
	/** Other media types are refused before their body is read; a response without one is read. */
	readonly mediaTypes?: RegExp;
	/** As an earlier response had them: an unchanged page is answered with the status 304. */
	readonly conditional?: { readonly etag?: string | null; readonly lastModified?: string | null };
	/** Of the body, as it comes and unpacked. */
	readonly maxBytes?: number;
	/** For the network, all hops together; waiting for the host's turn does not count. */
	readonly deadlineMs?: number;
	readonly signal?: AbortSignal;
	/** Whether robots.txt is asked; not for a file that a member has uploaded. */
	readonly robots?: boolean;
}

export interface Fetched extends Omit<Hop, 'location'> {
	/** The address that answered, after all redirects, without a fragment. */
	readonly address: string;
	/** The redirects that led there, in order; a permanent one (301, 308) says that the page has moved for good. */
	readonly hops: readonly { readonly address: string; readonly status: number }[];
}

export interface Web {
	/** Reads an address, and checks all that can be told without a network. @throws WebError */
	check(address: string): URL;
	/**
	 * Fetches an address of the public web. Any status is returned; a body is read for 200 to 299 alone.
	 * @throws WebError, one sentence, where that is not possible or not allowed.
	 */
	fetchPublic(address: string, options?: FetchOptions): Promise<Fetched>;
	close(): Promise<void>;
}

export interface WebOptions {
	/** The header `user-agent`: see `userAgent`. */
	readonly userAgent: string;
	/** Servers beside the public ones, for tests and the rehearsal: no configuration sets it. */
	readonly allow?: AllowList;
	/** The resolver, for tests. */
	readonly lookup?: LookupFunction;
	readonly turns?: TurnLimits;
	/** For the network, of one fetch; less for tests. */
	readonly deadlineMs?: number;
}

/** The name by which sites know the bot in robots.txt. */
export const productToken = 'Verbatim';
const mostHops = 5;
const defaults = { maxBytes: 10 * 1024 * 1024, deadlineMs: 20_000 };
const defaultTurns: TurnLimits = { everyMs: 1_000, longestWaitMs: 60_000 };
const robotsMs = 10_000;

/** Who asks, with an address to reach the operator at (https: or mailto:) where there is one. */
export function userAgent(version: string, contact: string | null): string {
	return contact === null ? `${productToken}/${version}` : `${productToken}/${version} (+${contact})`;
}

/** Opens the way to the web: connections, turns and robots.txt files are shared by all who fetch. */
export function openWeb({
	userAgent,
	allow = new Set(),
	lookup,
	turns = defaultTurns,
	deadlineMs = defaults.deadlineMs,
}: WebOptions): Web {
	const connections = publicConnections(allow, lookup);
	const turn = hostTurns(turns);
	const closing = new AbortController();
	const follow = (address: string, options: FetchOptions, mayRead: (url: URL) => Promise<void>) =>
		followed({
			address,
			options: { deadlineMs, ...options },
			mayRead,
			connections,
			allow,
			turn,
			userAgent,
			closing: closing.signal,
		});
	const mayRead = robotsRules(
		(url) => robotsFile((options) => follow(url.href, options, async () => {}), deadlineMs),
		productToken,
	);
	return {
		check: (address) => publicAddress(address, allow),
		fetchPublic: (address, options = {}) =>
			follow(address, options, options.robots === false ? async () => {} : mayRead),
		async close() {
			closing.abort();
			await connections.destroy();
		},
	};
}

interface Follow {
	readonly address: string;
	readonly options: FetchOptions;
	readonly mayRead: (url: URL) => Promise<void>;
	readonly connections: Connections;
	readonly allow: AllowList;
	readonly turn: (url: URL, signal: AbortSignal) => Promise<void>;
	readonly userAgent: string;
	readonly closing: AbortSignal;
}

/** Follows redirects; each hop is checked like the first address. */
async function followed({
	address,
	options,
	mayRead,
	connections,
	allow,
	turn,
	userAgent,
	closing,
}: Follow): Promise<Fetched> {
	const { maxBytes = defaults.maxBytes, deadlineMs = defaults.deadlineMs } = options;
	const stop = AbortSignal.any([closing, ...(options.signal ? [options.signal] : [])]);
	const hops: Fetched['hops'][number][] = [];
	let url = publicAddress(address, allow);
	let left = deadlineMs;
	for (;;) {
		try {
			await unlessStopped(mayRead(url), stop);
			await unlessStopped(turn(url, stop), stop);
			const began = performance.now();
			const wants: HopWants = { ...options, userAgent, maxBytes, deadlineMs: left, stop };
			const { location, ...response } = await requestOnce(url, connections, wants);
			if (location === null) return { ...response, address: url.href, hops };
			hops.push({ address: url.href, status: response.status });
			left -= performance.now() - began;
			url = publicAddress(location, allow, url);
		} catch (error) {
			throw hops.length > 0 && error instanceof WebError && error.reason === 'address'
				? new WebError('redirects', ['That address leads on to another one. ', ...error.sentence])
				: error;
		}
		if (hops.length > mostHops) {
			throw new WebError('redirects', [
				siteName(url),
				' leads from one address to the next without an end: give the address of the page itself.',
			]);
		}
	}
}

/** Reasons for which the page itself cannot be fetched either: whoever asks for it is told these. */
const ofTheSite: ReadonlySet<WebTrouble> = new Set(['address', 'unreachable', 'too-slow', 'busy', 'stopped']);

async function robotsFile(
	fetchIt: (options: FetchOptions) => Promise<Fetched>,
	deadlineMs: number,
): Promise<RobotsFile> {
	try {
		const { status, bytes } = await fetchIt({
			accept: 'text/plain',
			maxBytes: longestRobots,
			deadlineMs: Math.min(robotsMs, deadlineMs),
		});
		if (status >= 200 && status < 300) return { kind: 'text', text: new TextDecoder().decode(bytes) };
		return { kind: status >= 400 && status < 500 && status !== 429 ? 'none' : 'unreadable' };
	} catch (error) {
		if (!(error instanceof WebError) || ofTheSite.has(error.reason)) throw error;
		return { kind: 'unreadable' };
	}
}
