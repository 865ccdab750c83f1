import { createHash } from 'node:crypto';
import type { Article } from '../../article.ts';
import { articleOfItem } from '../../reading/feed/article.ts';
import type { Feed, FeedItem } from '../../reading/feed/feed.ts';
import { isOwnAddress } from '../../reading/own-address.ts';
import type { ArticleReader } from '../article-reader.ts';

/** What an item is known by among the sources: its address, or its feed and id. */
export function nameOfItem(item: Pick<FeedItem, 'url' | 'id'>, feedAddress: string): string {
	return item.url ?? `${feedAddress} ${item.id}`;
}

/**
 * The article of an item that a feed has whole, else null; of an article of another site only that site itself can tell
 * the text. @throws UserError where it is larger than any article.
 */
export function articleFromFeed(
	{ completeArticle }: Pick<ArticleReader, 'completeArticle'>,
	feed: Pick<Feed, 'title' | 'language'> & { readonly address: string },
	item: FeedItem,
): Article | null {
	if (item.url !== null && !isOwnAddress(item.url, feed.address)) return null;
	const fields = articleOfItem(feed, item);
	if (fields === null) return null;
	const text = JSON.stringify([fields.headline, fields.paragraphs]);
	const sha256 = createHash('sha256').update(text).digest('hex');
	return completeArticle(fields, { kind: 'feed', name: nameOfItem(item, feed.address), sha256 });
}
