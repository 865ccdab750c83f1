import type { Article } from '../../article.ts';
import { UserError } from '../../errors.ts';
import type { Feed, FeedItem } from '../../reading/feed/feed.ts';
import type { ArticleRecord } from '../../stores/articles.ts';
import type { Filters } from '../../stores/feeds.ts';
import type { SourceSet, SourceStore } from '../../stores/sources.ts';
import type { ArticleReader } from '../article-reader.ts';
import { recordOf } from '../record.ts';
import { isRemoved } from '../removed.ts';
import { type LeftOut, leftOutBy } from './filters.ts';
import { articleFromFeed, nameOfItem } from './from-feed.ts';

/** The sources of a shelf that feeds have brought. */
export const feedSource = 'feed';

/** Who gets an article, unless their filters leave it out. */
export interface Getter {
	/** The number of the subscription. */
	readonly id: number;
	readonly server: string;
	readonly filters: Filters;
}

/** A page as it was fetched. */
export interface FetchedPage {
	readonly bytes: Uint8Array;
	readonly mediaType: string | null;
	readonly address: string;
}

/** What became of an item. */
export type TakenItem =
	/** It was read; `leftOut` holds the subscriptions whose filters left it out, and why. */
	| {
			readonly kind: 'read';
			readonly headline: string;
			readonly takenBy: readonly number[];
			readonly leftOut: readonly (LeftOut & { readonly id: number })[];
	  }
	/** The feed has only its beginning: its page is to be fetched. */
	| { readonly kind: 'teaser' }
	/** There is no article in it; one sentence. */
	| { readonly kind: 'unreadable'; readonly why: string };

export interface ItemToTake {
	readonly feed: Pick<Feed, 'title' | 'language'> & { readonly address: string };
	readonly item: FeedItem;
	/** Its page; null to take what the feed has. */
	readonly page: FetchedPage | null;
	readonly getters: readonly Getter[];
	/** Whether it is only looked at: nothing is put on a shelf. */
	readonly dry: boolean;
	/** Which reader reads it. */
	readonly reader: string;
}

/** Reads an item and puts its article on the shelf of each server that takes it in. @throws what the store throws. */
export async function takeItem(
	store: { sources(set: SourceSet): SourceStore },
	reader: ArticleReader,
	{ feed, item, page, getters, dry, reader: version }: ItemToTake,
): Promise<TakenItem> {
	const name = nameOfItem(item, feed.address);
	let article: Article | null;
	try {
		article = page === null ? articleFromFeed(reader, feed, item) : await fromPage(reader, item, page);
	} catch (error) {
		if (error instanceof UserError) return { kind: 'unreadable', why: error.message };
		throw error;
	}
	if (article === null) return { kind: 'teaser' };
	const record = recordOf(article);
	const takenBy: number[] = [];
	const leftOut: (LeftOut & { id: number })[] = [];
	for (const { id, server, filters } of getters) {
		const why = leftOutBy(filters, record);
		if (why !== null) {
			leftOut.push({ ...why, id });
			continue;
		}
		const sources = store.sources({ shelf: server, kind: feedSource });
		// Somebody has removed it there: it does not come back.
		if (isRemoved((await sources.named([name]))[0])) continue;
		if (!dry) await put(sources, record, name, version);
		takenBy.push(id);
	}
	return { kind: 'read', headline: article.headline, takenBy, leftOut };
}

async function put(sources: SourceStore, record: ArticleRecord, name: string, reader: string): Promise<void> {
	const { sha256 } = record.article.source;
	await sources.put([record], { name, size: 0, modified: 0, sha256, reader });
}

/** The article of a page; what the page does not say of it, and the feed does, comes from there. */
async function fromPage(reader: ArticleReader, item: FeedItem, page: FetchedPage): Promise<Article | null> {
	const [article] = await reader.readArticles(page.bytes, {
		name: page.address,
		...(page.mediaType === null ? {} : { mediaType: page.mediaType }),
		address: page.address,
	});
	if (article === undefined) throw new UserError('There is no article on its page.');
	const { id: _id, revision: _revision, source, quotes: _quotes, ...read } = article;
	const isKnown = read.publishedAt !== null && read.byline.length > 0 && read.topics.length > 0;
	if (isKnown) return article;
	return reader.completeArticle(
		{
			...read,
			publishedAt: read.publishedAt ?? item.publishedAt,
			byline: read.byline.length > 0 ? read.byline : [...item.authors],
			topics: read.topics.length > 0 ? read.topics : [...item.topics],
		},
		source,
	);
}
