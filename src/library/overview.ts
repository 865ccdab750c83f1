import type { ArticleLine, MonthCount, MonthOfTopics } from '../stores/articles.ts';

export type { MonthCount, MonthOfTopics } from '../stores/articles.ts';

/** What the library is about, and which articles belong together. */
export interface Overview {
	/** What the articles of each month are about, the latest month first; at most 120 months. */
	topicMonths(): Promise<TopicMonths>;
	/**
	 * Articles that have names, topics and phrases in common with one, most in common first; at most six.
	 * @throws UserError as `article` does.
	 */
	related(wanted?: string): Promise<RelatedArticles>;
	/**
	 * Other articles that tell the same story as one, the newest first; at most eight.
	 * @throws UserError as `article` does.
	 */
	alsoIn(wanted?: string): Promise<readonly ArticleLine[]>;
	/**
	 * Of some articles, by id, those that tell the same story together: each story that more than one of them tells. Of
	 * more than 40 the first are compared.
	 */
	stories(ids: readonly string[]): Promise<readonly (readonly string[])[]>;
	/**
	 * Who is quoted how much, most first: in the library, of whom at most 120 are listed, or in one article.
	 * @param page counted from 0. @throws UserError as `article` does.
	 */
	speakers(wanted: string | undefined, page: number): Promise<SpeakersAnswer>;
}

export interface TopicMonths {
	readonly months: readonly MonthOfTopics[];
}

export interface RelatedArticles {
	readonly articles: readonly RelatedArticle[];
}

export interface RelatedArticle {
	readonly line: ArticleLine;
	/** What both have: topics, names and phrases as the article that was asked about writes them, rarest first. */
	readonly shared: readonly string[];
}

/** How often each month, the latest first. */
export type Months = readonly MonthCount[];

export interface SpeakersAnswer {
	/** Null for the whole library. */
	readonly article: ArticleLine | null;
	/** All quotations there, those without a known speaker among them. */
	readonly total: number;
	/** People who are listed; `more` where the library has others, who are quoted less. */
	readonly people: number;
	readonly more: boolean;
	/** Counted from 0, and how many there are. */
	readonly page: number;
	readonly pages: number;
	/** Those of the page. */
	readonly speakers: readonly QuotedSpeaker[];
}

export interface QuotedSpeaker {
	readonly speaker: string;
	readonly role: string | null;
	readonly quotes: number;
	/** In how many articles of the library. */
	readonly articles: number;
	/** Quotations each month; empty where one article was asked about. */
	readonly months: Months;
	/** Topics of the articles; within one article phrases of the paragraphs. */
	readonly about: readonly string[];
	/** Paragraphs of the one article, counted from 0; empty for the library. */
	readonly paragraphs: readonly number[];
}
