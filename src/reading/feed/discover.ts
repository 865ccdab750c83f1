import { webAddress } from '../web-address.ts';
import { plainLine } from './text.ts';

/** A feed that a page names, or that may be there. */
export interface OfferedFeed {
	readonly address: string;
	/** As the page calls it, or null. */
	readonly title: string | null;
}

const feedTypes = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|text\/xml)\b/iu;
/** Characters of a page that are looked through: its head is at the beginning. */
const looked = 500_000;
const most = 20;
const attributePattern =
	/(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]{0,2048})"|'([^']{0,2048})'|([^\s"'>]{1,2048}))/gu;

/**
 * The feeds that a page names: those of `<link rel="alternate">` first, then links whose address looks like that of a
 * feed.
 * @param address where the page is.
 */
export function feedsNamedIn(html: string, address: string): readonly OfferedFeed[] {
	const page = withoutComments(html.slice(0, looked));
	const base = webAddress(tagsOf(page, 'base')[0]?.get('href'), address) ?? address;
	const offered = [
		...tagsOf(page, 'link')
			.filter((tag) => {
				const rel = tag.get('rel')?.toLowerCase().split(/\s+/u) ?? [];
				return rel.includes('feed') || (rel.includes('alternate') && feedTypes.test(tag.get('type') ?? ''));
			})
			.map((tag) => ({ href: tag.get('href'), title: tag.get('title') })),
		...tagsOf(page, 'a')
			.filter((tag) => feedPath.test(tag.get('href') ?? ''))
			.map((tag) => ({ href: tag.get('href'), title: tag.get('title') })),
	].flatMap(({ href, title }): OfferedFeed[] => {
		const found = webAddress(href, base);
		// WordPress names the feed of each page's comments, too.
		if (found === null || /\/comments\/feed\b|[?&]feed=comments/iu.test(found)) return [];
		return [{ address: found, title: plainLine(title) }];
	});
	return [...new Map(offered.map((one) => [one.address, one])).values()].slice(0, most);
}

function withoutComments(html: string): string {
	let kept = '';
	for (let at = 0; ; ) {
		const opens = html.indexOf('<!--', at);
		if (opens < 0) return kept + html.slice(at);
		kept += html.slice(at, opens);
		const closes = html.indexOf('-->', opens + 4);
		if (closes < 0) return kept;
		at = closes + 3;
	}
}

const feedPath =
	/(?:\/(?:feed|rss|atom)\/?|\.(?:rss|atom|rdf)|\/(?:rss|atom|feed|index)\.xml|\/feed\.json)(?:[?#]|$)/iu;

/** Where feeds often are, at a site and below the address that was given. The likeliest first. */
export function usualFeeds(address: string): readonly string[] {
	const { origin, pathname } = new URL(address);
	const below = pathname.replace(/\/[^/]*\.\w+$|\/$/u, '');
	const paths = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json'];
	return [...(below === '' ? [] : [`${origin}${below}/feed`]), ...paths.map((path) => origin + path)];
}

function tagsOf(html: string, name: string): ReadonlyMap<string, string>[] {
	const tags = html.matchAll(new RegExp(`<${name}\\s([^<>]{1,6000})>`, 'giu'));
	return [...tags.take(2_000)].map(
		([, inside = '']) =>
			new Map(
				[...inside.matchAll(attributePattern)].map(({ 1: key = '', 2: double, 3: single, 4: bare }) => [
					key.toLowerCase(),
					(double ?? single ?? bare ?? '').replaceAll('&amp;', '&'),
				]),
			),
	);
}
