import type { Block } from './layout.ts';

/** Which blocks of a page are its text, and how sure that is. */
export interface Choice {
	readonly taken: readonly boolean[];
	/** The F1 of words that is to be expected of it, 0 to 1. */
	readonly sure: number;
}

/**
 * Takes the blocks with the highest chances, as many as make the expected F1 of characters the highest. The bound that
 * this gives is half of that F1 (Lipton, Elkan and Narayanaswamy 2014): 0.5 on a page that is clear, less on others.
 */
export function chooseBlocks(blocks: readonly Block[], chances: Float64Array): Choice {
	const order = [...chances.keys()].sort((a, b) => (chances[b] as number) - (chances[a] as number));
	let expected = 0;
	for (const [at, { text }] of blocks.entries()) expected += text.length * (chances[at] as number);
	let size = 0;
	let hit = 0;
	let best = 0;
	let bound = 1;
	for (const at of order) {
		const { length } = (blocks[at] as Block).text;
		size += length;
		hit += length * (chances[at] as number);
		const f1 = (2 * hit) / (size + expected);
		if (f1 > best) {
			best = f1;
			bound = chances[at] as number;
		}
	}
	return { taken: Array.from(chances, (chance) => best > 0 && chance >= bound), sure: best };
}
