import { plainWords } from '../../plain-words.ts';
import type { Head } from '../head.ts';
import { isArticle, isThing, listOf, type Thing, textOf, typesOf } from '../structured.ts';

/**
 * What gives a page a name, each apart: the data for links that are shared, those for Twitter, the last of the
 * breadcrumbs, and the names of the page and of the article in JSON-LD.
 */
export const namers = ['og', 'twitter', 'crumb', 'pageName', 'articleName'] as const;
export type Namer = (typeof namers)[number];
export type Names = Readonly<Record<Namer, readonly string[]>>;

const most = 3;
/** A longer text is no name. */
const longest = 300;

/** The names that a page has, in plain words. */
export function namesOf({ metas, things }: Head): Names {
	const plain = (texts: readonly string[]) =>
		texts
			.slice(0, most)
			.filter(({ length }) => length <= longest)
			.map(plainWords);
	const named = (kept: readonly Thing[]) =>
		plain(kept.slice(0, most).flatMap(({ name }) => textOf(name) ?? []));
	return {
		og: plain(metas.get('og:title') ?? []),
		twitter: plain(metas.get('twitter:title') ?? []),
		crumb: plain(things.filter((thing) => typesOf(thing).includes('BreadcrumbList')).flatMap(lastCrumb)),
		pageName: named(things.filter((thing) => typesOf(thing).some((type) => type.endsWith('WebPage')))),
		articleName: named(things.filter(isArticle)),
	};
}

function lastCrumb({ itemListElement }: Thing): string[] {
	const last = listOf(itemListElement).at(-1);
	if (!isThing(last)) return [];
	const name = textOf(last.name) ?? (isThing(last.item) ? textOf(last.item.name) : null);
	return name === null ? [] : [name];
}

/**
 * How well names agree with a text in plain words: 3 where one is the text, 2 where one begins with it, 1 where most
 * of their words are the same, 0 where none is like it, -1 where there are no names.
 */
export function agreement(words: string, names: readonly string[]): number {
	return Math.max(
		-1,
		...names.map((name) =>
			name === words ? 3 : `${name} `.startsWith(`${words} `) ? 2 : overlap(name, words) > 0.6 ? 1 : 0,
		),
	);
}

/** Of the words of both texts, how many are in both, 0 to 1. */
export function overlap(one: string, other: string): number {
	const [a, b] = [new Set(one.split(' ')), new Set(other.split(' '))];
	let both = 0;
	for (const word of a) if (b.has(word)) both++;
	return both / Math.max(1, a.size + b.size - both);
}
