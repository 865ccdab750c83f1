import type { SearchQuery } from '../../language/retrieval/search-query.ts';
import type { SearchQuery as StoreQuery } from '../../stores/search.ts';
import type { SeenView } from '../corrections/view.ts';
import type { FoundPage, SearchRequest } from '../found.ts';

/** What one kind of search needs to know. */
export interface Search {
	readonly archive: SeenView;
	readonly query: SearchQuery;
	/** The same for the store, without a limit. */
	readonly stored: Omit<StoreQuery, 'limit'>;
	readonly request: SearchRequest;
	readonly page: number;
	readonly onPage: number;
	/** Whether this kind alone is asked for. */
	readonly isAlone: boolean;
}

export const nothingFound = { hits: [], total: 0, more: false, pages: 1 } satisfies FoundPage<never>;
