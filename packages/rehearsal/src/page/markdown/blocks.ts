import { parseInline } from './inline.ts';
import { listAt } from './list.ts';
import type { Block } from './tree.ts';

/**
 * Reads a message's text in Discord's dialect of markdown. Never throws, and takes time linear in the length.
 */
export function parseMarkdown(text: string): Block[] {
	return parseBlocks(text.replaceAll('\r\n', '\n'), false);
}

function parseBlocks(text: string, insideQuote: boolean): Block[] {
	const blocks: Block[] = [];
	let paragraph = '';
	const flush = () => {
		const content = paragraph.replace(/\n$/u, '');
		if (content !== '') blocks.push({ kind: 'paragraph', content: parseInline(content) });
		paragraph = '';
	};
	let fences = true;
	for (let at = 0; at < text.length; ) {
		const found = (insideQuote ? null : quoteAt(text, at)) ?? headingAt(text, at) ?? listAt(text, at);
		if (found !== null) {
			flush();
			blocks.push(found.block);
			at = found.end;
			continue;
		}
		const lineEnd = endOfLine(text, at);
		const fence = fences ? codeIn(text, at, lineEnd) : null;
		if (fence === 'unclosed') fences = false;
		if (fence === null || fence === 'unclosed') {
			paragraph += text.slice(at, lineEnd + 1);
			at = lineEnd + 1;
			continue;
		}
		paragraph += text.slice(at, fence.start);
		flush();
		blocks.push(fence.block);
		at = text[fence.end] === '\n' ? fence.end + 1 : fence.end;
	}
	flush();
	return blocks;
}

const endOfLine = (text: string, at: number): number => {
	const end = text.indexOf('\n', at);
	return end === -1 ? text.length : end;
};

function quoteAt(text: string, at: number): { block: Block; end: number } | null {
	if (text.startsWith('>>> ', at)) {
		return { block: { kind: 'quote', blocks: parseBlocks(text.slice(at + 4), true) }, end: text.length };
	}
	const lines: string[] = [];
	let end = at;
	while (end < text.length) {
		const lineEnd = endOfLine(text, end);
		const line = text.slice(end, lineEnd);
		if (!line.startsWith('> ') && line !== '>') break;
		lines.push(line.slice(2));
		end = lineEnd + 1;
	}
	if (lines.length === 0) return null;
	return { block: { kind: 'quote', blocks: parseBlocks(lines.join('\n'), true) }, end };
}

function headingAt(text: string, at: number): { block: Block; end: number } | null {
	const first = text[at];
	if (first !== '#' && first !== '-') return null;
	const lineEnd = endOfLine(text, at);
	const line = text.slice(at, lineEnd);
	const mark = /^(#{1,3}|-#) +(?=\S)/u.exec(line);
	if (mark === null) return null;
	const content = parseInline(line.slice(mark[0].length).trimEnd());
	const end = lineEnd + 1;
	if (mark[1] === '-#') return { block: { kind: 'subtext', content }, end };
	return { block: { kind: 'heading', level: (mark[1]?.length ?? 1) as 1 | 2 | 3, content }, end };
}

/** A fence may open in the middle of a line, and closes wherever the next one is. */
function codeIn(
	text: string,
	at: number,
	lineEnd: number,
): { start: number; block: Block; end: number } | 'unclosed' | null {
	const start = text.indexOf('```', at);
	if (start === -1 || start >= lineEnd || text[start - 1] === '\\') return null;
	const close = text.indexOf('```', start + 3);
	if (close === -1) return 'unclosed';
	const inner = text.slice(start + 3, close);
	const language = /^([\w+\-.#]{1,40})\n/u.exec(inner)?.[1] ?? null;
	const code = inner.slice(language === null ? 0 : language.length + 1);
	if (code.trim() === '') return null;
	return {
		start,
		block: { kind: 'code', language, text: code.replace(/^\n+/u, '').trimEnd() },
		end: close + 3,
	};
}
