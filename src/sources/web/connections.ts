import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { AllowList } from './address.ts';
import { isPublicIp, parseIp } from './public-ip.ts';

/** A connection was refused because it would have left the public internet. */
export class NotPublic extends Error {
	override readonly name = 'NotPublic';
}

const connectMs = 10_000;
/** Bytes of all headers of a response together. */
const longestHeaders = 16 * 1024;

/**
 * Connections to public addresses only. It is checked at the connection, not before: between a check of a name
 * and its use the name may change. A literal address is never looked up, so it is checked here as well, and
 * what a socket is connected to is checked once more before anything is sent.
 * @param lookup the resolver; tests give their own.
 */
export function publicConnections(allow: AllowList, lookup: LookupFunction = systemLookup): Agent {
	return new Agent({
		maxHeaderSize: longestHeaders,
		allowH2: false,
		pipelining: 1,
		connect(options, callback) {
			const port = options.port || (options.protocol === 'https:' ? '443' : '80');
			const mayReach = (ip: string) => isPublicIp(ip) || allow.has(`${ip}:${port}`);
			const literal = parseIp(options.hostname);
			if (literal !== null && !mayReach(literal.toString())) {
				callback(new NotPublic('the address is not public'), null);
				return;
			}
			const connect = buildConnector({
				timeout: connectMs,
				allowH2: false,
				lookup: checked(lookup, mayReach),
			});
			connect(options, (...[error, socket]) => {
				if (error) return callback(error, null);
				if (mayReach(socket.remoteAddress ?? '')) return callback(null, socket);
				socket.destroy();
				callback(new NotPublic('the connection is not public'), null);
			});
		},
	});
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
