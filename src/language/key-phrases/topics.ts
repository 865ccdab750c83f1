import { keyPhrases } from './key-phrases.ts';

/** What an article is about. */
export interface ArticleTopics {
	readonly topics: readonly string[];
	/** Whether its page names them, or they are phrases of its text. */
	readonly are: 'tags' | 'phrases';
}

/** What of an article says what it is about. */
type Told = Parameters<typeof keyPhrases>[0] & { readonly topics: readonly string[] };

/** The topics that an article's page names; of one that names none, key phrases of its own. */
export function topicsOf(article: Told): ArticleTopics {
	const tags = tagsOf(article);
	return tags.length > 0 ? { topics: tags, are: 'tags' } : { topics: keyPhrases(article), are: 'phrases' };
}

/** The topics that an article's page names, if any, and then key phrases of its own: each once. */
export function topicsAndPhrases(article: Told, phrases: number): string[] {
	return [...new Set([...tagsOf(article), ...keyPhrases(article, phrases)])];
}

const tagsOf = ({ topics }: Told): string[] => topics.filter((topic) => topic.trim() !== '');
