import type { Weighed } from '../language/compare/meaning.ts';
import type { OddCharacter } from '../language/compare/odd.ts';
import type { ArticleLine, Utterance } from '../library/library.ts';
import type { PostedQuote, PostedQuotes } from './posted.ts';

/**
 * What a posted quote is found to be. It says what was compared, and judges nobody: what is not in the library is
 * "not found", never false.
 */
export type Verdict =
	| 'word for word'
	| 'words changed'
	| 'stitched together'
	| 'said by somebody else'
	| 'written, not said'
	| 'no longer in the article'
	| 'not found';

/** A place of an article, in its present text or in an earlier one. */
export interface FoundPlace {
	readonly article: ArticleLine;
	readonly where: 'paragraph' | 'headline' | 'deck' | 'caption' | 'comment';
	/** Counted from 0; null in a headline, deck, caption or comment. */
	readonly paragraph: number | null;
	/** Whether the words stand in quotation marks there, are the reporter's, or a reader's. */
	readonly kind: 'said' | 'written' | 'comment';
	/** Of what was said; null where the article names nobody clearly. Of a comment its author. */
	readonly speaker: string | null;
	readonly role: string | null;
	/** Left out unless the server's managers gave this name. */
	readonly corrected?: { readonly was: string | null };
	/** When the article was changed and lost the words, ISO 8601; null where it has them. */
	readonly until: string | null;
}

/** Text of an article in its order: words said, without their marks, and the text around them. */
export interface ShownPart {
	readonly kind: 'said' | 'around';
	readonly text: string;
	/** What the posted words left out, replaced or moved: UTF-16 offsets into `text`, half-open, in order. */
	readonly changed: readonly TextRange[];
}

export interface TextRange {
	readonly start: number;
	readonly end: number;
}

export interface CheckedEdit {
	readonly kind: 'left out' | 'put in' | 'replaced' | 'swapped';
	readonly weighs: Weighed;
	/** As they were posted, and as the article has them; one may be empty. */
	readonly posted: string;
	readonly original: string;
}

/** A part of a posted quote, or all of it, with what the article has. */
export interface CheckedPiece {
	readonly place: FoundPlace;
	/** The whole sentences that it is out of. */
	readonly sentence: readonly ShownPart[];
	/** Negations first, then numbers, then the others in the order of the text. */
	readonly edits: readonly CheckedEdit[];
	/** Said in the same sentence before and behind it, and not posted; whether that denies something or counts. */
	readonly cut: { readonly before: string; readonly after: string; readonly weighs: Weighed };
	/** What the article has between this piece and the next, where that is behind it in the same text. */
	readonly between: { readonly text: string; readonly weighs: Weighed } | null;
	/** How the piece was posted, with what the article does not have there. */
	readonly posted: { readonly text: string; readonly changed: readonly TextRange[] };
}

export interface CheckedQuote {
	readonly posted: PostedQuote;
	readonly verdict: Verdict;
	/** Whether all pieces that somebody said are by another than the name under which it was posted. */
	readonly isByAnother: boolean;
	/** In the order of the posted text. */
	readonly pieces: readonly CheckedPiece[];
	/** Characters that hide a difference or look like others. */
	readonly odd: readonly OddCharacter[];
	/** Where nothing was found: the nearest thing that this name said, or that anybody did; by its words. */
	readonly nearest: Utterance | null;
}

export interface CheckAnswer extends Pick<PostedQuotes, 'by' | 'more'> {
	readonly checked: readonly CheckedQuote[];
	/** What was compared. */
	readonly compared: {
		/** The only article that was compared, or null for all that this server sees. */
		readonly article: ArticleLine | null;
		readonly articles: number;
		/** The dates of the first and the last article; null where there are none. */
		readonly dates: { readonly first: string; readonly last: string } | null;
	};
}
