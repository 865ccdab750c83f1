/** A feed as it was read: where it comes from, what it asks for, and its items. Unknown is null. */
export interface Feed {
	readonly kind: 'rss' | 'rdf' | 'atom' | 'json';
	readonly title: string | null;
	/** The page of its site. */
	readonly site: string | null;
	/** BCP 47. */
	readonly language: string | null;
	/** Milliseconds that it asks to leave between two requests (ttl, sy:updatePeriod). */
	readonly asksFor: number | null;
	/** In the order of the feed, each id once; at most `mostItems`. */
	readonly items: readonly FeedItem[];
	/** How many items there are beyond these. */
	readonly more: number;
}

export interface FeedItem {
	/** Tells it from all others of its feed, and is short. */
	readonly id: string;
	/** Its page: http or https, without a fragment. */
	readonly url: string | null;
	readonly headline: string | null;
	/** ISO 8601. */
	readonly publishedAt: string | null;
	readonly updatedAt: string | null;
	readonly authors: readonly string[];
	readonly topics: readonly string[];
	/** HTML, where the form has a place for whole texts (content:encoded, content). */
	readonly content: string | null;
	/** HTML, where teasers are put, and in older feeds whole texts. */
	readonly description: string | null;
}

/** Items of one feed; an archive of thousands is no feed. */
export const mostItems = 500;

/** Bytes of a feed: those of news sites have a tenth. */
export const longestFeed = 4 * 1024 * 1024;
