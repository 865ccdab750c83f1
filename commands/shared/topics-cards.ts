import type { Card } from '../../src/card.ts';
import { origin } from '../../src/cards/articles.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { pageRow } from '../../src/cards/pages.ts';
import type { Brief, TopicAnswer, TopicCount, TopicList } from '../../src/library/library.ts';
import { articleEntry, topicEntry } from './entries.ts';
import { listPage } from './list.ts';

const whatTopicsAre = ['Topics are the tags on the articles.'];
const longestAbout = 100;

/** The articles on a topic. */
export function articlesOnCard({ topic, total, articles }: TopicAnswer, page: number): Card {
	const frame = { eyebrow: 'Topic', title: topic, tone: 'topics', origin: whatTopicsAre } as const;
	const { blocks, count } = listPage(articles.map(articleEntry), {
		page,
		placeholder: 'Read one of them…',
		room: roomBeside(frame),
	});
	return {
		...frame,
		blocks: [
			{
				kind: 'note',
				text: [
					total > articles.length
						? `The newest ${number(articles.length)} of ${counted(total, 'article')}.`
						: `${counted(total, 'article')}, newest first.`,
				],
			},
			...blocks,
		],
		actions: [
			...pageRow('topics', { topic }, page, count),
			[
				{ label: 'All topics', command: 'topics', options: {} },
				...(topic.length > longestAbout
					? []
					: [{ label: 'Quotes about it', command: 'quotes', options: { about: topic } }]),
			],
		],
	};
}

/** The topics of one article, each with how many articles are on it. */
export function articleTopicsCard(
	{ line, topics }: Brief,
	counts: readonly TopicCount[],
	page: number,
): Card {
	const held = new Map(counts.map(({ topic, articles }) => [topic, articles]));
	const own = topics.map((topic) => ({ topic, articles: held.get(topic) ?? 1 }));
	const options = { article: line.id };
	const frame = {
		eyebrow: 'Topics of an article',
		title: line.headline,
		url: line.url,
		tone: 'topics',
		origin: origin(line),
	} as const;
	const { blocks, count } = topicPage(own, frame, page, 'This article has no topics.');
	return {
		...frame,
		blocks,
		actions: [
			...pageRow('topics', options, page, count),
			[
				{ label: 'The article in brief', command: 'article', options },
				{
					label: counted(line.counts.quotes, 'quote'),
					command: 'quotes',
					options,
					disabled: line.counts.quotes === 0,
				},
				{ label: 'All topics', command: 'topics', options: {} },
			],
		],
	};
}

/** The topics of the whole library. */
export function allTopicsCard({ topics, more }: TopicList, page: number): Card {
	const all = counted(topics.length, 'topic');
	const frame = {
		eyebrow: 'Topics',
		title:
			topics.length === 0 ? 'No topics yet' : more ? `The ${all} of most articles` : `${all} in all articles`,
		tone: 'topics',
		origin: whatTopicsAre,
	} as const;
	const { blocks, count } = topicPage(topics, frame, page, 'None of the articles I hold has a topic.');
	return {
		...frame,
		blocks,
		actions: [
			...pageRow('topics', {}, page, count),
			[
				{ label: 'All articles', command: 'library', options: {} },
				{ label: 'Who was quoted', command: 'quotes', options: {} },
			],
		],
	};
}

function topicPage(counts: readonly TopicCount[], frame: Omit<Card, 'blocks'>, page: number, none: string) {
	if (counts.length === 0) return { blocks: [{ kind: 'text' as const, text: [none] }], count: 1 };
	return listPage(counts.map(topicEntry), {
		page,
		placeholder: 'See the articles on a topic…',
		room: roomBeside(frame),
	});
}
