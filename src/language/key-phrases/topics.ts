import { keyPhrases } from './key-phrases.ts';

/** What an article is about. */
export interface ArticleTopics {
	readonly topics: readonly string[];
	/** Whether its page names them, or they are phrases of its text. */
	readonly are: 'tags' | 'phrases';
}

/** The topics that an article's page names; of one that names none, key phrases of its own. */
export function topicsOf(article: {
	readonly topics: readonly string[];
	readonly headline: string;
	readonly paragraphs: readonly string[];
	readonly language: string | null;
}): ArticleTopics {
	const tags = article.topics.filter((topic) => topic.trim() !== '');
	return tags.length > 0 ? { topics: tags, are: 'tags' } : { topics: keyPhrases(article), are: 'phrases' };
}
