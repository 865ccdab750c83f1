import type { Block, Mark, Text } from '../card.ts';

/** Characters that a view may have to escape. */
const escaped = /[\\*_~|`[\]<@:#>+]/gu;
/** What marks around a part take: quotation marks, stars, a link's brackets, a timestamp. */
const marks = 8;
const timestamp = 20;
/** What opens a block, and the line that stands between two. */
const opening = 6;

/**
 * How much of a message's text a block takes, from above: its characters, once more each one that may have to be
 * escaped, and what marks it. Menus and lines across take no text.
 */
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

export function textLength(text: Text): number {
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

function plainLength(text: string): number {
	const lines = text.split('\n').length - 1;
	return text.length + (text.match(escaped)?.length ?? 0) + 3 * lines;
}
