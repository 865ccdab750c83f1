import { parseInline } from './inline.ts';
import type { Block, ListItem } from './tree.ts';

interface Line {
	readonly indent: number;
	/** Null for a bullet. */
	readonly number: number | null;
	text: string;
}

/** Discord's clients show no list deeper than this. */
const deepest = 11;

/** The list that begins at this line, with the lists inside it. Null where none does. */
export function listAt(text: string, at: number): { block: Block; end: number } | null {
	const lines: Line[] = [];
	let end = at;
	while (end < text.length) {
		const newline = text.indexOf('\n', end);
		const lineEnd = newline === -1 ? text.length : newline;
		const line = itemLine(text.slice(end, lineEnd));
		const last = lines.at(-1);
		if (line !== null && last !== undefined && isOtherList(line, lines[0] ?? last)) break;
		if (line !== null) lines.push(line);
		else if (last !== undefined && /^ {2,}\S/u.test(text.slice(end, lineEnd))) {
			last.text += `\n${text.slice(end, lineEnd).trimStart()}`;
		} else break;
		end = lineEnd + 1;
	}
	if (lines.length === 0) return null;
	return { block: list(lines, 1), end };
}

function itemLine(line: string): Line | null {
	const match = /^( {0,40})(?:[-*]|(\d{1,9})\.) +(?=\S)/u.exec(line);
	if (match === null) return null;
	return {
		indent: match[1]?.length ?? 0,
		number: match[2] === undefined ? null : Number(match[2]),
		text: line.slice(match[0].length),
	};
}

/** Bullets after numbers, or the other way round, begin another list. */
const isOtherList = (line: Line, first: Line): boolean =>
	line.indent <= first.indent && (line.number === null) !== (first.number === null);

/** Lines with a deeper indent than the first are lists of the item before them. */
function list(lines: readonly Line[], depth: number): Block {
	const items: ListItem[] = [];
	const indent = lines[0]?.indent ?? 0;
	for (let at = 0; at < lines.length; ) {
		const line = lines[at];
		if (line === undefined) break;
		let next = at + 1;
		while (depth < deepest && (lines[next]?.indent ?? 0) > indent) next += 1;
		items.push({ content: parseInline(line.text), lists: listsOf(lines.slice(at + 1, next), depth + 1) });
		at = next;
	}
	return { kind: 'list', start: lines[0]?.number ?? null, items };
}

function listsOf(lines: readonly Line[], depth: number): Block[] {
	const found: Line[][] = [];
	for (const line of lines) {
		const current = found.at(-1);
		const first = current?.[0];
		if (current === undefined || first === undefined || isOtherList(line, first)) found.push([line]);
		else current.push(line);
	}
	return found.map((own) => list(own, depth));
}
