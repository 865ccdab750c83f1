import type { Block, Card, Text } from '../../src/card.ts';
import { dated, headlineLink, origin, outlets } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { blocksLength, roomBeside } from '../../src/cards/measure.ts';
import { byMonth } from '../../src/cards/months.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { pageButtons } from '../../src/cards/pages.ts';
import { foldedKey } from '../../src/language/fold.ts';
import type {
	ArticleLine,
	Brief,
	RelatedArticle,
	RelatedArticles,
	TopicAnswer,
	TopicCount,
	TopicList,
} from '../../src/library/library.ts';
import { menu, rows } from './controls.ts';
import { allArticles } from './here.ts';
import { type ListItem, listPage } from './list.ts';
import { articleWithChoice, topicOfArticle, topicWithChoice } from './list-items.ts';
import { nameNotes } from './slip-notes.ts';

const longestAbout = 100;

/** The articles on a topic. @param stories those that tell the same story, by id: each story is shown once. */
export function articlesOnCard(
	{ topic, corrected, total, articles, months }: TopicAnswer,
	stories: readonly (readonly string[])[],
	page: number,
): Card {
	const all = counted(total, 'article');
	const frame = {
		eyebrow: `Topic of ${total > articles.length ? `${all}, the newest ${number(articles.length)}` : all}`,
		title: topic,
		tone: 'topics',
	} as const;
	const items = toldOnce(articles, stories);
	const [only, ...others] = items;
	const alone = others.length === 0 ? only : undefined;
	const overTime = byMonth(months);
	const over: readonly Block[] = [
		...nameNotes(corrected),
		...(overTime === '' ? [] : [{ kind: 'note' as const, text: [`By month: ${overTime}`] }]),
	];
	const { blocks, count } = listPage(alone ? [{ text: alone.text }] : items, {
		page,
		placeholder: 'Read one of them…',
		room: roomBeside(frame) - blocksLength(over),
	});
	return {
		...frame,
		blocks: [...over, ...blocks],
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

/** Articles in a list: of those that tell the same story the first, with the outlets of the others. */
function toldOnce(
	articles: readonly ArticleLine[],
	stories: readonly (readonly string[])[],
): readonly ListItem[] {
	const known = new Map(articles.map((line) => [line.id, line]));
	const others = new Map(stories.map(([first = '', ...rest]) => [first, rest]));
	const hidden = new Set([...others.values()].flat());
	return articles.flatMap((line) => {
		if (hidden.has(line.id)) return [];
		const item = articleWithChoice(line);
		const also = (others.get(line.id) ?? []).flatMap((id) => known.get(id) ?? []);
		return also.length === 0 ? item : { ...item, text: [...item.text, ' · also in ', ...outlets(also)] };
	});
}

/** The topics of one article, each with how many articles are on it, and the articles it has most in common with. */
export function articleTopicsCard(
	{ line, topics, topicsAre }: Brief,
	counts: readonly TopicCount[],
	{ articles: related }: RelatedArticles,
	page: number,
): Card {
	const held = new Map(counts.map(({ topic, articles }) => [foldedKey(topic), articles]));
	const own = topics.map((topic) => ({ topic, articles: held.get(foldedKey(topic)) ?? null }));
	const options = { article: line.id };
	const frame = {
		eyebrow: topicsAre === 'tags' ? 'Topics of an article' : 'What an article without tags is about',
		title: line.headline,
		url: line.url,
		tone: 'topics',
		origin: origin(line),
	} as const;
	const others = related.slice(0, mostRelated);
	const under = relatedBlocks(others);
	const none = 'This article names no topics, and no phrase recurs in its text.';
	const { blocks, count } = topicPage(
		own.map(topicOfArticle),
		roomBeside(frame) - blocksLength(under),
		page,
		none,
	);
	const choices = blocks.flatMap((block) => (block.kind === 'menu' ? block.choices : []));
	const ways = menu('See articles on a topic, or a related one…', [
		...choices.slice(0, mostChoices - others.length),
		...others.flatMap(({ line: other }) => articleWithChoice(other).choice ?? []),
	]);
	return {
		...frame,
		blocks: [...blocks.filter(({ kind }) => kind !== 'menu'), ...under, ...ways],
		actions: rows(
			[
				...pageButtons('topics', options, page, count),
				{ label: 'Article', command: 'article', options },
				{ label: 'All topics', command: 'topics', options: allArticles },
			],
			ways,
		),
	};
}

const mostChoices = 25;
const mostRelated = 5;
/** Characters of a related article's headline, and of what it shares. */
const longest = { headline: 100, shared: 120 };

function relatedBlocks(related: readonly RelatedArticle[]): readonly Block[] {
	if (related.length === 0) return [];
	return [
		{ kind: 'heading', text: ['Related articles'] },
		{
			kind: 'list',
			items: related.map(
				({ line, shared }): Text => [
					...headlineLink(line, longest.headline),
					' · ',
					...dated(line),
					` · both have ${shortLine(shared.join(' · '), longest.shared)}`,
				],
			),
		},
	];
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
		roomBeside(frame),
		page,
		'No article in the library names topics, and no phrase recurs in one.',
	);
	return {
		...frame,
		blocks,
		actions: rows(
			[
				...pageButtons('topics', allArticles, page, count),
				{ label: 'Month by month', command: 'topics', options: { ...allArticles, by: 'month' } },
				{ label: 'Library', command: 'library list', options: {} },
				{ label: 'Quotes', command: 'quotes', options: allArticles },
			],
			blocks.filter(({ kind }) => kind === 'menu'),
		),
	};
}

function topicPage(items: readonly ListItem[], room: number, page: number, none: string) {
	if (items.length === 0) return { blocks: [{ kind: 'text' as const, text: [none] }], count: 1 };
	return listPage(items, {
		page,
		placeholder: 'See the articles on a topic…',
		room,
	});
}
