import type { Utterance } from './records.ts';

/** Which utterances are asked for. */
export interface UtteranceQuery {
	/** Keys of speakers; undefined for all, known or not. */
	readonly speakers?: readonly string[];
	/** The id of an article. */
	readonly article?: string;
	/** Folded words, all of which must be there; stemmed by the archive. A few: each costs time. */
	readonly about?: readonly string[];
	/** With words, a limit of 0 only asks whether any has them: the total is then 0 or more. */
	readonly limit: number;
	/** Where fewer than this have all of several words, as many with some of them are given as well. */
	readonly partly?: number;
}

export interface ArchivedUtterance extends Utterance {
	readonly speakerKey: string | null;
}

export interface FoundUtterances {
	readonly utterances: readonly ArchivedUtterance[];
	/** How many match, of the speakers among `utterances`; null is for those whose speaker is not known. */
	readonly counts: ReadonlyMap<string | null, number>;
	readonly total: number;
	/** Whether more than `total` may match: of many, those added last are looked at and counted. */
	readonly more: boolean;
	/** Those with most of the words first; of as many, those with rarer ones. */
	readonly partly: readonly PartlyFound[];
}

export interface PartlyFound {
	readonly utterance: ArchivedUtterance;
	/** Which of the words looked for it, or the text around it, has. */
	readonly words: readonly string[];
}

/** Utterances are asked for that have some of many words. */
export interface LikeQuery extends Pick<UtteranceQuery, 'speakers' | 'article'> {
	/** Folded words, stemmed by the archive; of more than 24 the first. */
	readonly words: readonly string[];
	readonly limit: number;
}

export interface LikeUtterances {
	readonly found: readonly LikeUtterance[];
	/**
	 * How much each of the words tells, in bits: a rarer one more; those that are nowhere are left out. Where many
	 * have a word, it is estimated from those added last.
	 */
	readonly rarity: ReadonlyMap<string, number>;
}

export interface LikeUtterance {
	readonly utterance: ArchivedUtterance;
	/** More for more and for rarer words; comparable within one answer. */
	readonly shared: number;
}

/** Utterances are asked for that articles had before they were changed. */
export interface FormerQuery {
	/** The id of an article. */
	readonly article?: string;
	/** Folded words of the speaker's name, each whole or begun. */
	readonly speaker?: readonly string[];
	/** Folded words, as in `UtteranceQuery`. */
	readonly about?: readonly string[];
	/** With words, a limit of 0 only asks whether any has them: the total is then 0 or more. */
	readonly limit: number;
}

export interface FormerUtterance extends ArchivedUtterance {
	/** When the article was changed and lost it; ISO 8601. */
	readonly until: string;
}
