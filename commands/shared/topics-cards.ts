import type { Card } from '../../src/card.ts';
import { origin } from '../../src/cards/articles.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { pageButtons } from '../../src/cards/pages.ts';
import type { Brief, TopicAnswer, TopicCount, TopicList } from '../../src/library/library.ts';
import { rows } from './controls.ts';
import { allArticles } from './here.ts';
import { type ListItem, listPage } from './list.ts';
import { articleWithChoice, topicOfArticle, topicWithChoice } from './list-items.ts';

const longestAbout = 100;

/** The articles on a topic. */
export function articlesOnCard({ topic, total, articles }: TopicAnswer, page: number): Card {
	const all = counted(total, 'article');
	const frame = {
		eyebrow: `Topic of ${total > articles.length ? `${all}, the newest ${number(articles.length)}` : all}`,
		title: topic,
		tone: 'topics',
	} as const;
	const items = articles.map(articleWithChoice);
	const [only, ...others] = items;
	const alone = others.length === 0 ? only : undefined;
	const { blocks, count } = listPage(alone ? [{ text: alone.text }] : items, {
		page,
		placeholder: 'Read one of them…',
		room: roomBeside(frame),
	});
	return {
		...frame,
		blocks,
		actions: rows(
			[
				...pageButtons('topics', { topic }, page, count),
				...(alone?.choice ? [{ ...alone.choice, label: 'Read it' }] : []),
				{ label: 'All topics', command: 'topics', options: allArticles },
				...(topic.length > longestAbout
					? []
					: [{ label: 'Quotes about it', command: 'quotes', options: { about: topic } }]),
			],
			blocks.filter(({ kind }) => kind === 'menu'),
		),
	};
}

/** The topics of one article, each with how many articles are on it. */
export function articleTopicsCard(
	{ line, topics }: Brief,
	counts: readonly TopicCount[],
	page: number,
): Card {
	const held = new Map(counts.map(({ topic, articles }) => [topic, articles]));
	const own = topics.map((topic) => ({ topic, articles: held.get(topic) ?? null }));
	const options = { article: line.id };
	const frame = {
		eyebrow: 'Topics of an article',
		title: line.headline,
		url: line.url,
		tone: 'topics',
		origin: origin(line),
	} as const;
	const { blocks, count } = topicPage(own.map(topicOfArticle), frame, page, 'This article has no topics.');
	return {
		...frame,
		blocks,
		actions: rows(
			[
				...pageButtons('topics', options, page, count),
				{ label: 'Article', command: 'article', options },
				{ label: 'All topics', command: 'topics', options: allArticles },
			],
			blocks.filter(({ kind }) => kind === 'menu'),
		),
	};
}

/** The topics of the whole library. */
export function allTopicsCard({ topics, more }: TopicList, page: number): Card {
	const all = counted(topics.length, 'topic');
	const frame = {
		eyebrow: more ? 'Those of most articles' : 'All articles',
		title: topics.length === 0 ? 'No topics yet' : all,
		tone: 'topics',
	} as const;
	const { blocks, count } = topicPage(
		topics.map(topicWithChoice),
		frame,
		page,
		'None of the articles in the library has topics.',
	);
	return {
		...frame,
		blocks,
		actions: rows(
			[
				...pageButtons('topics', allArticles, page, count),
				{ label: 'Library', command: 'library', options: {} },
				{ label: 'Quotes', command: 'quotes', options: allArticles },
			],
			blocks.filter(({ kind }) => kind === 'menu'),
		),
	};
}

function topicPage(items: readonly ListItem[], frame: Omit<Card, 'blocks'>, page: number, none: string) {
	if (items.length === 0) return { blocks: [{ kind: 'text' as const, text: [none] }], count: 1 };
	return listPage(items, {
		page,
		placeholder: 'See the articles on a topic…',
		room: roomBeside(frame),
	});
}
