import type { DiscussedPage } from '../../reading/disqus/discussions.ts';
import type { ArticleRecord } from '../../stores/articles.ts';
import type { SourceState } from '../../stores/sources.ts';

/** What a source holds, to be put into the archive. */
export interface IngestedSource {
	readonly state: SourceState;
	readonly records: readonly ArticleRecord[];
}

export type Ingested =
	| {
			readonly kind: 'read';
			/**
			 * Whether it is one page. A page is known by the address that was asked for, wherever that led; a feed is not, however
			 * few items it has, and is asked again for its new ones.
			 */
			readonly isPage: boolean;
			readonly sources: readonly IngestedSource[];
			/** Where there is more: the feeds of a list, the pages of a feed's items. */
			readonly addresses: readonly string[];
			/** Comments that are to be put under their articles. */
			readonly discussed: readonly DiscussedPage[];
	  }
	/** One sentence. */
	| { readonly kind: 'refused'; readonly why: string }
	/** The file is being written to: ask again in a moment. */
	| { readonly kind: 'unsettled' };
