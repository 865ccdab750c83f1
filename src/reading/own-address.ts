/** The beginning of hosts that show the same pages to telephones and readers. */
export const twinHost = /^(?:www\d?|m|mobile|touch|amp|wap)\.(?=[^.]+\.[^.]+)/u;

/**
 * What a page says of its own address is believed within its site alone, since it could name any other's: the same
 * host, or one below the other, twins for telephones aside.
 * @param claimed what the page says. @param fetched where it was.
 */
export function isOwnAddress(claimed: string, fetched: string): boolean {
	const [a, b] = [claimed, fetched].map((address) => URL.parse(address)?.hostname.replace(twinHost, ''));
	if (!a || !b) return false;
	return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
