/** What a search looks for, in words that are folded and stemmed by the archive. */
export interface SearchTerms {
	/** Rows of words: of each row one has to be there. */
	readonly all: readonly (readonly string[])[];
	/** None of these may be there. */
	readonly none: readonly string[];
	/**
	 * Pairs of neighbouring words (`pairsOf`), all of which have to be there. Two pairs may share a token, and a pair says
	 * nothing of the order, so what is found has to be looked at.
	 */
	readonly pairs: readonly string[];
}

/** Where a search looks. */
export interface SearchScope {
	/** The folded key of a topic that the article has. */
	readonly topic?: string;
	/** The article is from then on, and from before then: milliseconds since 1970. */
	readonly since?: number;
	readonly until?: number;
}

export interface SearchQuery extends SearchTerms, SearchScope {
	/** 0 only asks whether there is something: the total is then 0 or 1. */
	readonly limit: number;
}

/** What was found. Of very many that match, those added last are looked at and counted. */
export interface Searched<Item> {
	/** Those of the newest articles first. */
	readonly found: readonly Item[];
	readonly total: number;
	/** Whether there may be more than `total`. */
	readonly more: boolean;
}
