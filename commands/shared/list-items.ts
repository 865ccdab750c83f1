import type { Text } from '../../src/card.ts';
import { articleItem } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import type { ArticleLine, TopicCount } from '../../src/library/library.ts';
import type { ListItem } from './list.ts';

/** How many characters of an option's value Discord gives back. */
const longestValue = 100;

/** An article in a list; its choice opens it. */
export function articleWithChoice(line: ArticleLine): ListItem {
	return {
		text: articleItem(line),
		choice: {
			label: line.headline,
			description: [counted(line.counts.quotes, 'quote'), ...(line.site === null ? [] : [line.site])].join(
				' · ',
			),
			command: 'article',
			options: { article: line.id },
		},
	};
}

/** A topic in a list; its choice shows the articles on it. */
export function topicWithChoice({ topic, articles }: TopicCount): ListItem {
	return topicItem(topic, counted(articles, 'article'));
}

/**
 * A topic of an article, which leads to the articles on it where there are others.
 * @param articles on it, this one among them; null where that is not known.
 */
export function topicOfArticle({
	topic,
	articles,
}: {
	readonly topic: string;
	readonly articles: number | null;
}): ListItem {
	if (articles === 1) return { text: [topicName(topic)] };
	return topicItem(topic, articles === null ? null : counted(articles, 'article'));
}

function topicItem(topic: string, holds: string | null): ListItem {
	const text: Text = [topicName(topic), ...(holds === null ? [] : [` · ${holds}`])];
	if (topic.length > longestValue) return { text };
	return {
		text,
		choice: {
			label: topic,
			...(holds !== null && { description: holds }),
			command: 'topics',
			options: { topic },
		},
	};
}

function topicName(topic: string) {
	return { mark: 'strong', text: shortLine(topic, 100) } as const;
}
