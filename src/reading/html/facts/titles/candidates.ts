import { unescaped } from '../../../references.ts';
import { tidyLine } from '../../../unseen.ts';
import type { Layout } from '../../blocks/layout.ts';
import { plainWords } from '../../plain-words.ts';
import type { Head } from '../head.ts';
import { isArticle, textOf } from '../structured.ts';
import { type Heading, headingsIn } from './headings.ts';
import { type Names, namesOf } from './named.ts';
import { cutsOf } from './site.ts';

/** Where a page says what its title is. */
export const titleSources = ['title', 'shared', 'data', 'other'] as const;
export type TitleSource = (typeof titleSources)[number];

/** A text that could be the headline, from all places that have the same words. */
export interface TitleCandidate {
	readonly text: string;
	readonly words: string;
	readonly headings: readonly Heading[];
	/** The places that say just this. */
	readonly whole: ReadonlySet<TitleSource>;
	/** The places that say this with something behind it, or before it, and what that is. */
	readonly before: ReadonlyMap<TitleSource, string>;
	readonly behind: ReadonlyMap<TitleSource, string>;
	/** It is a part of a heading. */
	readonly isPart: boolean;
}

export interface Titles {
	readonly candidates: readonly TitleCandidate[];
	/** What each place says, in plain words. */
	readonly said: ReadonlyMap<TitleSource, readonly string[]>;
	readonly names: Names;
}

const others = [
	...['title', 'dc.title', 'dcterms.title', 'citation_title', 'parsely-title', 'sailthru.title'],
	...['headline', 'cxenseparse:title', 'article:title', 'hdl', 'name'],
];
const longest = 300;
const leastLetters = 3;
const mostCandidates = 200;

/** Every text of a page that could be its article's headline. */
export function titlesOf(head: Head, layout: Layout): Titles {
	const metas = (names: readonly string[]) =>
		names.flatMap((name) => head.metas.get(name)?.slice(0, 2) ?? []);
	const written: Readonly<Record<TitleSource, readonly string[]>> = {
		title: head.title === null ? [] : [head.title],
		shared: metas(['og:title', 'twitter:title']),
		data: head.things
			.filter(isArticle)
			.slice(0, 5)
			.flatMap((thing) => textOf(thing.headline) ?? []),
		other: metas(others),
	};
	const found = new Map<string, Draft>();
	const draftOf = (text: string): Draft | null => {
		const words = plainWords(text);
		if (words.length < leastLetters || text.length > longest) return null;
		const known = found.get(words) ?? (found.size < mostCandidates ? newDraft(text, words) : null);
		if (!known) return null;
		found.set(words, known);
		return known;
	};
	for (const heading of headingsIn(layout)) {
		const text = tidyLine(unescaped(heading.text));
		draftOf(text)?.headings.push(heading);
		if (heading.tag !== 'h1') continue;
		for (const { text: part } of cutsOf(text)) {
			const draft = draftOf(part);
			if (draft) draft.isPart = true;
		}
	}
	const said = new Map<TitleSource, string[]>();
	for (const source of titleSources) {
		for (const one of written[source]) {
			const text = tidyLine(unescaped(unescaped(one)));
			if (text.length > longest) continue;
			draftOf(text)?.whole.add(source);
			said.set(source, [...(said.get(source) ?? []), plainWords(text)]);
			for (const { text: part, cut, isEnd } of cutsOf(text)) {
				const draft = draftOf(part);
				if (draft && !draft.whole.has(source)) draft[isEnd ? 'behind' : 'before'].set(source, cut);
			}
		}
	}
	return { candidates: [...found.values()], said, names: namesOf(head) };
}

interface Draft extends TitleCandidate {
	readonly headings: Heading[];
	readonly whole: Set<TitleSource>;
	readonly before: Map<TitleSource, string>;
	readonly behind: Map<TitleSource, string>;
	isPart: boolean;
}

function newDraft(text: string, words: string): Draft {
	return {
		...{ text, words, headings: [], isPart: false },
		...{ whole: new Set(), before: new Map(), behind: new Map() },
	};
}
