import { plainWords } from '../../plain-words.ts';
import { byName, rowOf } from '../choice.ts';
import type { Ground } from '../ground.ts';
import { type TitleCandidate, type Titles, titleSources } from './candidates.ts';
import { agreement, namers, overlap } from './named.ts';

export const titleNames = [
	...['h1', 'h1Count', 'h1At', 'h2', 'h3', 'marked', 'headingAt', 'below', 'site', 'aside', 'hidden', 'link'],
	...['title', 'shared', 'data', 'other', 'sources'],
	...['titleBehind', 'sharedBehind', 'dataBehind', 'otherBehind', 'titleBefore', 'sharedBefore'],
	...['part', 'behindWords', 'behindSite', 'beforeWords', 'beforeSite'],
	...[
		'shareTitle',
		'shareShared',
		'shareData',
		'shareH1',
		'holdsTitle',
		'holdsShared',
		'inTitle',
		'inShared',
		'inData',
	],
	...['words', 'length', 'isSite', 'hasBar', 'hasBracket', 'end', 'longestShare', 'pageH1', 'pageMarked'],
	...['inAddress'],
	...namers,
] as const;

/** What is told of a text that could be a page's headline. */
export function titleRow(
	candidate: TitleCandidate,
	{ candidates, said, names: named }: Titles,
	{ site, host, address }: Ground,
): Float64Array {
	const { text, words, headings, whole, before, behind, isPart } = candidate;
	const h1s = headings.filter(({ tag }) => tag === 'h1');
	const allH1s = candidates.flatMap((one) => one.headings.filter(({ tag }) => tag === 'h1'));
	const order = allH1s.map(({ at }) => at).sort((a, b) => a - b);
	const [first] = headings;
	const main = h1s[0] ?? first;
	const names = [site, host].flatMap((one) => (one ? [letters(one)] : []));
	const isName = (part: string) => {
		const own = letters(part);
		return own.length > 1 && names.some((name) => name.includes(own) || own.includes(name)) ? 1 : 0;
	};
	const ends = [...behind.values()];
	const starts = [...before.values()];
	const shareOf = (texts: readonly string[] | undefined) =>
		Math.max(-1, ...(texts ?? []).map((one) => overlap(words, one)));
	const holds = (texts: readonly string[] | undefined) =>
		texts ? (texts.some((one) => one.length > 8 && ` ${words} `.includes(` ${one} `)) ? 1 : 0) : -1;
	const isIn = (texts: readonly string[] | undefined) =>
		texts ? (texts.some((one) => ` ${one} `.includes(` ${words} `)) ? 1 : 0) : -1;
	const otherH1s = allH1s.map((one) => plainWords(one.text));
	const count = words.split(' ').length;
	return rowOf(titleNames, {
		h1: h1s.length > 0 ? 1 : 0,
		h1Count: Math.min(5, h1s.length),
		h1At: main ? order.indexOf(main.at) : -1,
		h2: headings.some(({ tag }) => tag === 'h2') ? 1 : 0,
		h3: headings.some(({ tag }) => tag === 'h3') ? 1 : 0,
		marked: headings.some(({ isMarked }) => isMarked) ? 1 : 0,
		headingAt: first ? Math.min(30, first.at) : -1,
		below: main?.below ?? -1,
		site: main?.isSite ? 1 : 0,
		aside: main?.isAside ? 1 : 0,
		hidden: main?.isHidden ? 1 : 0,
		link: main?.isLink ? 1 : 0,
		title: whole.has('title') ? 1 : 0,
		shared: whole.has('shared') ? 1 : 0,
		data: whole.has('data') ? 1 : 0,
		other: whole.has('other') ? 1 : 0,
		sources:
			titleSources.filter((one) => whole.has(one) || behind.has(one)).length + (h1s.length > 0 ? 1 : 0),
		titleBehind: behind.has('title') ? 1 : 0,
		sharedBehind: behind.has('shared') ? 1 : 0,
		dataBehind: behind.has('data') ? 1 : 0,
		otherBehind: behind.has('other') ? 1 : 0,
		titleBefore: before.has('title') ? 1 : 0,
		sharedBefore: before.has('shared') ? 1 : 0,
		part: isPart ? 1 : 0,
		behindWords: ends.length > 0 ? Math.min(...ends.map((one) => one.split(' ').length)) : 0,
		behindSite: Math.max(-1, ...ends.map(isName)),
		beforeWords: starts.length > 0 ? Math.min(...starts.map((one) => one.split(' ').length)) : 0,
		beforeSite: Math.max(-1, ...starts.map(isName)),
		shareTitle: shareOf(said.get('title')),
		shareShared: shareOf(said.get('shared')),
		shareData: shareOf(said.get('data')),
		shareH1: shareOf(otherH1s),
		holdsTitle: holds(said.get('title')),
		holdsShared: holds(said.get('shared')),
		inTitle: isIn(said.get('title')),
		inShared: isIn(said.get('shared')),
		inData: isIn(said.get('data')),
		words: Math.min(30, count),
		length: Math.min(200, text.length),
		isSite: isName(text) && count < 6 ? 1 : 0,
		hasBar: /[|·•»›]| [-–—] /u.test(text) ? 1 : 0,
		hasBracket: /[([]/u.test(text) ? 1 : 0,
		end: /[?!]$/u.test(text) ? 2 : /[.:…]$/u.test(text) ? 1 : 0,
		longestShare: Math.max(
			0,
			...titleSources
				.flatMap((one) => said.get(one) ?? [])
				.map((one) => words.length / Math.max(1, one.length)),
		),
		pageH1: Math.min(6, allH1s.length),
		pageMarked: candidates.some((one) => one.headings.some(({ isMarked }) => isMarked)) ? 1 : 0,
		inAddress: addressShare(words, address),
		...byName(namers, (namer) => agreement(words, named[namer])),
	});
}

/** Of a text's words, how many the last part of the address has; -1 where it has none. */
function addressShare(words: string, address: string | null): number {
	const path = address && URL.canParse(address) ? new URL(address).pathname.toLowerCase() : '';
	const own = new Set(
		path
			.split('/')
			.filter(Boolean)
			.at(-1)
			?.match(/[a-z\d]+/g) ?? [],
	);
	if (own.size < 3) return -1;
	return overlap(words, [...own].join(' '));
}

function letters(text: string): string {
	return text
		.toLowerCase()
		.replace(/^www\.|\.(?:com|org|net|co\.uk|de|fr|io|gov|edu)$/gu, '')
		.replace(/[^\p{L}\p{N}]/gu, '');
}
