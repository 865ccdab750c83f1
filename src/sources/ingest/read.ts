import { createHash } from 'node:crypto';
import { parse } from 'node:path';
import type { Article } from '../../article.ts';
import { UserError } from '../../errors.ts';
import { type DiscussedPage, readDisqus } from '../../reading/disqus/discussions.ts';
import { isDisqusExport } from '../../reading/disqus/parse.ts';
import { articleOfItem } from '../../reading/feed/article.ts';
import { readOpml } from '../../reading/feed/opml.ts';
import { looksLikeFeed, parseFeed } from '../../reading/feed/parse.ts';
import { isOwnAddress } from '../../reading/own-address.ts';
import type { SourceStore } from '../../stores/sources.ts';
import type { ArticleReader } from '../article-reader.ts';
import { takeFile } from '../folder/take.ts';
import { recordOf } from '../record.ts';
import { type CommentsToJoin, withComments } from './comments.ts';
import type { Ingested, IngestedSource } from './ingested.ts';

/** What is to be read: a file of this machine, or what came from an address. */
export type ToIngest =
	| { readonly kind: 'file'; readonly path: string; readonly reader: string }
	| {
			readonly kind: 'fetched';
			readonly bytes: Uint8Array;
			readonly mediaType: string | null;
			readonly address: string;
			/** When it was fetched, in milliseconds since 1970; 0 where that is not known. */
			readonly at: number;
			/** The same as a text, where the article is to say it. */
			readonly fetchedAt: string | null;
			readonly reader: string;
	  }
	| CommentsToJoin;

/** Reads something for the archive; writes nothing. Runs in the reading thread. */
export async function readForArchive(reader: ArticleReader, given: ToIngest): Promise<Ingested> {
	try {
		switch (given.kind) {
			case 'file':
				return await fromFile(reader, given);
			case 'fetched':
				return await fromAddress(reader, given);
			case 'comments':
				return withComments(reader, given);
		}
	} catch (error) {
		if (error instanceof UserError) return { kind: 'refused', why: error.message };
		throw error;
	}
}

/** The name of a file among the sources: its path from the root on, with "/" between. */
export function sourceName(path: string): string {
	return path.slice(parse(path).root.length).replaceAll('\\', '/');
}

async function fromFile(
	reader: ArticleReader,
	{ path, reader: version }: Extract<ToIngest, { kind: 'file' }>,
): Promise<Ingested> {
	let addresses: readonly string[] = [];
	let discussed: readonly DiscussedPage[] = [];
	const sources: IngestedSource[] = [];
	const isFeedList = /\.opml$/iu.test(path);
	// What only leads to articles is read again each time.
	let isList = isFeedList;
	const readArticles: ArticleReader['readArticles'] = async (bytes, source) => {
		if (isDisqusExport(bytes)) {
			isList = true;
			discussed = readDisqus(bytes, source.name);
			return [];
		}
		if (!isFeedList) return reader.readArticles(bytes, source);
		addresses = readOpml(bytes, source.name).map(({ address }) => address);
		return [];
	};
	const folder = parse(path).root;
	const taken = await takeFile(
		collecting(sources),
		{ ...reader, readArticles },
		{ folder, name: sourceName(path), reader: version },
	);
	switch (taken.kind) {
		case 'unsettled':
			return { kind: 'unsettled' };
		case 'broken':
			return { kind: 'refused', why: taken.reason };
		case 'gone':
			return { kind: 'refused', why: `${path} is no longer there.` };
		default:
			return { kind: 'read', sources: isList ? [] : sources, addresses, discussed };
	}
}

/** A store of sources that knows none, and keeps what it is given in a list. */
function collecting(sources: IngestedSource[]): SourceStore {
	return {
		startReader: async () => {},
		lastReader: async () => null,
		list: async () => [],
		named: async () => [],
		count: async () => 0,
		holding: async () => [],
		put: async (records, state) => void sources.push({ state, records }),
		touch: async () => {},
		fail: async () => true,
		remove: async () => {},
	};
}

/** What is known of when a page was fetched is kept, unless it says itself when it was copied. */
function captured({ completeArticle }: ArticleReader, article: Article, fetchedAt: string | null): Article {
	if (fetchedAt === null || article.capturedAt !== null) return article;
	const { id: _id, revision: _revision, quotes: _quotes, source, ...read } = article;
	return completeArticle({ ...read, capturedAt: fetchedAt }, source);
}

async function fromAddress(
	reader: ArticleReader,
	{ bytes, mediaType, address, at, fetchedAt, reader: version }: Extract<ToIngest, { kind: 'fetched' }>,
): Promise<Ingested> {
	const start = new TextDecoder().decode(bytes.subarray(0, 4_096));
	const stateOf = (name: string, from: Uint8Array | string) => {
		const sha256 = createHash('sha256').update(from).digest('hex');
		return { name, size: from.length, modified: at, sha256, reader: version };
	};
	if (/<opml[\s>]/iu.test(start)) {
		const addresses = readOpml(bytes, address).map((feed) => feed.address);
		return { kind: 'read', sources: [], addresses, discussed: [] };
	}
	if (!looksLikeFeed(start)) {
		const articles = await reader.readArticles(bytes, {
			...{ name: address, address },
			...(mediaType === null ? {} : { mediaType }),
		});
		const state = stateOf(address, bytes);
		const records = articles.map((article) => recordOf(captured(reader, article, fetchedAt)));
		return { kind: 'read', sources: [{ state, records }], addresses: [], discussed: [] };
	}
	const feed = parseFeed(bytes, { address, name: address, mediaType });
	const sources: IngestedSource[] = [];
	const addresses: string[] = [];
	for (const item of feed.items) {
		// Of an article of another site only that site can tell the text.
		const isOwn = item.url === null || isOwnAddress(item.url, address);
		const fields = isOwn ? articleOfItem(feed, item) : null;
		if (fields !== null) {
			const name = item.url ?? `${address} ${item.id}`;
			const state = stateOf(name, JSON.stringify([fields.headline, fields.paragraphs]));
			const article = reader.completeArticle(fields, { kind: 'feed', name, sha256: state.sha256 });
			sources.push({ state, records: [recordOf(article)] });
		} else if (item.url !== null) addresses.push(item.url);
	}
	return { kind: 'read', sources, addresses, discussed: [] };
}
