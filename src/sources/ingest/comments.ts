import { createHash } from 'node:crypto';
import type { Article, Comment } from '../../article.ts';
import type { ArticleReader } from '../article-reader.ts';
import { recordOf } from '../record.ts';
import type { Ingested } from './ingested.ts';

/** Comments that are put under an article. */
export interface CommentsToJoin {
	readonly kind: 'comments';
	/** The page that they are from. */
	readonly name: string;
	readonly article: Article;
	readonly comments: readonly Comment[];
	readonly reader: string;
}

/** The article with these comments beside its own, each once. Runs in the reading thread. */
export function withComments(
	{ completeArticle }: ArticleReader,
	{ name, article, comments, reader }: CommentsToJoin,
): Ingested {
	const { id: _id, revision: _revision, quotes: _quotes, source, ...read } = article;
	const key = ({ author, text }: Comment) => `${author}\n${text.replace(/\s+/gu, ' ')}`;
	const given = new Set(comments.map(key));
	const all = [...article.comments.filter((own) => !given.has(key(own))), ...comments];
	const record = recordOf(completeArticle({ ...read, comments: all }, source));
	const sha256 = createHash('sha256').update(JSON.stringify(all)).digest('hex');
	const state = { name, size: all.length, modified: 0, sha256, reader };
	return {
		kind: 'read',
		isPage: false,
		sources: [{ state, records: [record] }],
		addresses: [],
		discussed: [],
	};
}
