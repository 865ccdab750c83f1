import { UserError } from '../../errors.ts';
import type { FeedItem } from '../../reading/feed/feed.ts';
import { parseFeed } from '../../reading/feed/parse.ts';

/** A feed to be read. */
export interface FeedToRead {
	readonly bytes: Uint8Array;
	readonly mediaType: string | null;
	readonly address: string;
	/** For messages. */
	readonly name: string;
	/** Ids of items that are known; null where only the ids are wanted. */
	readonly seen: readonly string[] | null;
}

/** What a feed holds, as far as it is wanted. */
export interface ReadFeed {
	readonly kind: 'feed';
	readonly title: string | null;
	readonly site: string | null;
	readonly language: string | null;
	readonly asksFor: number | null;
	/** Of all its items, the first of the feed first. */
	readonly ids: readonly string[];
	/** When they were published, in milliseconds since 1970, as far as it says. */
	readonly dates: readonly number[];
	/** Those that are not known: at most `mostFresh`, the first of the feed first. */
	readonly fresh: readonly FeedItem[];
}

/** One sentence. */
export interface NoFeed {
	readonly kind: 'none';
	readonly why: string;
}

/** New items of one poll: more than any feed has in a day. */
export const mostFresh = 60;

/** Reads a feed. Runs in the reading thread, so it returns what is wrong instead of throwing it. */
export function readFeed({ bytes, mediaType, address, name, seen }: FeedToRead): ReadFeed | NoFeed {
	try {
		const { title, site, language, asksFor, items } = parseFeed(bytes, { address, name, mediaType });
		const known = new Set(seen);
		return {
			...{ kind: 'feed', title, site, language, asksFor },
			ids: items.map(({ id }) => id),
			dates: items.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [Date.parse(publishedAt)])),
			fresh: seen === null ? [] : items.filter(({ id }) => !known.has(id)).slice(0, mostFresh),
		};
	} catch (error) {
		if (error instanceof UserError) return { kind: 'none', why: error.message };
		throw error;
	}
}
