import { tidyLine } from '../unseen.ts';
import { isArticle, isThing, listOf, type Thing, textOf, thingsIn, typesOf } from './structured.ts';
import { attribute, elementsIn, type Parent, textIn } from './tree.ts';

/** What a page says of its article besides the text. What it does not say is null. */
export interface PageFacts {
	readonly title: string | null;
	readonly authors: readonly string[];
	/** As the page has it: ISO 8601, a day alone or with time and offset. */
	readonly published: string | null;
	readonly updated: string | null;
	/** The address that the page calls its own. */
	readonly canonical: string | null;
	readonly amp: string | null;
	readonly site: string | null;
	readonly language: string | null;
	readonly description: string | null;
	readonly topics: readonly string[];
	/** What the page says of whether everybody may read it. */
	readonly isFree: boolean | null;
}

/** @param address where the page came from, for addresses that are relative to it; null where that is unknown. */
export function factsOf(page: Parent, address: string | null): PageFacts {
	const metas = metasIn(page);
	const things = thingsIn(page);
	const article = things.find(isArticle) ?? null;
	const meta = (...names: string[]) => names.flatMap((name) => metas.get(name) ?? [])[0] ?? null;
	const canonical = addressOf(linkIn(page, 'canonical') ?? meta('og:url'), address);
	return {
		title: titleOf(page, textOf(article?.headline), meta('og:title', 'twitter:title')),
		authors: authorsOf(article, metas),
		published: dayOrTime(
			textOf(article?.datePublished) ??
				meta(
					'article:published_time',
					'og:published_time',
					'datepublished',
					'dc.date.issued',
					'dcterms.created',
					'date',
					'pubdate',
					'parsely-pub-date',
					'sailthru.date',
				) ??
				timeIn(page),
		),
		updated: dayOrTime(
			textOf(article?.dateModified) ?? meta('article:modified_time', 'og:updated_time', 'datemodified'),
		),
		canonical,
		amp: addressOf(linkIn(page, 'amphtml'), address),
		site: meta('og:site_name') ?? textOf(isThing(article?.publisher) ? article.publisher.name : null),
		language: languageOf(page) ?? meta('og:locale')?.replace('_', '-') ?? null,
		description: meta('og:description', 'description'),
		topics: topicsOf(article, metas),
		isFree: isFree(things, meta('article:content_tier')),
	};
}

const mostMetas = 2_000;

/** By the name of a meta element in lower case, what the page's elements of that name say. */
function metasIn(page: Parent): Map<string, string[]> {
	const found = new Map<string, string[]>();
	let count = 0;
	for (const element of elementsIn(page)) {
		if (element.tagName !== 'meta' || ++count > mostMetas) continue;
		const name =
			attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop');
		const content = tidyLine(attribute(element, 'content') ?? '');
		if (!name || content === '') continue;
		const key = name.toLowerCase();
		found.set(key, [...(found.get(key) ?? []), content]);
	}
	return found;
}

function linkIn(page: Parent, rel: string): string | null {
	for (const element of elementsIn(page)) {
		if (element.tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === rel)
			return attribute(element, 'href');
	}
	return null;
}

function addressOf(written: string | null, base: string | null): string | null {
	if (!written) return null;
	const url = URL.parse(written, base ?? undefined);
	return url && /^https?:$/u.test(url.protocol) ? url.href : null;
}

function languageOf(page: Parent): string | null {
	for (const element of elementsIn(page)) {
		if (element.tagName !== 'html') continue;
		const said = attribute(element, 'lang') ?? '';
		return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(said) ? said : null;
	}
	return null;
}

function titleOf(page: Parent, said: string | null, shared: string | null): string | null {
	const elements = [...elementsIn(page)];
	const written = tidyLine(
		textIn(elements.find(({ tagName }) => tagName === 'title') ?? page).slice(0, 2_000),
	);
	const headings = elements
		.filter(({ tagName }) => tagName === 'h1')
		.map((element) => tidyLine(textIn(element)))
		.filter((text) => text !== '');
	const within = headings.find(
		(text) => text.length > 10 && (written.includes(text) || shared?.includes(text)),
	);
	return within ?? (said && tidyLine(said)) ?? shared ?? headings[0] ?? (written || null);
}

function authorsOf(article: Thing | null, metas: ReadonlyMap<string, readonly string[]>): string[] {
	const things = listOf(article?.author).flatMap((one) => listOf(isThing(one) ? one.name : one));
	const said = things.filter((one) => typeof one === 'string');
	const found =
		said.length > 0 ? said : [...(metas.get('author') ?? []), ...(metas.get('article:author') ?? [])];
	return [...new Set(found.map(tidyLine).filter((one) => one !== '' && !/^https?:|^admin$/iu.test(one)))];
}

function timeIn(page: Parent): string | null {
	for (const element of elementsIn(page)) {
		if (element.tagName === 'time' && attribute(element, 'datetime')) return attribute(element, 'datetime');
	}
	return null;
}

function dayOrTime(written: string | null): string | null {
	return /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/u.exec(written ?? '')?.[0] ?? null;
}

function topicsOf(article: Thing | null, metas: ReadonlyMap<string, readonly string[]>): string[] {
	const said = [
		...(metas.get('article:tag') ?? []),
		...listOf(article?.keywords).filter((one) => typeof one === 'string'),
		...(metas.get('news_keywords') ?? metas.get('keywords') ?? []),
	];
	const each = said.flatMap((one) => one.split(/[,;]/u)).map(tidyLine);
	return [...new Map(each.filter((one) => one !== '').map((one) => [one.toLowerCase(), one])).values()].slice(
		0,
		30,
	);
}

function isFree(things: readonly Thing[], tier: string | null): boolean | null {
	const said = things.filter((thing) => isArticle(thing) || typesOf(thing).includes('WebPage'));
	const all = said
		.flatMap((thing) => listOf(thing.isAccessibleForFree))
		.map((one) => String(one).toLowerCase());
	if (all.includes('false') || tier === 'locked') return false;
	return all.includes('true') || tier === 'free' ? true : null;
}
