import { plainWords } from '../plain-words.ts';
import { attribute } from '../tree.ts';
import type { Layout } from './layout.ts';
import { type Measures, measuresOf } from './measures.ts';
import { scoresOf, tokensOfBox, wordsOfText } from './tokens.ts';

/** What the judge knows of a page before it looks at its blocks. */
export interface PageContext {
	readonly layout: Layout;
	readonly measures: readonly Measures[];
	/** By block, what the words of the text speak for, and those of the elements that it is in; 0 for nothing. */
	readonly words: Float64Array;
	readonly path: Float64Array;
	/** By box, how much it is like the container of a text, as Readability counts it. */
	readonly weights: Float64Array;
	/** The box with the most of that, or -1. */
	readonly top: number;
	/** By box, what is true of it and of all in it. */
	readonly within: readonly Within[];
	/** The number of the block with the headline, or -1. */
	readonly headline: number;
	/** By block, in how many blocks of the page the same text is. */
	readonly copies: Int32Array;
	/** By block: 1 where the page's data for machines has its text, -1 where they have another, 0 where they have none. */
	readonly told: Int8Array;
}

/** Weights of words: those in texts, and those in the names of elements. */
export interface WordTables {
	readonly text: ReadonlyMap<string, number>;
	readonly path: ReadonlyMap<string, number>;
}

/** How far up the nearest such element is; 30 where there is none. */
export interface Within {
	readonly article: number;
	readonly main: number;
	readonly aside: number;
	readonly nav: number;
	readonly header: number;
	readonly footer: number;
	readonly form: number;
	readonly figure: number;
	readonly table: number;
	readonly list: number;
	readonly quote: number;
	readonly good: number;
	readonly bad: number;
	readonly comment: number;
	readonly body: number;
}

export const withinNames = [
	...['article', 'main', 'aside', 'nav', 'header', 'footer', 'form', 'figure', 'table', 'list', 'quote'],
	...['good', 'bad', 'comment', 'body'],
] as const satisfies readonly (keyof Within)[];

const far = 30;
const good = /\b(?:article|body|content|entry|main|page|post|text|blog|story|prose|richtext|paragraph)\b/;
const bad =
	/\b(?:ad|ads|advert\w*|banner|breadcrumbs?|caption|combx|contact|cookie|consent|credit|disqus|extra|foot|footer|footnote|hidden|legends|masthead|media|menu|meta|modal|nav|navigation|newsletter|outbrain|popup|popular|promo|recommend\w*|related|remark|rss|scroll|share|sharing|shopping|shoutbox|sidebar|skip|sponsor|social|subscribe|tags|taboola|toolbar|trending|widget|byline|author|bio|toc)\b/;
const comment = /\b(?:comments?|commentlist|replies|respond|discussion|disqus)\b/;
const body =
	/\b(?:articlebody|article body|entry content|post content|post body|story body|article content|content body|article text|body copy|post text)\b/;

const nowhere: Within = Object.freeze(
	Object.fromEntries(withinNames.map((name) => [name, far])) as unknown as Within,
);

/** @param articleBody the text that the page gives for machines, or null. */
export function contextOf(
	layout: Layout,
	title: string | null,
	articleBody: string | null,
	tables: WordTables,
): PageContext {
	const { blocks, boxes } = layout;
	const measures = blocks.map((block) => measuresOf(block));
	const within: Within[] = [];
	for (const box of boxes) within.push(withinOf(box, within[box.parent] ?? nowhere));
	const words = new Float64Array(blocks.length);
	const path = new Float64Array(blocks.length);
	const pathOfBox = boxes.map((_, at) => scoresOf(tokensOfBox(boxes, at), tables.path));
	for (const [at, { text, box, inner }] of blocks.entries()) {
		words[at] = scoresOf(wordsOfText(text), tables.text);
		path[at] = (pathOfBox[box] ?? 0) + (inner ? scoresOf(tokensOfBox(boxes, box, inner), tables.path) : 0);
	}
	const { weights, top } = weigh(layout, measures);
	return {
		...{ layout, measures, words, path, weights, top, within },
		headline: headlineOf(layout, title),
		copies: copiesOf(layout),
		told: toldOf(layout, articleBody),
	};
}

function withinOf({ tag, words, element }: Layout['boxes'][number], above: Within): Within {
	const names = words.join(' ');
	const is = (name: keyof Within, here: boolean) => (here ? 0 : Math.min(far, above[name] + 1));
	const role = attribute(element, 'role') ?? '';
	return {
		article: is('article', tag === 'article' || role === 'article'),
		main: is('main', tag === 'main' || role === 'main'),
		aside: is('aside', tag === 'aside' || role === 'complementary'),
		nav: is('nav', tag === 'nav' || tag === 'menu' || role === 'navigation'),
		header: is('header', tag === 'header' || role === 'banner'),
		footer: is('footer', tag === 'footer' || role === 'contentinfo'),
		form: is('form', tag === 'form' || tag === 'fieldset'),
		figure: is('figure', tag === 'figure' || tag === 'figcaption'),
		table: is('table', tag === 'table'),
		list: is('list', tag === 'ul' || tag === 'ol' || tag === 'dl'),
		quote: is('quote', tag === 'blockquote'),
		good: is('good', names !== '' && good.test(names)),
		bad: is('bad', names !== '' && bad.test(names)),
		comment: is('comment', names !== '' && comment.test(names)),
		body: is('body', names !== '' && body.test(names)),
	};
}

const leastParagraph = 25;

/** The weight that Readability gives the elements around each paragraph, and the one that has the most. */
function weigh(
	{ blocks, boxes }: Layout,
	measures: readonly Measures[],
): { weights: Float64Array; top: number } {
	const weights = new Float64Array(boxes.length);
	for (const [at, { text, box, linked }] of blocks.entries()) {
		if (text.length < leastParagraph || linked > text.length / 2) continue;
		const weight = 1 + (measures[at]?.commas ?? 0) + Math.min(3, text.length / 100);
		let above = boxes[box]?.parent ?? -1;
		for (let level = 0; level < 4 && above >= 0; level++) {
			weights[above] = (weights[above] ?? 0) + weight / (level === 0 ? 1 : level === 1 ? 2 : level * 3);
			above = boxes[above]?.parent ?? -1;
		}
	}
	let top = -1;
	for (const [at, box] of boxes.entries()) {
		weights[at] = (weights[at] ?? 0) * (1 - box.linked / Math.max(1, box.length));
		if ((weights[at] as number) > (top < 0 ? 0 : (weights[top] as number))) top = at;
	}
	return { weights, top };
}

function headlineOf({ blocks, boxes }: Layout, title: string | null): number {
	const wanted = title === null ? null : plainWords(title);
	let first = -1;
	for (const [at, { text, box }] of blocks.entries()) {
		const isHeading = /^h[1-3]$/.test(boxes[box]?.tag ?? '');
		if (wanted !== null && text.length < 400 && plainWords(text) === wanted) {
			if (isHeading) return at;
			if (first < 0) first = at;
		}
	}
	return first >= 0 ? first : blocks.findIndex(({ box }) => boxes[box]?.tag === 'h1');
}

function copiesOf({ blocks }: Layout): Int32Array {
	const counts = new Map<string, number>();
	for (const { text } of blocks) counts.set(text, (counts.get(text) ?? 0) + 1);
	return Int32Array.from(blocks, ({ text }) => counts.get(text) ?? 1);
}

const leastTold = 300;

function toldOf({ blocks }: Layout, articleBody: string | null): Int8Array {
	const told = new Int8Array(blocks.length);
	const body = articleBody === null ? '' : plainWords(articleBody);
	if (body.length < leastTold) return told;
	let has = 0;
	let all = 0;
	for (const [at, { text }] of blocks.entries()) {
		const words = plainWords(text);
		if (words === '') continue;
		const isIn = body.includes(words.length > 120 ? words.slice(10, 100) : words);
		told[at] = isIn ? 1 : -1;
		if (isIn && words.length > 40) has += words.length;
		all++;
	}
	// What is given for machines may be another text, or only its beginning.
	return has > body.length / 2 && all > 0 ? told : told.fill(0);
}
