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
