import type { Block, Layout } from './layout.ts';

/** A paragraph has so many characters at least, and no larger share of them in links. */
const leastLength = 80;
const mostLinked = 0.3;
/** So much text, in characters, is a text of several paragraphs; and so much of it is chosen. */
const leastText = 1_500;
const leastShare = 0.5;

/**
 * What is chosen of a page's blocks with all paragraphs that stand side by side with it, directly in one element, where
 * most of their text is chosen: the further they are from the headline, the less sure each alone is.
 */
export function withSiblings({ blocks, boxes }: Layout, taken: readonly boolean[]): boolean[] {
	const lengths = new Map<number, { all: number; chosen: number }>();
	const around = ({ text, linked, box }: Block) =>
		boxes[box]?.tag === 'p' && text.length >= leastLength && linked <= text.length * mostLinked
			? (boxes[box]?.parent ?? -1)
			: -1;
	for (const [at, block] of blocks.entries()) {
		const box = around(block);
		if (box < 0) continue;
		const { all, chosen } = lengths.get(box) ?? { all: 0, chosen: 0 };
		const { length } = block.text;
		lengths.set(box, { all: all + length, chosen: chosen + (taken[at] ? length : 0) });
	}
	return blocks.map((block, at) => {
		if (taken[at]) return true;
		const { all, chosen } = lengths.get(around(block)) ?? { all: 0, chosen: 0 };
		return all >= leastText && chosen >= all * leastShare;
	});
}
