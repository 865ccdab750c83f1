import type { ReadFields } from '../format.ts';
import type { Feed, FeedItem } from './feed.ts';
import { itemText } from './text.ts';

/** An item whose text is whole, as an article; null where the feed has only its beginning, or no headline. */
export function articleOfItem(feed: Pick<Feed, 'title' | 'language'>, item: FeedItem): ReadFields | null {
	const { paragraphs, isWhole } = itemText(item);
	const [first, ...others] = paragraphs;
	if (!isWhole || first === undefined) return null;
	const headline = item.headline;
	if (headline === null) return null;
	return {
		...itemFields(feed, item),
		headline,
		// Some feeds repeat the headline as the first line.
		paragraphs: first === headline ? others : [first, ...others],
	};
}

/** What a feed says of an item's article, whether or not it has its text. */
export function itemFields(
	feed: Pick<Feed, 'title' | 'language'>,
	item: FeedItem,
): Omit<ReadFields, 'headline' | 'paragraphs'> {
	const { url, publishedAt, updatedAt, authors, topics } = item;
	return {
		url,
		site: feed.title ?? (url === null ? null : new URL(url).hostname.replace(/^www\./u, '')),
		language: feed.language,
		deck: null,
		byline: [...authors],
		publishedAt,
		updatedAt: updatedAt === publishedAt ? null : updatedAt,
		capturedAt: null,
		caption: null,
		credit: null,
		topics: [...topics],
		related: [],
		comments: [],
	};
}
