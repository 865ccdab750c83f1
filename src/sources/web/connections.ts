import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { LRUCache } from 'lru-cache';
import { buildConnector, type Dispatcher, Pool } from 'undici';
import { type AllowList, portOf } from './address.ts';
import { isPublicIp, parseIp } from './public-ip.ts';

/** A connection was refused because it would have left the public internet. */
export class NotPublic extends Error {
	override readonly name = 'NotPublic';
}

const connectMs = 10_000;
/** Bytes of all headers of a response together. */
const longestHeaders = 16 * 1024;
/** Hosts whose connections are kept: more than are fetched from at the same time. */
const mostHosts = 100;

/** Connections to public hosts. */
export interface Connections {
	/** What to send a request to this address with, at once. @throws Error after `destroy`. */
	to(url: URL): Dispatcher;
	/** Ends all of them, and what is under way. */
	destroy(): Promise<void>;
}

/**
 * Connections to public addresses only, kept for the hosts that were asked last. It is checked at the connection, not
 * before: between a check of a name and its use the name may change. A literal address is never looked up, so it is
 * checked here as well, and what a socket is connected to is checked once more before anything is sent.
 * @param lookup the resolver; tests give their own.
 */
export function publicConnections(allow: AllowList, lookup: LookupFunction = systemLookup): Connections {
	const open = new Set<Pool>();
	// undici's Agent keeps a pool for each host that was ever asked: some 25 KB each, and feeds have thousands of hosts.
	const pools = new LRUCache<string, Pool>({
		max: mostHosts,
		async dispose(pool) {
			// What is under way there is awaited.
			await pool.close().catch(() => {});
			open.delete(pool);
		},
	});
	let isOver = false;
	return {
		to(url) {
			if (isOver) throw new Error('the connections were ended');
			const known = pools.get(url.origin);
			if (known) return known;
			const pool = new Pool(url.origin, {
				maxHeaderSize: longestHeaders,
				allowH2: false,
				pipelining: 1,
				connect: publicConnector(url, allow, lookup),
			});
			open.add(pool);
			pools.set(url.origin, pool);
			return pool;
		},
		async destroy() {
			isOver = true;
			await Promise.all([...open].map((pool) => pool.destroy()));
		},
	};
}

function publicConnector(url: URL, allow: AllowList, lookup: LookupFunction): buildConnector.connector {
	const mayReach = (ip: string) => isPublicIp(ip) || allow.has(`${ip}:${portOf(url)}`);
	const connect = buildConnector({
		timeout: connectMs,
		allowH2: false,
		lookup: checked(lookup, mayReach),
	});
	return (options, callback) => {
		const literal = parseIp(options.hostname);
		if (literal !== null && !mayReach(literal.toString())) {
			callback(new NotPublic('the address is not public'), null);
			return;
		}
		connect(options, (...[error, socket]) => {
			if (error) return callback(error, null);
			if (mayReach(socket.remoteAddress ?? '')) return callback(null, socket);
			socket.destroy();
			callback(new NotPublic('the connection is not public'), null);
		});
	};
}

/** A resolver that fails for a name with even one address that may not be reached. */
function checked(lookup: LookupFunction, mayReach: (ip: string) => boolean): LookupFunction {
	return (name, options, callback) =>
		lookup(name, options, (error, found, family) => {
			if (error) return callback(error, found, family);
			const addresses = typeof found === 'string' ? [{ address: found }] : (found as LookupAddress[]);
			const isFine = addresses.length > 0 && addresses.every(({ address }) => mayReach(address));
			if (isFine) return callback(null, found, family);
			callback(new NotPublic('the name leads to an address that is not public'), found, family);
		});
}
