import type { KeptArticle } from '../article.ts';
import type { Shelf } from '../shelves.ts';

/** An article in one line of a list. */
export interface ArticleLine {
	readonly id: string;
	readonly revision: string;
	/** Where it is. */
	readonly shelf: Shelf;
	readonly headline: string;
	readonly site: string | null;
	readonly url: string | null;
	/** ISO 8601 with offset: published, else captured, else added to the library. */
	readonly at: string;
	readonly atIs: 'published' | 'captured' | 'added';
	/** When the text was last changed since it was added; null where it never was. */
	readonly changedAt: string | null;
	readonly counts: Counts;
	/** Whether the reader was unsure of the headline or of the text. */
	readonly unsure?: boolean;
}

/** Articles that were added lately. */
export interface AddedLines {
	readonly lines: readonly ArticleLine[];
	/** How many were added; counted up to a thousand a shelf. */
	readonly total: number;
	/** Whether there are more than that. */
	readonly more: boolean;
}

export interface Counts {
	readonly paragraphs: number;
	/** Utterances: a split quotation counts once. */
	readonly quotes: number;
	readonly speakers: number;
	/** Empty comments are not counted. */
	readonly comments: number;
}

/** One thing said: a quotation with the segments it was split into and what was between them. */
export interface Utterance {
	readonly article: ArticleLine;
	/** Null where the speaker is not known well enough. */
	readonly speaker: string | null;
	readonly role: string | null;
	readonly cue: string | null;
	/** Of the first segment, counted from 0. */
	readonly paragraph: number;
	readonly kind: 'quote' | 'fragment';
	/**
	 * In order: the words inside the marks ("said"), and the text between two segments ("between"), word for
	 * word. A fragment has the rest of its sentence around it as "between".
	 */
	readonly parts: readonly UtterancePart[];
	/**
	 * The directive that leads a browser to it on the publisher's page, to be put behind "#:~:"; left out where the
	 * article has no address, or nothing leads to that place alone.
	 */
	readonly fragment?: string;
	/** Left out unless the server that sees it corrected the speaker: whom the reader took for the one who said it. */
	readonly corrected?: { readonly was: string | null };
}

export interface UtterancePart {
	readonly kind: 'said' | 'between';
	readonly text: string;
	/** Its paragraph, counted from 0; left out where that is the paragraph of the part before it. */
	readonly paragraph?: number;
	/** The article closes these marks only in a later paragraph. */
	readonly open?: boolean;
}

/** What was said in an utterance, word for word: a text for each segment, in order. */
export const saidIn = ({ parts }: Pick<Utterance, 'parts'>): string[] =>
	parts.flatMap(({ kind, text }) => (kind === 'said' ? [text] : []));

export interface SpeakerCount {
	readonly speaker: string;
	readonly role: string | null;
	readonly quotes: number;
}

export interface TopicCount {
	readonly topic: string;
	readonly articles: number;
}

/** A count of one month: "2031-05", in UTC. */
export interface MonthCount {
	readonly month: string;
	readonly count: number;
}

/** What the articles of one month are about. */
export interface MonthOfTopics {
	readonly month: string;
	readonly articles: number;
	/** Most articles first. */
	readonly topics: readonly TopicCount[];
}

/** The articles that quote somebody. */
export interface QuotedIn {
	readonly articles: number;
	/** Most articles first. */
	readonly topics: readonly string[];
}

export interface LibraryStatus {
	readonly articles: number;
	readonly quotes: number;
	readonly speakers: number;
	readonly comments: number;
	readonly broken: readonly { readonly name: string; readonly reason: string; readonly at: string }[];
}

/** An article with everything that the archive keeps to find it by. */
export interface ArticleRecord {
	readonly article: KeptArticle;
	/** Without the time of adding and the shelf, which the store knows. */
	readonly line: Omit<ArticleLine, 'at' | 'atIs' | 'changedAt' | 'shelf'>;
	/** Published, else captured; null where the article says neither. */
	readonly at: { readonly at: string; readonly atIs: 'published' | 'captured' } | null;
	readonly utterances: readonly RecordedUtterance[];
	readonly topics: readonly { readonly key: string; readonly name: string }[];
	/** Each pair of neighbouring words of its text and comments once, as `pairsOf` gives them. */
	readonly pairs: readonly string[];
	/** Folded words of its headline, deck and text, each once, and those of its comments. */
	readonly searchedText: string;
	readonly searchedComments: string;
}

/** An utterance as it is kept: under its article, with the key that joins its speaker across articles. */
export interface RecordedUtterance extends Omit<Utterance, 'article'> {
	readonly speakerKey: string | null;
	/** Its first words, folded, at most 48 characters. */
	readonly begins: string;
	/** Folded words that it is found by. */
	readonly searched: string;
	/** Each pair of neighbouring words of what was said once, as `pairsOf` gives them. */
	readonly pairs: readonly string[];
}
