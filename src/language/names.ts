/** The gender that a name, a title or a pronoun shows. */
export type Gender = 'm' | 'f';

/**
 * What a name is of. A "word" has a capital only because it starts a sentence; a "named thing" has an article before
 * it ("the Orrin brand"), which says little about other places where it has none.
 */
export type NameKind = 'person' | 'body' | 'place' | 'unknown' | 'word' | 'named thing';

/** One occurrence of a name, without the titles before it. Token numbers are half-open. */
export interface Name {
	paragraph: number;
	/** Where the titles start that are directly before the name (equal to `first` where there are none). */
	titleFirst: number;
	first: number;
	after: number;
	words: string[];
	kind: NameKind;
	gender: Gender | null;
	/** The gender is that of a title or noun before it, not only what the first name suggests. */
	genderShown: boolean;
	/** The first name is one that English papers know best for this gender. */
	genderKnown?: boolean;
	/** An honorific or an office is before it. */
	titled: boolean;
	/** The number of the span that it is in, or -1. */
	inside: number;
	/** It starts a sentence, so that its capital shows nothing. */
	starts: boolean;
}
