import type { Block, Text } from '../../card.ts';
import { type Known, running } from './running.ts';

/** A block of text as lines of Discord's markdown; an empty string where nothing of it can be shown. */
export interface Shown {
	readonly markdown: string;
	readonly cut: boolean;
}

type TextBlock = Extract<Block, { readonly text: Text }>;

/**
 * A block of text within `room` characters. Text keeps its lines; a heading, small print and a list's items
 * take one line each.
 */
export function textBlock(block: TextBlock, known: Known, room: number): Shown {
	switch (block.kind) {
		case 'heading':
			return oneLine('### ', block.text, known, room);
		case 'note':
			return oneLine('-# ', block.text, known, room);
		case 'said':
			return said(block.text, known, room, block.large ? '> ### ' : '> ');
		case 'text': {
			const { markdown, cut } = running(block.text, known, room);
			return { markdown: markdown.trim(), cut };
		}
	}
}

/** A list within `room` characters: whole items first, then a line that says how many are missing. */
export function listBlock(items: readonly Text[], known: Known, room: number): Shown {
	const more = (count: number) => `- … and ${count} more`;
	const lines: string[] = [];
	let used = 0;
	for (const [index, item] of items.entries()) {
		const left = room - used - (index === items.length - 1 ? 0 : more(items.length).length + 1);
		const line = oneLine('- ', item, known, Math.min(left, itemRoom));
		if (line.markdown === '' && !line.cut) continue;
		if (line.markdown === '' || (line.cut && left < itemRoom)) {
			if (lines.length === 0) return line;
			return { markdown: [...lines, more(items.length - index)].join('\n'), cut: true };
		}
		lines.push(line.markdown);
		used += line.markdown.length + 1;
	}
	return { markdown: lines.join('\n'), cut: false };
}

/** One item of a list never takes up all the room. */
const itemRoom = 600;

function oneLine(prefix: string, text: Text, known: Known, room: number): Shown {
	const { markdown, cut } = running(text, known, room - prefix.length);
	const line = markdown.replace(/\s*\n\s*/gu, ' ').trim();
	return { markdown: line === '' ? '' : prefix + line, cut };
}

/** Every line of a block quotation has the mark, so its lines are counted first. */
function said(text: Text, known: Known, room: number, prefix: string): Shown {
	let inner = room;
	for (;;) {
		const { markdown, cut } = running(text, known, inner);
		const lines = markdown
			.trim()
			.split('\n')
			.map((line) => (line === '' ? '> ' : prefix + line))
			.join('\n');
		if (lines.length <= room) return { markdown: markdown.trim() === '' ? '' : lines, cut };
		inner -= lines.length - room;
		if (inner <= 0) return { markdown: '', cut: true };
	}
}
