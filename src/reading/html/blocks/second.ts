import type { PageContext } from './context.ts';
import { keysOf, rowNames } from './rows.ts';

const steps = [-4, -3, -2, -1, 1, 2, 3, 4] as const;

/** What the first look made of a block and of what is around it, after what it looked at itself. */
export const secondNames: readonly string[] = [
	...rowNames,
	...['first', ...steps.map((step) => `first${step > 0 ? '+' : ''}${step}`)],
	...[
		'firstAround2',
		'firstAround5',
		'firstAround12',
		'firstBefore',
		'firstAfter',
		'firstLike',
		'firstLikeCount',
	],
	...['inBox', 'inParent', 'inGrand', 'inGreat', 'shareParent', 'shareGrand', 'shareGreat', 'deepestMost'],
	...['inMost', 'toMost', 'mostRate', 'sinceFirst', 'untilLast', 'mass', 'massShare'],
];

/** Of the text that the first look took, the deepest element that holds so much of it is where the article is. */
const mostOfIt = 0.8;

/** The rows of the second look. @param first how likely each block is text of the article, by the first look. */
export function secondRowsOf(
	context: PageContext,
	rows: readonly Float64Array[],
	first: Float64Array,
): Float64Array[] {
	const { blocks, boxes } = context.layout;
	const count = blocks.length;
	const sizes = new Float64Array(count + 1);
	const masses = new Float64Array(count + 1);
	for (const [at, { text }] of blocks.entries()) {
		const size = Math.min(1_500, text.length);
		sizes[at + 1] = (sizes[at] as number) + size;
		masses[at + 1] = (masses[at] as number) + size * (first[at] as number);
	}
	const sizeIn = (from: number, to: number) =>
		(sizes[Math.min(count, Math.max(0, to))] as number) -
		(sizes[Math.min(count, Math.max(0, from))] as number);
	const massIn = (from: number, to: number) =>
		(masses[Math.min(count, Math.max(0, to))] as number) -
		(masses[Math.min(count, Math.max(0, from))] as number);
	const rate = (from: number, to: number) => massIn(from, to) / Math.max(1, sizeIn(from, to));
	const all = Math.max(1, masses[count] as number);
	const boxRate = boxes.map(({ first: from, last }) => rate(from, last));
	const boxShare = boxes.map(({ first: from, last }) => massIn(from, last) / all);
	let most = -1;
	for (const [at, share] of boxShare.entries()) if (share >= mostOfIt) most = at;
	const within = new Uint8Array(boxes.length);
	const toMost = new Float64Array(boxes.length);
	const above = new Set<number>();
	for (let at = most; at >= 0; at = boxes[at]?.parent ?? -1) above.add(at);
	for (const [at, { parent }] of boxes.entries()) {
		within[at] = at === most || within[parent] === 1 ? 1 : 0;
		toMost[at] = above.has(at) ? 0 : Math.min(30, (toMost[parent] ?? 29) + 1);
	}
	const keys = keysOf(boxes);
	const likes = new Map<string, { size: number; mass: number; count: number }>();
	for (const [at, { box, text }] of blocks.entries()) {
		const size = Math.min(300, text.length) + 10;
		const known = likes.get(keys[box] ?? '') ?? { size: 0, mass: 0, count: 0 };
		likes.set(keys[box] ?? '', {
			size: known.size + size,
			mass: known.mass + size * (first[at] as number),
			count: known.count + 1,
		});
	}
	let firstSure = first.findIndex((chance, at) => chance > 0.7 && (blocks[at]?.text.length ?? 0) > 60);
	if (firstSure < 0) firstSure = 0;
	let lastSure = count - 1;
	while (lastSure > 0 && !((first[lastSure] as number) > 0.7 && (blocks[lastSure]?.text.length ?? 0) > 60))
		lastSure--;
	return blocks.map(({ box, text }, at) => {
		const row = new Float64Array(secondNames.length);
		row.set(rows[at] as Float64Array);
		let column = rowNames.length;
		const put = (value: number) => {
			row[column++] = value;
		};
		put(first[at] as number);
		for (const step of steps) put(first[at + step] ?? -1);
		put(rate(at - 2, at + 3));
		put(rate(at - 5, at + 6));
		put(rate(at - 12, at + 13));
		put(rate(at - 3, at));
		put(rate(at + 1, at + 4));
		const like = likes.get(keys[box] ?? '');
		put(like ? like.mass / like.size : 0);
		put(Math.min(60, like?.count ?? 0));
		const parent = boxes[box]?.parent ?? -1;
		const grand = boxes[parent]?.parent ?? -1;
		const great = boxes[grand]?.parent ?? -1;
		put(boxRate[box] ?? 0);
		put(boxRate[parent] ?? 0);
		put(boxRate[grand] ?? 0);
		put(boxRate[great] ?? 0);
		put(boxShare[parent] ?? 1);
		put(boxShare[grand] ?? 1);
		put(boxShare[great] ?? 1);
		put(most < 0 ? 0 : (boxes[most]?.depth ?? 0));
		put(within[box] ?? 0);
		put(toMost[box] ?? 30);
		put(boxRate[most] ?? 0);
		put(Math.max(-50, Math.min(200, at - firstSure)));
		put(Math.max(-100, Math.min(100, lastSure - at)));
		put(all);
		put((Math.min(1_500, text.length) * (first[at] as number)) / all);
		return row;
	});
}
