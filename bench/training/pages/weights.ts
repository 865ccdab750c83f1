import type { Taught } from './page.ts';

/** Of the blocks far from the text, one in so many is learned from, for all of them. */
const thinned = 3;
const near = 15;
/** Longest block, in characters, that counts for more than shorter ones. */
const longest = 1_000;

/**
 * How much each block of a page counts: by its share of the text, since that is what a mistake about it costs, and so
 * that all pages count alike. 0 where it is not learned from.
 */
export function blockWeights({ layout: { blocks }, labels }: Taught): number[] {
	const kept = new Uint8Array(blocks.length);
	let size = 0;
	for (const [at, label] of labels.entries()) {
		if (!label) continue;
		kept.fill(1, Math.max(0, at - near), at + near + 1);
		size += blocks[at]?.text.length ?? 0;
	}
	return blocks.map(({ text }, at) => {
		const whole = kept[at] === 1 || text.length > 80;
		if (!whole && at % thinned !== 0) return 0;
		const share = (0.15 + Math.min(longest, text.length) / 150) * (4_000 / (size + 1_500));
		return Math.min(12, share) * (whole ? 1 : thinned);
	});
}
