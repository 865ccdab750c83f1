import normalizeUrl from 'normalize-url';
import { twinHost } from '../../reading/own-address.ts';

/** Parameters that say where a reader came from, and nothing of what the page is. */
const tracking: RegExp[] = [
	/^(?:utm|at|ns|wt|pk|mtm|hsa|vero|oly|mc|sr|ir|s_k)_/iu,
	/^(?:(?:fb|tw|tt|[gdw])clid|gclsrc|[gw]braid|msclkid|yclid|igshid|igsh|li_fat_id|epik|_ga|_gl|mkt_tok)$/iu,
	/^(?:ref|referrer|referer|ref_src|ref_url|cmp|cmpid|icid|ncid|ocid|cid|ito|xtor|smid|smtyp|srnd|taid|tpcc)$/iu,
	/^(?:share|shared|sharetype|partner|guce_?\w*|guccounter|feature|spm|mod|campaign(?:_?id)?|sfnsn|rss)$/iu,
	/^(?:amp|outputtype|usqp|amp_js_v|amp_gsa)$/iu,
];

/**
 * What an address is known by: addresses of the same page have the same key, whatever led there. A key is no
 * address, since it lacks the protocol: `example.org/news/1`.
 */
export function addressKey(address: string): string {
	const url = new URL(originalAddress(address));
	url.hostname = url.hostname.replace(twinHost, '');
	url.pathname = url.pathname
		.replace(/\/amp\/?$/iu, '')
		.replace(/^\/amp\//iu, '/')
		.replace(/\.amp(?=$|\.html?$)/iu, '');
	return normalizeUrl(url.href, {
		stripProtocol: true,
		stripHash: true,
		stripWWW: true,
		removeQueryParameters: tracking,
		removeDirectoryIndex: [/^(?:index|default)\.[a-z]{3,4}$/iu],
	});
}

/** The publisher's address behind one of a cache of pages or of a counter of clicks; any other as it is. */
export function originalAddress(address: string): string {
	const url = new URL(address);
	const inside = hidden(url);
	const found = inside === null ? null : URL.parse(inside);
	return found && /^https?:$/u.test(found.protocol) ? found.href : address;
}

function hidden({ hostname, pathname, search, searchParams }: URL): string | null {
	if (/(?:^|\.)google\.[a-z.]{2,6}$/u.test(hostname)) {
		const amp = /^\/amp\/(s\/)?(.+)$/u.exec(pathname);
		if (amp) return `${amp[1] ? 'https' : 'http'}://${amp[2]}${search}`;
		return pathname === '/url' ? (searchParams.get('url') ?? searchParams.get('q')) : null;
	}
	if (hostname.endsWith('.cdn.ampproject.org')) {
		const amp = /^\/[a-z]\/(s\/)?(.+)$/u.exec(pathname);
		return amp ? `${amp[1] ? 'https' : 'http'}://${amp[2]}${search}` : null;
	}
	if (/^lm?\.facebook\.com$/u.test(hostname) && pathname === '/l.php') return searchParams.get('u');
	return null;
}
