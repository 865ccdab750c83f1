import type { JsonFeed } from 'feedsmith';
import { webAddress } from '../web-address.ts';
import { feedDate } from './dates.ts';
import type { Feed } from './feed.ts';
import { tidied } from './item.ts';
import { languageTag, plainLine } from './text.ts';

/** JSON Feed 1.0 and 1.1. */
export function fromJson(feed: JsonFeed.Feed<string>, address: string | null): Feed {
	const site = webAddress(feed.home_page_url, address);
	return {
		kind: 'json',
		title: plainLine(feed.title),
		site,
		language: languageTag(feed.language),
		asksFor: null,
		...tidied(
			(feed.items ?? []).map((item) => ({
				id: item.id,
				url: webAddress(item.url ?? item.external_url, site ?? address),
				headline: item.title,
				publishedAt: feedDate(item.date_published),
				updatedAt: feedDate(item.date_modified),
				authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
				topics: item.tags ?? [],
				content: item.content_html ?? escaped(item.content_text),
				description: escaped(item.summary),
			})),
		),
	};
}

/** Plain text as HTML, with its paragraphs. */
function escaped(text: string | undefined): string | undefined {
	const plain = text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	return plain === undefined ? undefined : `<p>${plain.split(/\n\s*\n/u).join('</p><p>')}</p>`;
}
