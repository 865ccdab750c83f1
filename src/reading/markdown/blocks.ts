import { Lexer, type Token } from 'marked';
import { unescaped } from '../references.ts';
import { tidyLine } from '../unseen.ts';

/** A block of text: a paragraph, a heading or an item of a list. */
export interface Block {
	/** 1 to 6 for a heading, 0 for all else. */
	readonly heading: number;
	readonly text: string;
}

/** Deeper lists and quotations than that are written by nobody; a line of dashes is a rule. */
const deepest = 30;
const tooDeep = new RegExp(
	`^(?![-*_ \\t]+$)[ \\t]*(?:(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))[ \\t]*){${deepest},}`,
	'mu',
);
/** Stars and underscores in one block, and in all: the lexer compares each with all others of its block. */
const mostMarks = { inBlock: 3_000, inAll: 30_000 };
/** Blocks that are no text. */
const leftOut = new Set(['code', 'hr', 'html', 'def', 'space', 'image', 'checkbox']);

/**
 * The blocks of a Markdown text, in order, without their marks. @throws RangeError where it is nested too deep, or has more
 * marks than anybody writes.
 */
export function blocksOf(text: string): Block[] {
	if (tooDeep.test(text)) throw new RangeError('nested too deep');
	const marks = text.split(/\n[ \t\r]*\n/u).map((block) => block.match(/[*_]/gu)?.length ?? 0);
	if (marks.some((count) => count > mostMarks.inBlock) || sum(marks) > mostMarks.inAll)
		throw new RangeError('too many marks');
	const blocks: Block[] = [];
	for (const token of new Lexer({ gfm: true }).lex(text)) addBlocks(token, blocks);
	return blocks;
}

function addBlocks(token: Token, blocks: Block[]): void {
	if (leftOut.has(token.type)) return;
	if (token.type === 'heading' || token.type === 'paragraph') {
		add(blocks, lineOf(token.tokens ?? []), token.type === 'heading' ? token.depth : 0);
	} else if (token.type === 'text') {
		add(blocks, lineOf([token]), 0);
	} else if (token.type === 'table') {
		for (const row of token.rows) {
			add(blocks, row.map((cell: { tokens: Token[] }) => lineOf(cell.tokens)).join(' · '), 0);
		}
	} else if (token.type === 'list') {
		for (const item of token.items) for (const one of item.tokens) addBlocks(one, blocks);
	} else if ('tokens' in token) {
		for (const one of token.tokens ?? []) addBlocks(one, blocks);
	}
}

function sum(counts: readonly number[]): number {
	return counts.reduce((all, count) => all + count, 0);
}

function add(blocks: Block[], line: string, heading: number): void {
	const text = tidyLine(line);
	if (text !== '') blocks.push({ heading, text });
}

/** What is shown of the tokens of a line. */
function lineOf(tokens: readonly Token[]): string {
	return tokens
		.map((token): string => {
			if (token.type === 'br') return ' ';
			if (leftOut.has(token.type)) return '';
			if ('tokens' in token && token.tokens && token.tokens.length > 0) return lineOf(token.tokens);
			// The lexer leaves the references to characters to whoever writes the HTML.
			return 'text' in token && typeof token.text === 'string' ? unescaped(token.text) : '';
		})
		.join('');
}
