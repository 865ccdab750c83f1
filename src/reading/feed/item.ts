import { sha256 } from '../identity.ts';
import { type FeedItem, mostItems } from './feed.ts';
import { plainLine } from './text.ts';

/** What the forms of feeds have of an item, before it is tidied. */
export interface RawItem {
	readonly id: string | undefined;
	/** Resolved by `webAddress`. */
	readonly url: string | null;
	readonly headline: string | undefined;
	readonly publishedAt: string | null;
	readonly updatedAt: string | null;
	readonly authors: readonly (string | undefined)[];
	readonly topics: readonly (string | undefined)[];
	readonly content: string | undefined;
	readonly description: string | undefined;
}

const most = { authors: 20, topics: 50, idLength: 16 };

/** Tidies items: each id once, at most `mostItems`. What has neither an address nor a headline is dropped. */
export function tidied(raw: readonly RawItem[]): {
	readonly items: readonly FeedItem[];
	readonly more: number;
} {
	const items = new Map<string, FeedItem>();
	for (const one of raw.slice(0, mostItems)) {
		const item = itemOf(one);
		if ((item.url !== null || item.headline !== null) && !items.has(item.id)) items.set(item.id, item);
	}
	return { items: [...items.values()], more: Math.max(0, raw.length - mostItems) };
}

function itemOf({ id, url, headline, content, description, authors, topics, ...dates }: RawItem): FeedItem {
	const title = plainLine(headline);
	return {
		// What a feed calls an item is kept for a long time, so only a digest of it is.
		id: sha256(id?.trim() || url || (title ?? '')).slice(0, most.idLength),
		url,
		headline: title,
		...dates,
		authors: lines(authors, most.authors).map(personName),
		topics: lines(topics, most.topics),
		content: content?.trim() || null,
		description: description?.trim() || null,
	};
}

function lines(texts: readonly (string | undefined)[], limit: number): string[] {
	return [...new Set(texts.slice(0, 2 * limit).flatMap((text) => plainLine(text) ?? []))].slice(0, limit);
}

/** RSS has the address of an author in front of the name: "desk@site.example (Mara Quill)". */
function personName(text: string): string {
	return /^\S+@\S+\s*\((.+)\)$/u.exec(text)?.[1] ?? text;
}
