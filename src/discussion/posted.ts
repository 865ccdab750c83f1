import { postedWords } from '../language/compare/words.ts';
import { identifyLanguage } from '../language/identify.ts';
import { packFor } from '../language/packs.ts';
import { readParagraphs } from '../language/page.ts';
import { findQuotes } from '../language/quotations.ts';
import type { Words } from '../language/words.ts';
import { leadOf, postedUnder } from './posted-under.ts';
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
	const all = linesOf(text);
	const lines = all.lines.filter((line) => line !== '');
	const language = identifyLanguage(lines);
	const { words } = packFor(language);
	const marked = inMarks(lines, language);
	if (marked.length > 0) return bounded(marked, 'marks');
	const blocks = blocksOf(all, words);
	if (blocks.length > 0) return bounded(blocks, 'block');
	const said = lines.flatMap((line) => saidThat(line, words));
	if (said.length > 0) return bounded(said, 'said');
	const whole = lines.join('\n').trim();
	return bounded(isText(whole) ? [{ text: whole, speaker: null }] : [], 'all');
}

function bounded(quotes: readonly PostedQuote[], by: PostedQuotes['by']): PostedQuotes {
	return { quotes: quotes.slice(0, mostChecked), by, more: Math.max(0, quotes.length - mostChecked) };
}

const isText = (text: string): boolean => postedWords(text).length > 0;

/** The lines of a message without the marks of markdown, and which of them are in a block quotation. */
function linesOf(text: string): { readonly lines: readonly string[]; readonly isQuoted: readonly boolean[] } {
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
	return { lines, isQuoted };
}

/** The block quotations of a message with who they are attributed to, above or below. */
function blocksOf({ lines, isQuoted }: ReturnType<typeof linesOf>, words: Words): readonly PostedQuote[] {
	const blocks: PostedQuote[] = [];
	for (let at = 0; at < lines.length; at++) {
		if (!isQuoted[at]) continue;
		let end = at;
		while (isQuoted[end + 1]) end++;
		const quoted = lines.slice(at, end + 1).filter((line) => line !== '');
		const last = quoted.at(-1) ?? '';
		const signature = quoted.length > 1 ? signatureOf(last) : null;
		const text = (signature === null ? quoted : quoted.slice(0, -1)).join(' ');
		const above = lines.slice(0, at).findLast((line) => line !== '') ?? '';
		const introduced = /[:,]$/u.test(above) ? leadOf(above, words) : null;
		const speaker = signature ?? introduced ?? signatureOf(lines[end + 1] ?? '');
		if (isText(text)) blocks.push({ text, speaker });
		at = end;
	}
	return blocks;
}

/** "— John Kerry" under a quotation. */
function signatureOf(line: string): string | null {
	return /^[—–-]{1,2}\s*(\p{Lu}[^,;:(]{1,60})/u.exec(line)?.[1]?.trim() ?? null;
}

/** The quoted words of all lines, with the name that the packs' reading of attributions gives. */
function inMarks(lines: readonly string[], language: string | null): PostedQuote[] {
	const attributed = findQuotes(lines, language);
	const { words } = packFor(language);
	const found: PostedQuote[] = [];
	for (const { index, text: line, spans } of readParagraphs(lines, words)) {
		let after = 0;
		for (const { start, end, open, close } of spans) {
			const text = line.slice(start + open, end - close).trim();
			if (isText(text)) {
				const quote = attributed.find((one) => one.paragraph === index && one.start < end && one.end > start);
				found.push({ text, speaker: postedUnder({ line, start, after, quote }, words) });
			}
			after = end;
		}
	}
	// One word in marks is mostly doubted or named, where others are quoted.
	const several = found.filter((one) => postedWords(one.text).length > 1);
	return several.length > 0 ? several : found;
}
