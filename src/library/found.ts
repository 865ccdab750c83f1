import type { ArticleLine, Utterance } from '../stores/articles.ts';

/** Why an utterance was found by words. */
export interface Found {
	/** Words and phrases of its parts, as they are written there, that match, words in any form. */
	readonly words: readonly string[];
	/** Words looked for that are only in the text around it. */
	readonly around: readonly string[];
}

export interface FoundUtterance extends Utterance {
	/** Only where words were asked for. */
	readonly found?: Found;
}

/** What may be searched. */
export type SearchedKind = 'quotes' | 'articles' | 'comments';

export interface SearchRequest {
	/** As typed: words, phrases in quotation marks, "-word". */
	readonly query: string;
	/** Only these; all of them where it is left out. */
	readonly in?: SearchedKind;
	/** Any part of a name: only quotations are searched then. */
	readonly speaker?: string;
	readonly topic?: string;
	/** The article is from then on, and from before then: milliseconds since 1970. */
	readonly since?: number;
	readonly until?: number;
	/** Of what `in` names; counted from 0. */
	readonly page?: number;
}

/** A word that was typed with a slip, and the word that it was taken for. */
export interface CorrectedWord {
	readonly typed: string;
	readonly taken: string;
	/** Where it is a speaker or a topic: all of it as typed, and the name or names that it was taken for. */
	readonly of?: 'speaker' | 'topic';
}

/** A page of what was found of one kind, best first. */
export interface FoundPage<Hit> {
	readonly hits: readonly Hit[];
	readonly total: number;
	/** Whether there may be more than `total`. */
	readonly more: boolean;
	readonly pages: number;
}

export interface SearchAnswer {
	/** The words, phrases and forbidden words that were looked for, after slips were corrected. */
	readonly words: readonly string[];
	readonly phrases: readonly string[];
	readonly without: readonly string[];
	/** Phrases that may not be there, as typed. */
	readonly withoutPhrases: readonly string[];
	/** Words that were typed with a slip, each with the one that it was taken for. */
	readonly corrected: readonly CorrectedWord[];
	/** The speaker and the topic that are meant; null where none was given, or a name means several speakers. */
	readonly speaker: string | null;
	readonly topic: string | null;
	readonly quotes: FoundPage<FoundUtterance>;
	readonly articles: FoundPage<ArticleHit>;
	/** One hit for each article with such comments, so the total counts articles. */
	readonly comments: FoundPage<CommentHit>;
	/** Whether nothing has all of it, and these are the nearest: they have some of the words. */
	readonly nearest: boolean;
}

/** A text with places in it. */
export interface MarkedText {
	readonly text: string;
	/** UTF-16, half-open, in order, apart from each other. */
	readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export interface ArticleHit {
	readonly article: ArticleLine;
	/** The sentence with most of it, word for word; null where only the headline has it. */
	readonly sentence: (MarkedText & { readonly paragraph: number }) | null;
}

export interface CommentHit {
	readonly article: ArticleLine;
	readonly author: string | null;
	/** Its sentence with most of what was looked for. */
	readonly sentence: MarkedText;
	/** Other comments of the article that have all of it too. */
	readonly others: number;
}

/** What answers a question, or the nearest to it. */
export interface AskAnswer {
	/** The article that was asked about; null for all of them. */
	readonly article: ArticleLine | null;
	readonly answered: boolean;
	/** One to three that answer; where nothing does, the nearest one or none. */
	readonly passages: readonly AskPassage[];
	/**
	 * Words of the question, as typed, that none of the articles read has in any form; where something answers, only the
	 * verb of what the question takes to have happened.
	 */
	readonly missing: readonly string[];
	/** Whether the question is in another language than all articles read. */
	readonly otherLanguage: boolean;
}

export interface AskPassage {
	readonly article: ArticleLine;
	/** Counted from 0. */
	readonly paragraph: number;
	/** Whole sentences of that paragraph, word for word. */
	readonly text: string;
	/** In a talk: the question that it answers, word for word; left out elsewhere. */
	readonly asked?: string;
	/** Whether all of it was said, and the article's marks around it are not in `text`. */
	readonly isSaid: boolean;
	/** Who says it, where it is or holds a quotation; null where the article does not name them. */
	readonly speaker: string | null;
	readonly role: string | null;
	/** Left out unless the server's managers gave this name. */
	readonly corrected?: { readonly was: string | null };
	readonly quoted: boolean;
}
