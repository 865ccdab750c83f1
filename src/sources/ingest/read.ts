import { createHash } from 'node:crypto';
import { parse } from 'node:path';
import type { Article } from '../../article.ts';
import { UserError } from '../../errors.ts';
import { startOf } from '../../reading/decode.ts';
import { readDisqus } from '../../reading/disqus/discussions.ts';
import { readOpml } from '../../reading/feed/opml.ts';
import { looksLikeFeed, parseFeed } from '../../reading/feed/parse.ts';
import { NotArticles } from '../../reading/not-articles.ts';
import type { SourceStore } from '../../stores/sources.ts';
import type { ArticleReader } from '../article-reader.ts';
import { articleFromFeed } from '../feeds/from-feed.ts';
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
	const leads: Leads[] = [];
	const sources: IngestedSource[] = [];
	const readArticles: ArticleReader['readArticles'] = async (bytes, source) => {
		try {
			return await reader.readArticles(bytes, source);
		} catch (error) {
			leads.push(leadsIn(error, bytes, source.name));
			return [];
		}
	};
	const folder = parse(path).root;
	const taken = await takeFile(
		collecting(sources),
		{ ...reader, readArticles },
		{ folder, name: sourceName(path), reader: version, mayBeEmpty: true },
	);
	switch (taken.kind) {
		case 'unsettled':
			return { kind: 'unsettled' };
		case 'broken':
			return { kind: 'refused', why: withPath(taken.reason, path) };
		case 'gone':
			return { kind: 'refused', why: `${path} is no longer there.` };
		default:
			// What only leads to articles is read again each time.
			return {
				...{ kind: 'read', isPage: false, ...nowhere, ...leads[0] },
				sources: leads.length > 0 ? [] : sources,
			};
	}
}

/** Where there is more than was read. */
type Leads = Pick<Extract<Ingested, { kind: 'read' }>, 'addresses' | 'discussed'>;

const nowhere: Leads = { addresses: [], discussed: [] };

/** Where bytes lead that hold no article themselves. @throws the error where they lead nowhere. */
function leadsIn(error: unknown, bytes: Uint8Array, name: string): Leads {
	if (!(error instanceof NotArticles)) throw error;
	return error.holds === 'comments'
		? { ...nowhere, discussed: readDisqus(bytes, name) }
		: { ...nowhere, addresses: readOpml(bytes, name).map(({ address }) => address) };
}

/** A sentence about a file begins with its name among the sources, which is no path that can be opened. */
function withPath(reason: string, path: string): string {
	const name = sourceName(path);
	return reason.startsWith(name) ? path + reason.slice(name.length) : reason;
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
	given: Extract<ToIngest, { kind: 'fetched' }>,
): Promise<Ingested> {
	const { bytes, mediaType, address, at, fetchedAt, reader: version } = given;
	if (looksLikeFeed(startOf(bytes))) return fromFeed(reader, given);
	try {
		const source = { name: address, address, ...(mediaType === null ? {} : { mediaType }) };
		const articles = await reader.readArticles(bytes, source);
		const records = articles.map((article) => recordOf(captured(reader, article, fetchedAt)));
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const state = { name: address, size: bytes.length, modified: at, sha256, reader: version };
		return { kind: 'read', isPage: true, ...nowhere, sources: [{ state, records }] };
	} catch (error) {
		return { kind: 'read', isPage: false, sources: [], ...leadsIn(error, bytes, address) };
	}
}

function fromFeed(
	reader: ArticleReader,
	{ bytes, mediaType, address, at, reader: version }: Extract<ToIngest, { kind: 'fetched' }>,
): Ingested {
	const feed = { ...parseFeed(bytes, { address, name: address, mediaType }), address };
	const sources: IngestedSource[] = [];
	const addresses: string[] = [];
	for (const item of feed.items) {
		const article = articleFromFeed(reader, feed, item);
		if (article !== null) {
			const { name, sha256 } = article.source;
			const state = { name, size: 0, modified: at, sha256, reader: version };
			sources.push({ state, records: [recordOf(article)] });
		} else if (item.url !== null) addresses.push(item.url);
	}
	return { kind: 'read', isPage: false, ...nowhere, sources, addresses };
}
