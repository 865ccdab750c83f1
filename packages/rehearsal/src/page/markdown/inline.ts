import { angle, bareUrl, maskedLink } from './links.ts';
import type { Inline, Style } from './tree.ts';

/** Nothing that people write nests deeper; what does is shown as it is written. */
const deepest = 16;

interface Context {
	readonly depth: number;
	readonly insideLink: boolean;
}
/** What was found at a place: the node (or plain text), and where the text continues. */
interface Found {
	readonly node: Inline;
	readonly end: number;
}

/** Reads running text. Takes time linear in the text's length, whatever it holds. */
export function parseInline(text: string, context: Context = { depth: 0, insideLink: false }): Inline[] {
	const nodes: Inline[] = [];
	/** Closing marks of which there is none from here to the end: they are not looked for again. */
	const absent = new Set<string>();
	let plain = '';
	let at = 0;
	while (at < text.length) {
		const escaped = escapedAt(text, at);
		if (escaped !== null) {
			plain += escaped.text;
			at = escaped.end;
			continue;
		}
		const found = nodeAt(text, at, context, absent);
		if (found === null) {
			plain += text[at];
			at += 1;
			continue;
		}
		at = found.end;
		if (found.node.kind === 'text') {
			plain += found.node.text;
			continue;
		}
		if (plain !== '') nodes.push({ kind: 'text', text: plain });
		plain = '';
		nodes.push(found.node);
	}
	if (plain !== '') nodes.push({ kind: 'text', text: plain });
	return nodes;
}

const shrug = '¯\\_(ツ)_/¯';
const escapable = /[^0-9A-Za-z\s]/u;

function escapedAt(text: string, at: number): { text: string; end: number } | null {
	if (text[at] === '¯' && text.startsWith(shrug, at)) return { text: shrug, end: at + shrug.length };
	const next = text[at + 1];
	if (text[at] !== '\\' || next === undefined || !escapable.test(next)) return null;
	return { text: next, end: at + 2 };
}

function nodeAt(text: string, at: number, context: Context, absent: Set<string>): Found | null {
	switch (text[at]) {
		case '`':
			return codeAt(text, at, absent);
		case '*':
			// "***both***": the outer pair is the single one.
			if (text.startsWith('***', at)) {
				return (
					styledAt(text, at, '*', 'emphasis', context, absent) ??
					styledAt(text, at, '**', 'strong', context, absent)
				);
			}
			return text[at + 1] === '*'
				? styledAt(text, at, '**', 'strong', context, absent)
				: styledAt(text, at, '*', 'emphasis', context, absent);
		case '_':
			return text[at + 1] === '_'
				? styledAt(text, at, '__', 'underline', context, absent)
				: styledAt(text, at, '_', 'emphasis', context, absent);
		case '~':
			return styledAt(text, at, '~~', 'strike', context, absent);
		case '|':
			return styledAt(text, at, '||', 'spoiler', context, absent);
		case '<':
			return angle(text, at, context.insideLink);
		case '@':
			for (const name of ['@everyone', '@here'] as const) {
				if (text.startsWith(name, at)) return { node: { kind: 'everyone', name }, end: at + name.length };
			}
			return null;
		case '[':
			return context.insideLink || context.depth >= deepest ? null : linkAt(text, at, context, absent);
		case 'h':
			return context.insideLink ? null : bareUrl(text, at);
		default:
			return null;
	}
}

function styledAt(
	text: string,
	at: number,
	mark: string,
	kind: Style,
	context: Context,
	absent: Set<string>,
): Found | null {
	if (context.depth >= deepest || absent.has(mark) || !text.startsWith(mark, at)) return null;
	const start = at + mark.length;
	if (mark === '*' && /\s/u.test(text[start] ?? ' ')) return null;
	const close = closing(text, mark, start);
	if (close === -1) {
		absent.add(mark);
		return null;
	}
	const content = parseInline(text.slice(start, close), { ...context, depth: context.depth + 1 });
	return { node: { kind, content }, end: close + mark.length };
}

/** Where a mark that was opened is closed, or -1. The rules are those of Discord's own clients. */
function closing(text: string, mark: string, start: number): number {
	const single = mark.length === 1;
	for (let at = start; at < text.length; at += 1) {
		if (text[at] === '\\') {
			at += 1;
			continue;
		}
		if (!text.startsWith(mark, at)) continue;
		const after = text[at + mark.length];
		if (single && after === mark) {
			// A doubled mark inside is another style's.
			at += 1;
			continue;
		}
		if (at === start) continue;
		if (mark === '*' && /\s/u.test(text[at - 1] ?? '')) continue;
		if (mark === '_' && /\w/u.test(after ?? ' ')) continue;
		if ((mark === '**' || mark === '__') && after === mark[0]) continue;
		return at;
	}
	return -1;
}

function codeAt(text: string, at: number, absent: Set<string>): Found {
	const mark = marksAt(text, at);
	const start = at + mark.length;
	if (!absent.has(mark)) {
		for (let close = text.indexOf(mark, start); close !== -1; ) {
			const found = marksAt(text, close);
			if (found === mark) {
				const code = text.slice(start, close);
				return { node: { kind: 'code', text: code.trim() || code }, end: close + mark.length };
			}
			close = text.indexOf(mark, close + found.length);
		}
		absent.add(mark);
	}
	return { node: { kind: 'text', text: mark }, end: start };
}

function marksAt(text: string, at: number): string {
	let end = at;
	while (text[end] === '`') end += 1;
	return text.slice(at, end);
}

function linkAt(text: string, at: number, context: Context, absent: Set<string>): Found | null {
	if (absent.has('](')) return null;
	if (!text.includes('](', at)) absent.add('](');
	const link = maskedLink(text, at);
	if (link === null) return null;
	const content = parseInline(link.label, { depth: context.depth + 1, insideLink: true });
	return { node: { kind: 'link', url: link.url, title: link.title, content }, end: link.end };
}
