import type { Block } from '../../card.ts';
import { listBlock, type Shown, textBlock } from './blocks.ts';
import type { Known } from './running.ts';

/** What is between head and foot of a card: text, horizontal lines, menus and buttons, in order. */
export type Piece =
	| { readonly kind: 'text'; readonly markdown: string }
	| { readonly kind: 'rule' }
	| { readonly kind: 'menu'; readonly block: Extract<Block, { kind: 'menu' }> }
	| Extract<Block, { kind: 'buttons' }>
	| Extract<Block, { kind: 'picture' | 'file' }>;

export interface Body {
	readonly pieces: readonly Piece[];
	/** Whether some text did not fit. */
	readonly cut: boolean;
}

/** More blocks than this never fit; a card that holds more is not read to its end. */
const mostBlocks = 200;

/**
 * The blocks of a card within `room` characters. A long block is cut so that those after it keep their room,
 * as long as that leaves it half of what there is.
 */
export function body(blocks: readonly Block[], known: Known, room: number): Body {
	const looked = blocks.slice(0, mostBlocks);
	const wholes = looked.map((block) => fitted(block, known, room).markdown.length);
	let later = wholes.reduce((sum, length) => sum + length + 1, 0);
	let left = room;
	let cut = blocks.length > mostBlocks;
	const pieces: Piece[] = [];
	let texts: { block: Block; markdown: string }[] = [];
	const flush = () => {
		const markdown = together(texts);
		if (markdown !== '') pieces.push({ kind: 'text', markdown });
		texts = [];
	};
	for (const [index, block] of looked.entries()) {
		later -= (wholes[index] ?? 0) + 1;
		if (hasNoText(block)) {
			flush();
			pieces.push(block.kind === 'menu' ? { kind: 'menu', block } : block);
			continue;
		}
		// Two characters for what joins it to the block before.
		const own = Math.max(left - later, Math.floor(left / 2)) - 2;
		const shown = fitted(block, known, own);
		cut ||= shown.cut;
		if (shown.markdown === '') continue;
		texts.push({ block, markdown: shown.markdown });
		left -= shown.markdown.length + 2;
	}
	flush();
	return { pieces: cut ? pieces.map(withoutLastHeading) : pieces, cut };
}

type Textless = Extract<Block, { kind: 'menu' | 'rule' | 'buttons' | 'picture' | 'file' }>;
const textless: ReadonlySet<Block['kind']> = new Set(['menu', 'rule', 'buttons', 'picture', 'file']);

function hasNoText(block: Block): block is Textless {
	return textless.has(block.kind);
}

function fitted(block: Block, known: Known, room: number): Shown {
	if (hasNoText(block)) return { markdown: '', cut: false };
	return block.kind === 'list' ? listBlock(block.items, known, room) : textBlock(block, known, room);
}

/** Two quotations in a row, or two paragraphs, need an empty line, or they read as one. */
function together(texts: readonly { readonly block: Block; readonly markdown: string }[]): string {
	let all = '';
	for (const [index, { block, markdown }] of texts.entries()) {
		const before = texts[index - 1]?.block.kind;
		const apart = before === block.kind && (block.kind === 'said' || block.kind === 'text') ? '\n\n' : '\n';
		all += index === 0 ? markdown : apart + markdown;
	}
	return all;
}

/** A heading whose text was left out is left out too. */
function withoutLastHeading(piece: Piece): Piece {
	return piece.kind === 'text'
		? { kind: 'text', markdown: piece.markdown.replace(/\n### [^\n]*$/u, '') }
		: piece;
}
