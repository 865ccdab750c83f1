import { code } from '../../errors.ts';
import { isPublicIp, parseIp } from './public-ip.ts';
import { siteName, WebError } from './trouble.ts';

/** Longer ones lead nowhere that an article is. */
export const longestAddress = 2_048;

/** Names that are never on the public web (RFC 6761, 6762, 7686, 8375, 9476, and ICANN's `.internal`). */
const privateNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|onion|alt|home\.arpa)$/u;

/**
 * Which servers beside those of the public internet may be reached: "127.0.0.1:8080". For tests and for the
 * rehearsal, which pass it in code: no configuration sets it.
 */
export type AllowList = ReadonlySet<string>;

const withoutProtocol = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#].*)?$/u;

/** An address as people type it, without its protocol or in the brackets that keep Discord from showing the page. */
export function addressTyped(given: string): string {
	const text = given
		.trim()
		.replace(/^<(.*)>$/su, '$1')
		.trim();
	return withoutProtocol.test(text) ? `https://${text}` : text;
}

/**
 * Reads an address and checks all that can be told of it without a network. URL gives an IPv4 address in any
 * spelling (0x7f.1, 2130706433) as four numbers.
 * @param base what it is relative to, where it came out of a redirect.
 * @throws WebError where it is no address of the public web.
 */
export function publicAddress(text: string, allow: AllowList, base?: URL): URL {
	if (text.length > longestAddress) {
		throw new WebError(
			'address',
			`The address has more than ${longestAddress} characters: give a shorter one.`,
		);
	}
	const url = URL.parse(text, base?.href);
	if (url === null) throw noAddress(text);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw new WebError('address', [
			'Only addresses that begin with https:// or http:// are read, not ',
			code(text),
			'.',
		]);
	}
	if (url.hostname === '') throw noAddress(text);
	if (url.username !== '' || url.password !== '') {
		throw new WebError('address', 'The address has a user name or password in it: leave that out.');
	}
	// The root's dot makes another name of the same host.
	url.hostname = url.hostname.replace(/\.$/u, '');
	url.hash = '';
	if (allow.has(`${url.hostname}:${portOf(url)}`)) return url;
	const isPublic = parseIp(url.hostname) === null ? isPublicName(url.hostname) : isPublicIp(url.hostname);
	if (!isPublic) throw notPublic(url);
	const isAllowedPort = url.port === '' || [...allow].some((server) => server.endsWith(`:${url.port}`));
	if (!isAllowedPort) {
		throw new WebError('address', [
			siteName(url),
			` is asked for at port ${url.port}: only the ports of the web (80 and 443) are read.`,
		]);
	}
	return url;
}

function noAddress(text: string): WebError {
	return new WebError('address', [
		code(text),
		' is not an address: one begins with https:// and the name of a site.',
	]);
}

/** The refusal of a host that is no part of the public internet. */
export function notPublic(url: URL): WebError {
	return new WebError('address', [
		siteName(url),
		' is not on the public web: give the address of a page that everybody can open.',
	]);
}

export function portOf(url: URL): string {
	if (url.port !== '') return url.port;
	return url.protocol === 'https:' ? '443' : '80';
}

function isPublicName(name: string): boolean {
	return name.includes('.') && !privateNames.test(name);
}
