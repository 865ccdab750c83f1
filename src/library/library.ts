import type { Article } from '../article.ts';
import type { ChangedParagraph } from '../language/changes.ts';
import type { Shelf } from '../shelves.ts';
import type {
	AddedLines,
	ArticleLine,
	LibraryStatus,
	SpeakerCount,
	TopicCount,
	Utterance,
} from '../stores/articles.ts';
import type { Brief } from './brief.ts';
import type { AskAnswer, CorrectedWord, SearchAnswer, SearchRequest } from './found.ts';
import type { Months, Overview } from './overview.ts';
import type { QuoteAnswer, QuoteQuery } from './quoted.ts';
import type { Reference } from './reference.ts';

export type {
	AddedLines,
	ArticleLine,
	Counts,
	LibraryStatus,
	SpeakerCount,
	TopicCount,
	Utterance,
	UtterancePart,
} from '../stores/articles.ts';
export { saidIn } from '../stores/articles.ts';
export type { Brief, MainSpeaker, SummaryLength, SummarySentence } from './brief.ts';
export type {
	ArticleHit,
	AskAnswer,
	AskPassage,
	CommentHit,
	Found,
	FoundPage,
	FoundUtterance,
	MarkedText,
	SearchAnswer,
	SearchedKind,
	SearchRequest,
} from './found.ts';
export type {
	MonthOfTopics,
	Months,
	QuotedSpeaker,
	RelatedArticle,
	RelatedArticles,
	SpeakersAnswer,
	TopicMonths,
} from './overview.ts';
export type { FormerQuote, MeantSpeaker, QuoteAnswer, QuoteQuery, SpeakerGroup } from './quoted.ts';

/** What a server may ask: of the shared shelf and its own. Null asks the shared shelf alone. */
export type LibraryOf = (server: Shelf) => Library;

/** What a command or a digest may ask of the library. Commands never touch SQL, files or the cache. */
export interface Library extends Overview {
	/**
	 * Empty, unless the server has corrected speakers: what is kept ready of answers for several servers is then kept
	 * under it, too.
	 */
	edition(): string;
	/**
	 * Changes with everything that the server may see. Servers with the same one see the same, so what is worked out for
	 * one of them may be shown to the others.
	 */
	generation(): string;
	/**
	 * The whole article that a member means: an id, or the words of a headline, tolerating case, accents and
	 * small slips; undefined means the latest.
	 * @throws UserError where none fits, naming the nearest ones; or where the library is empty.
	 */
	article(wanted?: string): Promise<Article>;
	/** @throws UserError as `article` does. */
	brief(wanted?: string): Promise<Brief>;
	/**
	 * What a change of an article's text changed: 0 is the last change, 1 the one before it.
	 * @throws UserError as `article` does; where there was no such change.
	 */
	change(wanted: string | undefined, number: number): Promise<ArticleChange>;
	/** Utterances by speaker, newest article first. @throws UserError for an unknown article or speaker. */
	quotes(query: QuoteQuery): Promise<QuoteAnswer>;
	/**
	 * One quotation.
	 * @throws UserError where its article is gone, or no longer has these words.
	 */
	quotation(reference: Reference): Promise<Utterance>;
	/** The topics with the number of articles, most first, then by name whatever the case; at most 1,000. */
	topics(): Promise<TopicList>;
	/** The articles on a topic, newest first. @throws UserError for an unknown topic, naming the nearest. */
	articlesOn(topic: string): Promise<TopicAnswer>;
	/** @throws UserError as `article` does. */
	comments(query: CommentQuery): Promise<CommentAnswer>;
	/**
	 * Articles, quotations and comments with all of what is looked for, best first; slips are corrected, and where
	 * nothing has all of it, the nearest is given.
	 * @throws UserError where there is nothing to look for, or the speaker or topic is unknown.
	 */
	search(request: SearchRequest): Promise<SearchAnswer>;
	/**
	 * The sentences that answer a question, in an article or in all of them, or the nearest to it.
	 * @throws UserError as `article` does; where there is no word to look for.
	 */
	ask(question: string, article?: string): Promise<AskAnswer>;
	/** The article with this id in one line, or null where there is none. */
	line(id: string): Promise<ArticleLine | null>;
	/** Newest first. */
	latest(limit: number): Promise<readonly ArticleLine[]>;
	/** Those added after a moment (milliseconds since 1970), the newest by their own date first. */
	added(since: number, limit: number): Promise<AddedLines>;

	/** For autocomplete. An empty string gives the latest articles. */
	suggestArticles(typed: string, limit: number): Promise<readonly ArticleLine[]>;
	/** For autocomplete, within an article where one is given. An empty string gives those quoted most. */
	suggestSpeakers(typed: string, limit: number, article?: string): Promise<readonly SpeakerCount[]>;
	/** For autocomplete. An empty string gives the commonest topics. */
	suggestTopics(typed: string, limit: number, article?: string): Promise<readonly TopicCount[]>;

	/**
	 * Quotations that begin with what is typed, then those about it; within what the speaker said, or the article, where
	 * they are given. An empty string gives the newest.
	 */
	quotesLike(
		typed: string,
		limit: number,
		within: Pick<QuoteQuery, 'speaker' | 'article'>,
	): Promise<readonly Utterance[]>;

	/**
	 * For autocomplete of `about`: what is typed with its last word completed, each found in some utterance; within
	 * what the speaker said, or the article, where they are given.
	 */
	suggestAbout(
		typed: string,
		limit: number,
		within: Pick<QuoteQuery, 'speaker' | 'article'>,
	): Promise<readonly string[]>;

	/** What is held, and which files could not be read and why. */
	status(): Promise<LibraryState>;
}

export interface LibraryState extends LibraryStatus {
	/** Files that are known and not read yet, and what they wait for; null where nothing waits. */
	readonly waiting: { readonly files: number; readonly reason: string | null } | null;
}

/** One change of an article's text. */
export interface ArticleChange {
	readonly article: ArticleLine;
	/** ISO 8601. */
	readonly at: string;
	/** 0 for the last one, and how many are kept. */
	readonly number: number;
	readonly changes: number;
	/** Null where it is the same. */
	readonly headline: Pick<ChangedParagraph, 'before' | 'after'> | null;
	readonly deck: Pick<ChangedParagraph, 'before' | 'after'> | null;
	readonly paragraphs: readonly ChangedParagraph[];
}

export interface TopicList {
	readonly topics: readonly TopicCount[];
	/** Whether there are more than these. */
	readonly more: boolean;
}

export interface TopicAnswer {
	readonly topic: string;
	/** What was asked for, where this topic was only found with slips put right. */
	readonly corrected: readonly CorrectedWord[];
	/** How many articles are on it; `articles` holds the newest of them, at most 1,000. */
	readonly total: number;
	readonly articles: readonly ArticleLine[];
	/** How many of them each month. */
	readonly months: Months;
}

export interface CommentQuery {
	readonly article?: string;
	/** "sample" shows the range of what readers wrote; "newest" the last first; "threads" the busiest threads. */
	readonly sort: 'sample' | 'newest' | 'threads';
	/** Which sample: another number gives another one, the same number the same. */
	readonly seed: number;
}

export interface CommentAnswer {
	readonly article: ArticleLine;
	/** All comments that are not empty. */
	readonly total: number;
	/** In the order to show; for "sample" a handful, else all (at most 100). */
	readonly comments: readonly ShownComment[];
}

export interface ShownComment {
	readonly author: string | null;
	readonly text: string;
	/** The author and, where it is known, the comment that it answers. */
	readonly answers: { readonly author: string | null; readonly text: string | null } | null;
	/** How many comments answer it, directly or further down. */
	readonly replies: number;
	/** When it was written; left out where the page does not say. */
	readonly postedAt?: string;
}
