import { LRUCache } from 'lru-cache';
import type { KeptArticle } from '../../article.ts';
import type { ArticleView } from '../../stores/articles.ts';
import type { ArticleLine } from '../library.ts';

/** Something that follows from the text of an article alone and takes long to work out. */
export interface Reading<Result extends object> {
	of(article: KeptArticle): Result;
	/** Of how many articles it is kept. */
	readonly most: number;
}

/** What was worked out of articles, kept for each revision: it stays true whatever else the library takes in. */
export interface Readings {
	/** @param line of the article. @returns null where the article has gone. */
	get<Result extends object>(
		reading: Reading<Result>,
		archive: Pick<ArticleView, 'article' | 'edition'>,
		line: ArticleLine,
	): Promise<Result | null>;
}

/** One for a process. */
export function openReadings(): Readings {
	const all = new Map<Reading<object>, LRUCache<string, object>>();
	const keptOf = (reading: Reading<object>) => {
		const kept = all.get(reading) ?? new LRUCache<string, object>({ max: reading.most });
		all.set(reading, kept);
		return kept;
	};
	return {
		async get<Result extends object>(
			reading: Reading<Result>,
			archive: Pick<ArticleView, 'article' | 'edition'>,
			{ id, revision, shelf }: ArticleLine,
		) {
			const kept = keptOf(reading);
			const edition = archive.edition();
			const key = `${edition}:${shelf ?? ''}:${id}@${revision}`;
			const there = kept.get(key);
			// The reading determines the type.
			if (there !== undefined) return there as Result;
			const article = await archive.article(id);
			if (article === null) return null;
			const result = reading.of(article);
			// Else it is of what came between: another text, or a correction that others do not have.
			if (article.revision === revision && archive.edition() === edition) kept.set(key, result);
			return result;
		},
	};
}
