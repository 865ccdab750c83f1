import type { Card, Text } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { monthName } from '../../src/cards/months.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { pageButtons } from '../../src/cards/pages.ts';
import type { MonthOfTopics, TopicMonths } from '../../src/library/library.ts';
import { menu, rows } from './controls.ts';
import { allArticles } from './here.ts';
import { listPage } from './list.ts';
import { topicWithChoice } from './list-items.ts';

const longestTopic = 60;

/** What the library is about, month by month, the latest first. */
export function topicMonthsCard({ months }: TopicMonths, page: number): Card {
	const frame = { eyebrow: 'All articles', title: 'Topics month by month', tone: 'topics' } as const;
	const options = { ...allArticles, by: 'month' };
	const items = months.map((month) => {
		const [first] = month.topics;
		const choice = first && topicWithChoice(first).choice;
		return { text: monthLine(month), ...(choice && { choice }) };
	});
	const { blocks, count } = listPage(items, { page, placeholder: '', room: roomBeside(frame) });
	const once = new Map(
		blocks.flatMap((block) =>
			block.kind === 'menu'
				? block.choices.map(({ description: _, ...choice }) => [choice.label, choice] as const)
				: [],
		),
	);
	const ways = menu('See the articles on a topic…', [...once.values()]);
	return {
		...frame,
		blocks: [...blocks.filter(({ kind }) => kind !== 'menu'), ...ways],
		actions: rows(
			[
				...pageButtons('topics', options, page, count),
				{ label: 'All topics', command: 'topics', options: allArticles },
			],
			ways,
		),
	};
}

function monthLine({ month, articles, topics }: MonthOfTopics): Text {
	const named = topics.map(({ topic, articles: on }) => `${shortLine(topic, longestTopic)} ${number(on)}`);
	return [
		{ mark: 'strong', text: monthName(month) },
		` · ${counted(articles, 'article')}${named.length === 0 ? '' : `: ${named.join(' · ')}`}`,
	];
}
