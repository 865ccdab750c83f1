import ipaddr from 'ipaddr.js';

/** The part of IPv6 that is routed on the public internet (RFC 4291, IANA): all else is refused unseen. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the public internet: no loopback, private, link-local, shared, test,
 * multicast or reserved one, and none of IPv6 that carries an IPv4 address inside.
 * @param text as a socket or a resolver gives it; with brackets and a zone it is read, too.
 */
export function isPublicIp(text: string): boolean {
	const ip = parseIp(text);
	if (ip === null || ip.range() !== 'unicast') return false;
	return ip.kind() === 'ipv4' || ip.match(globalUnicast);
}

/** @returns null where a host is a name, not an address. */
export function parseIp(host: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
	const bare = host.replace(/^\[|\]$/gu, '');
	if (!ipaddr.isValid(bare)) return null;
	const ip = ipaddr.parse(bare);
	return ip instanceof ipaddr.IPv6 && ip.isIPv4MappedAddress() ? ip.toIPv4Address() : ip;
}
