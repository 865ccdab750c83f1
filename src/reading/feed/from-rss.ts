import type { RdfFeed, RssFeed } from 'feedsmith';
import { webAddress } from '../web-address.ts';
import { feedDate } from './dates.ts';
import type { Feed } from './feed.ts';
import { tidied } from './item.ts';
import { languageTag, plainLine } from './text.ts';
import { updatePeriod } from './update-period.ts';

/** RSS 0.91 to 2.0 (rss), and RSS 0.90 and 1.0 (rdf). */
export function fromRss(
	kind: 'rss' | 'rdf',
	feed: RssFeed.Feed<string> | RdfFeed.Feed<string>,
	address: string | null,
): Feed {
	const site = webAddress(feed.link, address);
	const base = site ?? address;
	const items: readonly (RssFeed.Item<string> & RdfFeed.Item<string>)[] = feed.items ?? [];
	return {
		kind,
		title: plainLine(feed.title),
		site,
		language: languageTag('language' in feed ? feed.language : feed.dc?.languages?.[0]),
		asksFor: updatePeriod('ttl' in feed ? feed.ttl : undefined, feed.sy),
		...tidied(
			items.map((item) => ({
				id: item.guid?.value ?? item.rdf?.about,
				url: linkOf(item, base),
				headline: item.title ?? item.dc?.titles?.[0],
				publishedAt: feedDate(item.pubDate ?? item.dc?.dates?.[0]),
				updatedAt: feedDate(item.atom?.updated),
				authors: [
					...(item.dc?.creators ?? []),
					...(item.authors ?? []).map(({ name, email }) => name ?? email),
				],
				topics: [...(item.categories ?? []).map(({ name }) => name), ...(item.dc?.subjects ?? [])],
				content: item.content?.encoded ?? item.atom?.content?.value,
				description: item.description,
			})),
		),
	};
}

/** The link, or the identifier where that is an address, as it is in RSS unless it says otherwise. */
function linkOf({ link, guid, rdf }: RssFeed.Item<string> & RdfFeed.Item<string>, base: string | null) {
	const permalink = guid?.isPermaLink === false ? undefined : guid?.value;
	return (
		webAddress(link, base) ??
		(/^https?:/iu.test(permalink ?? '') ? webAddress(permalink, base) : null) ??
		(/^https?:/iu.test(rdf?.about ?? '') ? webAddress(rdf?.about, base) : null)
	);
}
