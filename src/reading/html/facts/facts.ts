import { tidyLine } from '../../unseen.ts';
import type { Layout } from '../blocks/layout.ts';
import { plainWords } from '../plain-words.ts';
import type { Parent } from '../tree.ts';
import { authorsOf } from './authors/authors.ts';
import { datesOf } from './dates/dates.ts';
import { groundOf } from './ground.ts';
import { firstOf, type Head } from './head.ts';
import { type FactModels, factModels } from './model.ts';
import { nearHeadline, timesIn } from './near.ts';
import { isArticle, listOf, textOf, typesOf } from './structured.ts';
import { titleOf } from './titles/title.ts';

/** What a page says of its article besides the text. What it does not say is null. */
export interface PageFacts {
	readonly title: string | null;
	/** The number of the block with the title, or -1. */
	readonly headline: number;
	readonly authors: readonly string[];
	/** The day that it was published, "2024-05-06". */
	readonly published: string | null;
	/** As the page has it: ISO 8601, a day alone or with time and offset. */
	readonly publishedAt: string | null;
	readonly updatedAt: string | null;
	/** The day, where it is likely enough to be given alone. */
	readonly publishedOn: string | null;
	/** The address that the page calls its own. */
	readonly canonical: string | null;
	readonly site: string | null;
	readonly language: string | null;
	readonly description: string | null;
	readonly topics: readonly string[];
	/** What the page says of whether everybody may read it. */
	readonly isFree: boolean | null;
	/** The text of the article as the page gives it for machines. */
	readonly articleBody: string | null;
	readonly head: Head;
}

/**
 * @param address where the page came from, for addresses that are relative to it; null where that is unknown.
 * @param models what is learned about titles, days and authors, where it is not what ships.
 */
export function factsOf(
	page: Parent,
	layout: Layout,
	address: string | null,
	models: FactModels = factModels(),
): PageFacts {
	const ground = groundOf(page, layout, address);
	const { head, site, language, canonical } = ground;
	const articles = head.things.filter(isArticle);
	const title = titleOf(ground, models.titles);
	const headline = headlineIn(layout, title);
	const nearby = nearHeadline(layout, headline, timesIn(layout, head.marked));
	return {
		...{ title, headline, site, language, canonical, head },
		...datesOf(ground, nearby, models.days),
		authors: authorsOf(ground, nearby, headline, models.authors),
		description: firstOf(head, 'og:description', 'description', 'twitter:description'),
		topics: topicsOf(head),
		articleBody: head.things.map((thing) => textOf(thing.articleBody)).find((text) => text !== null) ?? null,
		isFree: isFree(head, articles.length > 0),
	};
}

/** The number of the block that holds the title: a heading, else the first that is the same words; -1 for none. */
export function headlineIn({ blocks, boxes }: Layout, title: string | null): number {
	if (title === null) return -1;
	const wanted = plainWords(title);
	let first = -1;
	for (const [at, { text, box }] of blocks.entries()) {
		if (text.length > 400 || plainWords(text) !== wanted) continue;
		if (/^h[1-3]$/u.test(boxes[box]?.tag ?? '')) return at;
		if (first < 0) first = at;
	}
	if (first >= 0) return first;
	const within = blocks.findIndex(
		({ text, box }) =>
			/^h[1-2]$/u.test(boxes[box]?.tag ?? '') && text.length > 8 && wanted.includes(plainWords(text)),
	);
	return within >= 0
		? within
		: blocks.findIndex(({ text, box }) => boxes[box]?.tag === 'h1' && text.length > 8);
}

const mostTopics = 30;

function topicsOf(head: Head): string[] {
	const articles = head.things.filter(isArticle);
	const keywords = articles.flatMap((thing) => listOf(thing.keywords)).flatMap((one) => textOf(one) ?? []);
	const said = [
		...(head.metas.get('article:tag') ?? []),
		...keywords,
		...(head.metas.get('news_keywords') ?? head.metas.get('keywords') ?? []),
	];
	const each = said.flatMap((one) => one.split(/[,;]/u)).map(tidyLine);
	const topics = each.filter(
		(one) => one.length > 1 && one.length <= 60 && !/^(?:https?:|[\w-]+:)/u.test(one),
	);
	return [...new Map(topics.map((one) => [one.toLowerCase(), one])).values()].slice(0, mostTopics);
}

function isFree(head: Head, hasArticle: boolean): boolean | null {
	const things = head.things.filter(
		(thing) => isArticle(thing) || (!hasArticle && typesOf(thing).includes('WebPage')),
	);
	const said = things
		.flatMap((thing) => listOf(thing.isAccessibleForFree))
		.map((one) => String(one).toLowerCase());
	const tier = firstOf(head, 'article:content_tier');
	if (said.includes('false') || tier === 'locked') return false;
	return said.includes('true') || tier === 'free' ? true : null;
}
