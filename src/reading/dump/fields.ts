import type { Article } from '../../article.ts';

/** What a dump says of an article; the rest of an Article is added by whoever knows the source. */
export type DumpFields = Omit<Article, 'id' | 'revision' | 'source' | 'language' | 'quotes' | 'unsure'>;

export function emptyFields(): DumpFields {
	return {
		...{ url: null, site: null, headline: '', deck: null, byline: [] },
		...{ publishedAt: null, updatedAt: null, capturedAt: null, caption: null, credit: null },
		...{ paragraphs: [], topics: [], related: [], comments: [] },
	};
}
