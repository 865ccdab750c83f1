import type { Quote } from '../article.ts';
import { postedWords } from '../language/compare/words.ts';
import { identifyLanguage } from '../language/identify.ts';
import { packFor } from '../language/packs.ts';
import { readParagraphs } from '../language/page.ts';
import { findQuotes } from '../language/quotations.ts';
import { saidThat } from './said-that.ts';

/** Words that somebody posted as what was said. */
export interface PostedQuote {
	/** A stranger's words, without the marks around them. */
	readonly text: string;
	/** The name under which they were posted; null where the message names nobody. */
	readonly speaker: string | null;
}

export interface PostedQuotes {
	readonly quotes: readonly PostedQuote[];
	/** How they were found: by quotation marks, as a block quotation, behind "X said", or it is all of the message. */
	readonly by: 'marks' | 'block' | 'said' | 'all';
	/** How many more there are than are checked. */
	readonly more: number;
}

/** Ours: quotes checked of one message, and characters of a message, which Discord bounds anyway. */
export const mostChecked = 40;
const mostCharacters = 4_000;

/** Styles of Discord's markdown around and inside words; the marks of a heading, list or small print. */
const styles = /\\(?=[^\w\s])|\*+|~~|\|\||`+|__/gu;
const lineMarks = /^[^\S\n]*(?:#{1,3} |-# |[-*] )/gmu;
const links = /\[([^\]\n]{0,400})\]\(<?https?:[^)\s]{0,2000}>?\)/gu;
const blockLine = /^[^\S\n]*> ?/u;

/**
 * What is to be checked in a message: its quoted words, whatever the marks; else its block quotations; else what
 * follows "X said"; else all of it. Bounded, and linear in the message.
 */
export function postedQuotes(message: string): PostedQuotes {
	const text = message.slice(0, mostCharacters).toWellFormed().replace(links, '$1').replace(styles, '');
	const { lines, blocks } = linesOf(text);
	const language = identifyLanguage(lines);
	const marked = inMarks(lines, language);
	if (marked.length > 0) return bounded(marked, 'marks');
	if (blocks.length > 0) return bounded(blocks, 'block');
	const said = lines.flatMap((line) => saidThat(line, packFor(language).words));
	if (said.length > 0) return bounded(said, 'said');
	const all = lines.join('\n').trim();
	return bounded(isText(all) ? [{ text: all, speaker: null }] : [], 'all');
}

function bounded(quotes: readonly PostedQuote[], by: PostedQuotes['by']): PostedQuotes {
	return { quotes: quotes.slice(0, mostChecked), by, more: Math.max(0, quotes.length - mostChecked) };
}

const isText = (text: string): boolean => postedWords(text).length > 0;

/** The lines of a message without the marks of markdown, and its block quotations with who they are attributed to. */
function linesOf(text: string): {
	readonly lines: readonly string[];
	readonly blocks: readonly PostedQuote[];
} {
	const all = text.split('\n');
	const openEnded = all.findIndex((line) => /^[^\S\n]*>>> /u.test(line));
	const isQuoted = all.map((line, at) => blockLine.test(line) || (openEnded !== -1 && at >= openEnded));
	const lines = all.map((line) =>
		line
			.replace(/^[^\S\n]*>>> /u, '')
			.replace(blockLine, '')
			.replace(lineMarks, '')
			.trim(),
	);
	const blocks: PostedQuote[] = [];
	for (let at = 0; at < lines.length; at++) {
		if (!isQuoted[at]) continue;
		let end = at;
		while (isQuoted[end + 1]) end++;
		const quoted = lines.slice(at, end + 1).filter((line) => line !== '');
		const last = quoted.at(-1) ?? '';
		const signature = quoted.length > 1 ? signatureOf(last) : null;
		const words = (signature === null ? quoted : quoted.slice(0, -1)).join(' ');
		const before = lines.slice(0, at).findLast((line) => line !== '') ?? '';
		const speaker = signature ?? introduced(before) ?? signatureOf(lines[end + 1] ?? '');
		if (isText(words)) blocks.push({ text: words, speaker });
		at = end;
	}
	return { lines: lines.filter((line) => line !== ''), blocks };
}

/** "— John Kerry" under a quotation. */
function signatureOf(line: string): string | null {
	return /^[—–-]{1,2}\s*(\p{Lu}[^,;:(]{1,60})/u.exec(line)?.[1]?.trim() ?? null;
}

/** "Kerry said:" or "Kerry:" over one. */
function introduced(line: string): string | null {
	if (!/[:,]$/u.test(line)) return null;
	const name = /^((?:\p{Lu}[\p{L}\p{M}.'’-]*\s?){1,5})/u.exec(line)?.[1]?.trim();
	return name === undefined || name === '' ? null : name;
}

/** The quoted words of all lines, with the name that the packs' reading of attributions gives. */
function inMarks(lines: readonly string[], language: string | null): PostedQuote[] {
	const attributed = findQuotes(lines, language);
	const found: PostedQuote[] = [];
	for (const { index, text, spans } of readParagraphs(lines, packFor(language).words)) {
		for (const { start, end, open, close } of spans) {
			const words = text.slice(start + open, end - close).trim();
			if (!isText(words)) continue;
			const quote = attributed.find((one) => one.paragraph === index && one.start < end && one.end > start);
			found.push({ text: words, speaker: nameOf(quote, lines) ?? introduced(text.slice(0, start).trim()) });
		}
	}
	// One word in marks is mostly doubted or named, where others are quoted.
	const several = found.filter((one) => postedWords(one.text).length > 1);
	return several.length > 0 ? several : found;
}

/** The name, or the words for the speaker as they stand in the message. */
function nameOf(quote: Quote | undefined, lines: readonly string[]): string | null {
	if (!quote) return null;
	if (quote.speaker !== null) return quote.speaker;
	const { mention } = quote;
	const words = mention ? (lines[mention.paragraph] ?? '').slice(mention.start, mention.end) : '';
	return quote.role ?? (/^\p{Lu}/u.test(words) && words.length > 3 ? words : null);
}
