import type { ArticleLine, Utterance } from '../stores/articles.ts';
import type { CorrectedWord, FoundUtterance } from './found.ts';

/** Which quotations are asked for. */
export interface QuoteQuery {
	/** Any part of a name, as typed or as autocomplete gave it. */
	readonly speaker?: string;
	/** Words of the utterance or of the text around it, in any form; slips are tolerated. */
	readonly about?: string;
	readonly article?: string;
}

/** The quotations that were found, by speaker. */
export interface QuoteAnswer {
	/** The one article that was asked about, or null for the whole library. */
	readonly article: ArticleLine | null;
	/** The one speaker that the given name means; null where it means several, or none was given. */
	readonly speaker: string | null;
	/** The people that the given name means, where these are several, most quoted first; else empty. */
	readonly several: readonly MeantSpeaker[];
	/** The words that were looked for, folded and after slips were corrected; null where none were asked for. */
	readonly about: readonly string[] | null;
	/** Most quoted first; those without a known speaker last. Utterances in reading order, newest article first. */
	readonly groups: readonly SpeakerGroup[];
	/** How many utterances match, even where `groups` holds only the newest of them. */
	readonly total: number;
	/** Whether more than `total` may match: common words are counted only so far. */
	readonly more: boolean;
	/** Where few have all of the words that were asked for: those that have some, best first within a speaker. */
	readonly partly: readonly SpeakerGroup[];
	/** Words that were typed with a slip, each with the one that it was taken for. */
	readonly corrected: readonly CorrectedWord[];
	/** What articles said before they were changed, the latest removed first; in the whole library only where a
	 * speaker or words were asked for. */
	readonly former: readonly FormerQuote[];
}

/** A person that a part of a name may mean. */
export interface MeantSpeaker {
	readonly speaker: string;
	readonly role: string | null;
	/** How many quotations of theirs there are, whatever else was asked for. */
	readonly count: number;
}

/** An utterance that its article no longer has: it was edited away. */
export interface FormerQuote extends Utterance {
	/** When the article was changed and lost it; ISO 8601. */
	readonly until: string;
}

export interface SpeakerGroup {
	readonly speaker: string | null;
	readonly role: string | null;
	readonly count: number;
	readonly utterances: readonly FoundUtterance[];
}
