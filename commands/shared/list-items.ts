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
	const text: Text = [{ mark: 'strong', text: shortLine(topic, 100) }, ` · ${counted(articles, 'article')}`];
	if (topic.length > longestValue) return { text };
	return {
		text,
		choice: {
			label: topic,
			description: counted(articles, 'article'),
			command: 'topics',
			options: { topic },
		},
	};
}
