import type { Block, Card, Mark, Text } from '../card.ts';

/** Characters that a view may have to escape, each with one more. */
const escaped = new Set('\\*_~|`[]<@:#>+');
/** A line of a quotation has a mark of its own. */
const lineBreak = 3;
/** What marks around a part take: quotation marks, stars, a link's brackets, a timestamp. */
const marks = 8;
const timestamp = 20;
/** What opens a block, and the line that stands between two. */
const opening = 6;
/** The text of a page, of the 4,000 characters that a message holds, where title and origin are ordinary. */
const ordinaryRoom = 3000;

/** How much of a message's text a block takes, from above. Menus and lines across take none. */
export function blockLength(block: Block): number {
	switch (block.kind) {
		case 'rule':
		case 'menu':
			return 0;
		case 'list':
			return block.items.reduce((sum, item) => sum + opening + textLength(item), 0);
		default:
			return opening + textLength(block.text);
	}
}

export function blocksLength(blocks: readonly Block[]): number {
	return blocks.reduce((sum, block) => sum + blockLength(block), 0);
}

/** How much text the blocks of a card may take beside its title and its origin. */
export function roomBeside({ eyebrow = '', title, url, origin = [] }: Omit<Card, 'blocks'>): number {
	const head =
		Math.min(200, plainLength(eyebrow)) + Math.min(300, plainLength(title)) + Math.min(520, url?.length ?? 0);
	return Math.min(ordinaryRoom, 3800 - head - Math.min(500, textLength(origin)));
}

function textLength(text: Text): number {
	return text.reduce((sum, part) => sum + partLength(part), 0);
}

function partLength(part: string | Mark): number {
	if (typeof part === 'string') return plainLength(part);
	switch (part.mark) {
		case 'link':
			return plainLength(part.text) + part.url.length + marks;
		case 'time':
			return timestamp;
		case 'channel':
		case 'role':
		case 'member':
			return part.id.length + marks;
		case 'command':
			return part.name.length + timestamp + marks;
		default:
			return plainLength(part.text) + marks;
	}
}

/** How much a plain text takes: its characters, and what escapes and breaks lines. */
export function plainLength(text: string): number {
	let length = 0;
	for (const character of text) length += cost(character);
	return length;
}

/** How far into a text `most` reaches, as an offset; never between the halves of a pair. */
export function reach(text: string, most: number): number {
	let at = 0;
	let used = 0;
	while (at < text.length) {
		used += cost(text[at] ?? '');
		if (used > most) return /[\uD800-\uDBFF]/u.test(text[at - 1] ?? '') ? at - 1 : at;
		at++;
	}
	return at;
}

function cost(character: string): number {
	return character === '\n' ? 1 + lineBreak : escaped.has(character) ? 2 : character.length;
}
