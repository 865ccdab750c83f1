import { type Block, type Card, type Mark, stretches, type Text } from '../card.ts';

/** A line of a quotation has a mark of its own. */
const lineBreak = 3;
/** What marks around a part take: quotation marks, stars, a link's brackets, a timestamp. */
const marks = 8;
const timestamp = 20;
/** Two stars on each side. */
const boldMarks = 4;
/** What each ASCII character takes: two where a view may have to escape it. */
const costs = new Uint8Array(128).fill(1);
for (const character of '\\*_~|`[]<@:#>+') costs[character.charCodeAt(0)] = 2;
costs['\n'.charCodeAt(0)] = 1 + lineBreak;

/** What opens a block, and the line that is between two. */
const opening = 6;
/** The text of a page, of the 4,000 characters that a message holds, where title and origin are ordinary. */
const ordinaryRoom = 3000;

/** How much of a message's text a block takes, measured from above. Menus, buttons and horizontal lines take none. */
export function blockLength(block: Block): number {
	switch (block.kind) {
		case 'rule':
		case 'menu':
		case 'picture':
		case 'file':
		case 'buttons':
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

/** How much of it the addresses of links take: they take room in a message, and none on the screen. */
export function addressesLength(blocks: readonly Block[]): number {
	return blocks.flatMap(textsOf).reduce((sum, text) => sum + addressesIn(text), 0);
}

function textsOf(block: Block): readonly Text[] {
	if (block.kind === 'list') return block.items;
	return 'text' in block ? [block.text] : [];
}

function addressesIn(text: Text): number {
	return text.reduce(
		(sum, part) => sum + (typeof part !== 'string' && part.mark === 'link' ? part.url.length : 0),
		0,
	);
}

/** How much text the blocks of a card may take, with its title and its origin. */
export function roomBeside({ eyebrow = '', title, url, origin = [] }: Omit<Card, 'blocks'>): number {
	const head =
		Math.min(200, plainLength(eyebrow)) + Math.min(600, plainLength(title)) + Math.min(520, url?.length ?? 0);
	return Math.min(ordinaryRoom, 3800 - head - Math.min(500, textLength(origin)));
}

/** How much a text takes, with its marks. */
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
		case 'verbatim':
			return (
				plainLength(part.text) +
				marks +
				boldMarks * (part.ranges?.length ?? stretches(part.text, part.bold).filter(({ bold }) => bold).length)
			);
		default:
			return plainLength(part.text) + marks;
	}
}

/** How much a plain text takes: its characters, and what escapes and breaks lines. */
export function plainLength(text: string): number {
	let length = 0;
	for (let at = 0; at < text.length; at++) length += cost(text.charCodeAt(at));
	return length;
}

/** How far into a text `most` reaches, as an offset; never inside a surrogate pair. */
export function reach(text: string, most: number): number {
	let used = 0;
	for (let at = 0; at < text.length; at++) {
		used += cost(text.charCodeAt(at));
		if (used > most) return /[\uD800-\uDBFF]/u.test(text[at - 1] ?? '') ? at - 1 : at;
	}
	return text.length;
}

function cost(code: number): number {
	return code < 128 ? (costs[code] ?? 1) : 1;
}
