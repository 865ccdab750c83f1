import { createHash } from 'node:crypto';
import type { Article } from '../../article.ts';
import { type Sentence, UserError } from '../../errors.ts';
import type { Shelf } from '../../shelves.ts';
import type { ArticleRecord, ArticleStore, ArticleView } from '../../stores/articles.ts';
import type { SourceSet, SourceStore } from '../../stores/sources.ts';
import type { ArticleReader } from '../article-reader.ts';
import { recordOf } from '../record.ts';
import { twinOf } from '../twins.ts';
import { readText } from './text.ts';

/** The bytes that a member added, and where they go. */
export interface Addition {
	readonly shelf: Shelf;
	readonly kind: 'link' | 'file' | 'text';
	/** What it is known by in the store. */
	readonly name: string;
	/** What it is called in a sentence about it. */
	readonly called: string;
	readonly bytes: Uint8Array;
	readonly mediaType: string | null;
	/** Where it was fetched from; null for a file or a text. */
	readonly address: string | null;
	/** The ids of the articles that it held when it was read before. */
	readonly held: readonly string[];
	/** Which reader reads it. */
	readonly reader: string;
}

/**
 * What was done with an article: 'new' is put on the shelf; 'same' and 'changed' were there from the same source;
 * 'here' is on the shelf from another source, or nearly the same text is; 'shared' is that on the shared shelf.
 */
export type TakenAs = 'new' | 'same' | 'changed' | 'here' | 'shared';

export interface TakenArticle {
	/** Of the article that is there now. */
	readonly id: string;
	readonly headline: string;
	readonly takenAs: TakenAs;
	/** Another address has nearly the same text, not the same one. */
	readonly twin: boolean;
}

export type ReadAddition =
	| { readonly kind: 'read'; readonly articles: readonly TakenArticle[] }
	| { readonly kind: 'refused'; readonly sentence: Sentence };

/** Articles of one file or address that are added; a folder takes more. */
const mostArticles = 25;

/**
 * Reads what a member added, and puts on the shelf what is not there already. Runs in the reading thread.
 * @throws what the store throws.
 */
export async function takeAddition(
	store: Pick<ArticleStore, 'seenBy'> & { sources(set: SourceSet): SourceStore },
	reader: ArticleReader,
	addition: Addition,
): Promise<ReadAddition> {
	const { shelf, kind, name, called, bytes, mediaType, address } = addition;
	let articles: readonly Article[];
	try {
		articles =
			kind === 'text'
				? await readText(reader, bytes, called)
				: await reader.readArticles(bytes, {
						name: called,
						...(mediaType === null ? {} : { mediaType }),
						...(address === null ? {} : { address }),
					});
	} catch (error) {
		if (error instanceof UserError) return { kind: 'refused', sentence: error.sentence };
		throw error;
	}
	if (articles.length === 0) return refused(`${called} holds no article.`);
	if (articles.length > mostArticles) {
		return refused(`${called} holds ${articles.length} articles: at most ${mostArticles} are added at once.`);
	}
	const view = store.seenBy(shelf);
	const placed = await Promise.all(articles.map((article) => place(article, view, addition)));
	const own = placed.flatMap(({ record, isOwn }) => (isOwn ? [record] : []));
	if (own.length > 0) {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const state = { name, size: bytes.length, modified: 0, sha256, reader: addition.reader };
		await store.sources({ shelf, kind }).put(own, state);
	}
	return { kind: 'read', articles: placed.map(({ taken }) => taken) };
}

interface Placed {
	readonly record: ArticleRecord;
	/** Whether this source holds it; otherwise it is there without it. */
	readonly isOwn: boolean;
	readonly taken: TakenArticle;
}

async function place(article: Article, view: ArticleView, addition: Addition): Promise<Placed> {
	const { headline } = article;
	const record = recordOf(article);
	const line = await view.line(article.id);
	if (line !== null) {
		if (line.shelf === addition.shelf && addition.held.includes(line.id)) {
			const takenAs = line.revision === article.revision ? 'same' : 'changed';
			return { record, isOwn: true, taken: { id: line.id, headline, takenAs, twin: false } };
		}
		return { record, isOwn: false, taken: joined(line, addition.shelf, false) };
	}
	const twin = await twinOf(record, view, (id) => addition.held.includes(id));
	if (twin !== null) return { record, isOwn: false, taken: joined(twin, addition.shelf, true) };
	const takenAs = addition.held.length > 0 ? 'changed' : 'new';
	return { record, isOwn: true, taken: { id: article.id, headline, takenAs, twin: false } };
}

function joined(
	{ id, headline, shelf }: { readonly id: string; readonly headline: string; readonly shelf: Shelf },
	own: Shelf,
	twin: boolean,
): TakenArticle {
	return { id, headline, takenAs: shelf === own ? 'here' : 'shared', twin };
}

function refused(sentence: string): ReadAddition {
	return { kind: 'refused', sentence: [sentence] };
}
