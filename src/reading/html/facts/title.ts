import { tidyLine } from '../../unseen.ts';
import type { Layout } from '../blocks/layout.ts';
import { firstOf, type Head } from './head.ts';
import { isArticle, textOf, unescaped } from './structured.ts';

/** Between a title and the name of its site. */
const separator = / (?:[|·•»›:]{1,2}|[-–—]) | \|(?=\S)|(?<=\S)\| /u;

/** Words of a heading, of those of the page's title, from which on it is the title and not a part of it. */
const mostOfTitle = { h1: 0.2, h2: 0.7, h3: 0.8 };

/**
 * The headline of a page: the heading that its title says too, or that says the title and more; else the title that
 * the page gives for machines, without the site's name; else its first heading. Null where it has none.
 *
 * @param site the site's name, or null. @param host the address's host, or null.
 */
export function titleOf(head: Head, layout: Layout, site: string | null, host: string | null): string | null {
	const said = head.things.filter(isArticle).flatMap((thing) => textOf(thing.headline) ?? []);
	const shared = [firstOf(head, 'og:title'), firstOf(head, 'twitter:title')].flatMap((one) => one ?? []);
	const written = [head.title, ...shared, ...said].flatMap((one) => (one ? [tidyLine(unescaped(one))] : []));
	const titles = written.map((one) => withoutSite(one, site, host)).filter((one) => one !== '');
	const told = titles.map(spaced);
	const names = [site, host, ...addedTo(written)].flatMap((one) => (one ? [letters(one)] : []));
	const exact = new Set(told);
	// A masthead can hold the article's headline; where the title says just that, it is no site's name.
	const headings = headingsIn(layout).filter(
		({ text, isSite }) =>
			(!isSite || exact.has(spaced(text))) &&
			text.length <= longest &&
			!domain.test(text) &&
			!names.includes(letters(text)),
	);
	let best: { text: string; score: number } | null = null;
	for (const { text, tag, isAside, isHidden, at } of headings) {
		const own = spaced(text);
		if (own.length < 4) continue;
		const shares = told.map((one) =>
			one.includes(own) ? own.length / one.length : own.includes(one) && one.length > 12 ? 1 : 0,
		);
		const share = Math.max(0, ...shares);
		if (share < mostOfTitle[tag]) continue;
		const score =
			share +
			(tag === 'h1' ? 1 : tag === 'h2' ? 0.3 : 0) -
			(isAside ? 0.8 : 0) -
			(isHidden ? 0.3 : 0) -
			at * 0.01;
		if (score > (best?.score ?? 0)) best = { text, score };
	}
	if (best) return best.text;
	const known = new Set(titles.flatMap(wordsOf));
	const hasMain = headings.some(({ tag }) => tag === 'h1');
	const first = headings.find(({ tag, isAside, isMarked, text }) => {
		const words = wordsOf(text);
		return (
			(tag === 'h1' || (isMarked && !hasMain)) &&
			!isAside &&
			words.filter((word) => known.has(word)).length >= words.length * leastShared
		);
	});
	const machine = titles.find((one) => wordsOf(one).length > 1 && !names.includes(letters(one)));
	// A title that was written without the site's name was written for this page; others are made by a template. Only a
	// heading that the page marks as the article's title goes before it.
	const isWritten = machine !== undefined && head.title !== null && machine === tidyLine(head.title);
	return (
		(isWritten && !first?.isMarked ? machine : null) ??
		first?.text ??
		machine ??
		titles[0] ??
		headings[0]?.text ??
		null
	);
}

/** What one title has before or after another one: mostly the site's name. */
function addedTo(titles: readonly string[]): string[] {
	return titles.flatMap((long) =>
		titles.flatMap((short) => {
			if (short.length < 4 || long.length <= short.length) return [];
			const added = long.endsWith(short)
				? /^(.+?)\s*[:|·•»–—-]+\s*$/u.exec(long.slice(0, -short.length))
				: long.startsWith(short)
					? /^\s*[|·•»–—-]+\s*(.+)$/u.exec(long.slice(short.length))
					: null;
			return added?.[1] ?? [];
		}),
	);
}

/** The name of a site that is its address: "example.com". */
const domain = /^(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,6}$/iu;

/** Of the words of a heading, how many the title has at least. */
const leastShared = 0.25;
/** A longer heading is a text. */
const longest = 200;

interface Heading {
	readonly text: string;
	readonly tag: 'h1' | 'h2' | 'h3';
	/** It is a link to the front page, or in the page's own header. */
	readonly isSite: boolean;
	readonly isAside: boolean;
	readonly isHidden: boolean;
	/** Its class says that it is the title of an article. */
	readonly isMarked: boolean;
	readonly at: number;
}

const mostHeadings = 60;
const titleWords = /\b(?:headline|(?:entry|post|article|page|story|blog) (?:title|heading))\b/;

function headingsIn({ boxes, blocks }: Layout): Heading[] {
	const found: Heading[] = [];
	for (const { tag, words, first, last, parent, isHidden } of boxes) {
		const isHeading =
			/^h[1-3]$/.test(tag) ||
			(titleWords.test(words.join(' ')) && last - first === 1 && /^(?:div|p|section)$/.test(tag));
		if (!isHeading || last <= first || last - first > 6 || found.length >= mostHeadings) continue;
		const own = blocks.slice(first, last);
		const text = own.map((block) => block.text).join(' ');
		const isLink = own.every((block) => block.linked >= block.text.length * 0.8);
		let isAside = false;
		let isTop = false;
		for (let at = parent, level = 0; at >= 0 && level < 9; at = boxes[at]?.parent ?? -1, level++) {
			const box = boxes[at];
			if (!box || box.tag === 'body') break;
			if (/^(?:aside|footer|nav)$/.test(box.tag)) isAside = true;
			if (
				/\b(?:logo|brand|masthead|site header|site title|related|sidebar|modal|popup|cookie)\b/.test(
					box.words.join(' '),
				)
			)
				isTop = true;
		}
		const isSite = isTop || /\b(?:logo|brand|site title|site name|sitename)\b/.test(words.join(' '));
		found.push({
			text,
			tag: tag === 'h1' || tag === 'h3' ? tag : 'h2',
			isSite,
			isAside: isAside || (isLink && tag !== 'h1'),
			isHidden,
			isMarked: titleWords.test(words.join(' ')),
			at: found.length,
		});
	}
	return found;
}

/** A title without the name of its site at the end or the beginning. */
export function withoutSite(title: string, site: string | null, host: string | null): string {
	const parts = title.split(separator);
	if (parts.length < 2) return title;
	const names = [site, host].flatMap((one) => (one ? [letters(one)] : []));
	const isSite = (part: string) => {
		const own = letters(part);
		return own.length > 1 && names.some((name) => name.includes(own) || own.includes(name));
	};
	const last = parts.at(-1) ?? '';
	const cutEnd = title
		.slice(0, title.lastIndexOf(last))
		.replace(/(?: (?:[|·•»›:]{1,2}|[-–—])|\|)\s*$/u, '')
		.trim();
	const isBar = /\|/.test(title.slice(cutEnd.length, title.length - last.length));
	// A name of a site is short: "Harbour News | The long way of a small town's bread" has it at the beginning.
	const isLong = wordsOf(last).length > 4 && wordsOf(last).length > wordsOf(cutEnd).length * 2;
	if (isSite(last) || (isBar && !isLong && wordsOf(cutEnd).length >= 2))
		return parts.length > 2 ? withoutSite(cutEnd, site, host) : cutEnd;
	const first = parts[0] ?? '';
	return isSite(first) || (isBar && isLong && parts.length === 2)
		? title
				.slice(first.length)
				.replace(/^ ?(?:[|·•»›:]{1,2}|[-–—])\s*/u, '')
				.trim()
		: title;
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words with a space around each, so that one text can be looked for in another. */
function spaced(text: string): string {
	return ` ${wordsOf(text.normalize('NFKD').replace(/\p{M}/gu, '')).join(' ')} `;
}

function letters(text: string): string {
	return text
		.toLowerCase()
		.replace(/^www\.|\.(?:com|org|net|co\.uk|de|fr|io|gov|edu)$/gu, '')
		.replace(/[^\p{L}\p{N}]/gu, '');
}
