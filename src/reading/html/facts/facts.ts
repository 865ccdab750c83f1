import { tidyLine } from '../../unseen.ts';
import type { Layout } from '../blocks/layout.ts';
import { plainWords } from '../plain-words.ts';
import type { Parent } from '../tree.ts';
import { authorsOf } from './authors.ts';
import { type DayOrder, datesOf } from './dates.ts';
import { firstOf, type Head, headOf } from './head.ts';
import { nearHeadline, timesIn } from './near.ts';
import { isArticle, isThing, listOf, textOf, typesOf } from './structured.ts';
import { titleOf } from './title.ts';

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
	/** The address that the page calls its own. */
	readonly canonical: string | null;
	readonly amp: string | null;
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

/** @param address where the page came from, for addresses that are relative to it; null where that is unknown. */
export function factsOf(page: Parent, layout: Layout, address: string | null): PageFacts {
	const head = headOf(page);
	const articles = head.things.filter(isArticle);
	const canonical = addressOf(head.links.get('canonical') ?? firstOf(head, 'og:url'), address);
	const own = address ?? canonical;
	const host = own && URL.canParse(own) ? new URL(own).hostname.replace(/^www\./u, '') : null;
	const site = siteOf(head);
	const title = titleOf(head, layout, site, host);
	const headline = headlineIn(layout, title);
	const nearby = nearHeadline(layout, headline, timesIn(layout, head.marked));
	const language = languageOf(head);
	return {
		...{ title, headline, site, language, canonical, head },
		...datesOf(head, nearby, orderOf(language, host), own),
		authors: authorsOf(head, layout, nearby, headline, site),
		amp: addressOf(head.links.get('amphtml') ?? null, address),
		description: firstOf(head, 'og:description', 'description', 'twitter:description'),
		topics: topicsOf(head),
		articleBody: head.things.map((thing) => textOf(thing.articleBody)).find((text) => text !== null) ?? null,
		isFree: isFree(head, articles.length > 0),
	};
}

function siteOf(head: Head): string | null {
	const said = firstOf(head, 'og:site_name', 'application-name');
	if (said) return said;
	for (const thing of head.things) {
		const publisher = isThing(thing.publisher) ? textOf(thing.publisher.name) : null;
		if (publisher) return publisher;
	}
	return textOf(head.things.find((thing) => typesOf(thing).includes('WebSite'))?.name);
}

/** The block that holds the title: a heading, else the first that is the same words. */
function headlineIn({ blocks, boxes }: Layout, title: string | null): number {
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

function addressOf(written: string | null, base: string | null): string | null {
	if (!written) return null;
	const url = URL.parse(written, base ?? undefined);
	return url && /^https?:$/u.test(url.protocol) ? url.href : null;
}

function languageOf(head: Head): string | null {
	const said = head.language ?? firstOf(head, 'og:locale')?.replace('_', '-') ?? '';
	return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(said) ? said : null;
}

function orderOf(language: string | null, host: string | null): DayOrder {
	if (language === null) return null;
	if (/^en-us$/iu.test(language) || /\.(?:gov|edu|mil)$/u.test(host ?? '')) return 'month first';
	if (!/^en$/iu.test(language)) return 'day first';
	return /\.(?:uk|au|nz|ie|in|za|sg)$/u.test(host ?? '') ? 'day first' : null;
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
