import { type PageContext, withinNames } from './context.ts';
import { type Measures, measureNames } from './measures.ts';

const tagKinds: Readonly<Record<string, number>> = {
	...{ p: 1, h1: 2, h2: 3, h3: 4, h4: 5, h5: 6, h6: 6, li: 7, blockquote: 8, pre: 9, td: 10, th: 11 },
	...{ figcaption: 12, caption: 12, dt: 13, dd: 14, button: 15, label: 16, section: 17, article: 18 },
	...{ header: 19, footer: 20, aside: 21, nav: 22, summary: 23, center: 24, body: 25 },
};

const near = ['-3', '-2', '-1', '+1', '+2', '+3'] as const;
const nearMeasures = [
	'length',
	'linked',
	'end',
	'capitals',
	'sentences',
] as const satisfies readonly (keyof Measures)[];

/** What is told of a block before anything is known of the others: a number for each name. */
export const rowNames: readonly string[] = [
	...measureNames,
	...['tag', 'parentTag', 'inner', 'broken', 'hidden', 'depth', 'words', 'path', 'copies', 'told'],
	...['place', 'charPlace', 'fromHeadline', 'beyondHeadline', 'isHeadline'],
	...withinNames,
	...[
		'boxLength',
		'boxLinked',
		'boxBlocks',
		'boxWeight',
		'parentLength',
		'parentLinked',
		'parentBlocks',
		'parentWeight',
	],
	...[
		'parentChildren',
		'grandLength',
		'grandLinked',
		'grandWeight',
		'inTop',
		'toTop',
		'topShare',
		'like',
		'likeLength',
	],
	...near.flatMap((step) => nearMeasures.map((name) => `${name}${step}`)),
	...near.flatMap((step) => [`tag${step}`, `path${step}`, `words${step}`, `sameBox${step}`]),
	...['around3', 'around8', 'linkedAround3', 'linkedAround8', 'pathAround', 'wordsAround'],
	...['pageBlocks', 'pageLength', 'pageLinked', 'pageLongest'],
];

/** The rows of all blocks of a page, in the order of `rowNames`. */
export function rowsOf(context: PageContext): Float64Array[] {
	const { layout, measures, words, path, weights, top, within, headline, copies, told } = context;
	const { blocks, boxes } = layout;
	const starts = new Float64Array(blocks.length + 1);
	const links = new Float64Array(blocks.length + 1);
	for (const [at, { text, linked }] of blocks.entries()) {
		starts[at + 1] = (starts[at] as number) + text.length;
		links[at + 1] = (links[at] as number) + Math.min(text.length, linked);
	}
	const total = starts[blocks.length] || 1;
	const tops = aroundTop(boxes, top);
	const likes = likesOf(context);
	const longest = Math.max(0, ...measures.map(({ length }) => length));
	const sum = (values: Float64Array, from: number, to: number) =>
		(values[Math.min(blocks.length, to)] as number) - (values[Math.max(0, from)] as number);
	const mean = (values: Float64Array, at: number, reach: number) => {
		let all = 0;
		let mass = 0;
		for (let other = Math.max(0, at - reach); other <= Math.min(blocks.length - 1, at + reach); other++) {
			const weight = Math.min(500, blocks[other]?.text.length ?? 0);
			all += weight * (values[other] as number);
			mass += weight;
		}
		return all / Math.max(1, mass);
	};
	return blocks.map((block, at) => {
		const row = new Float64Array(rowNames.length);
		let column = 0;
		const put = (value: number) => {
			row[column++] = value;
		};
		const own = measures[at] as Measures;
		for (const name of measureNames) put(own[name]);
		const box = boxes[block.box];
		const parent = box && boxes[box.parent];
		const grand = parent && boxes[parent.parent];
		put(tagKinds[box?.tag ?? ''] ?? 0);
		put(tagKinds[parent?.tag ?? ''] ?? 0);
		put(block.inner ? (block.inner.tagName === 'a' ? 1 : 2) : 0);
		put(block.broken ? 1 : 0);
		put(box?.isHidden ? 1 : 0);
		put(Math.min(40, box?.depth ?? 0));
		put(words[at] as number);
		put(path[at] as number);
		put(Math.min(6, copies[at] as number));
		put(told[at] as number);
		put(at / blocks.length);
		put((starts[at] as number) / total);
		put(headline < 0 ? 0 : Math.max(-60, Math.min(200, at - headline)));
		put(
			headline < 0
				? 0
				: Math.max(-3_000, Math.min(20_000, (starts[at] as number) - (starts[headline] as number))),
		);
		put(at === headline ? 1 : 0);
		const around = within[block.box];
		for (const name of withinNames) put(around?.[name] ?? 30);
		const most = Math.max(1e-9, weights[top] ?? 0);
		put(Math.min(20_000, box?.length ?? 0));
		put(box ? box.linked / Math.max(1, box.length) : 0);
		put(box ? Math.min(200, box.last - box.first) : 0);
		put((weights[block.box] ?? 0) / most);
		put(Math.min(20_000, parent?.length ?? 0));
		put(parent ? parent.linked / Math.max(1, parent.length) : 0);
		put(parent ? Math.min(200, parent.last - parent.first) : 0);
		put(parent ? (weights[box.parent] ?? 0) / most : 0);
		put(Math.min(60, parent?.children ?? 0));
		put(Math.min(20_000, grand?.length ?? 0));
		put(grand ? grand.linked / Math.max(1, grand.length) : 0);
		put(grand && parent ? (weights[parent.parent] ?? 0) / most : 0);
		put(tops.inside[block.box] === 1 ? 1 : 0);
		put(tops.distance[block.box] ?? 30);
		put(top < 0 ? 0 : (boxes[top]?.length ?? 0) / total);
		put(likes.counts[at] as number);
		put(likes.lengths[at] as number);
		for (const step of near) {
			const other = measures[at + Number(step)];
			for (const name of nearMeasures) put(other?.[name] ?? -1);
		}
		for (const step of near) {
			const number = at + Number(step);
			const other = blocks[number];
			put(other ? (tagKinds[boxes[other.box]?.tag ?? ''] ?? 0) : -1);
			put(path[number] ?? 0);
			put(words[number] ?? 0);
			put(other && boxes[other.box]?.parent === box?.parent ? 1 : 0);
		}
		put(sum(starts, at - 3, at + 4));
		put(sum(starts, at - 8, at + 9));
		put(sum(links, at - 3, at + 4) / Math.max(1, sum(starts, at - 3, at + 4)));
		put(sum(links, at - 8, at + 9) / Math.max(1, sum(starts, at - 8, at + 9)));
		put(mean(path, at, 4));
		put(mean(words, at, 4));
		put(Math.min(2_000, blocks.length));
		put(total);
		put((links[blocks.length] as number) / total);
		put(longest);
		return row;
	});
}

/** By box, whether it is within the heaviest one, and how many steps lead up from it to one that holds that one. */
function aroundTop(boxes: PageContext['layout']['boxes'], top: number) {
	const inside = new Uint8Array(boxes.length);
	const distance = new Float64Array(boxes.length);
	const above = new Set<number>();
	for (let at = top; at >= 0; at = boxes[at]?.parent ?? -1) above.add(at);
	for (const [at, box] of boxes.entries()) {
		inside[at] = at === top || inside[box.parent] === 1 ? 1 : 0;
		distance[at] = above.has(at) ? 0 : Math.min(30, (distance[box.parent] ?? 29) + 1);
	}
	return { inside, distance };
}

/** By block, how many others are in elements of the same names, and how long these are on average. */
function likesOf({ layout: { blocks, boxes } }: PageContext) {
	const keys = keysOf(boxes);
	const counts = new Map<string, { count: number; length: number }>();
	for (const { box, text } of blocks) {
		const key = keys[box] ?? '';
		const known = counts.get(key) ?? { count: 0, length: 0 };
		counts.set(key, { count: known.count + 1, length: known.length + text.length });
	}
	const of = ({ box }: { box: number }) => counts.get(keys[box] ?? '') ?? { count: 1, length: 0 };
	return {
		counts: Float64Array.from(blocks, (block) => Math.min(100, of(block).count)),
		lengths: Float64Array.from(blocks, (block) => Math.min(1_000, of(block).length / of(block).count)),
	};
}

/** By box, its tag and names with those of the one around it. */
export function keysOf(boxes: PageContext['layout']['boxes']): string[] {
	const own = boxes.map(({ tag, words }) => `${tag}.${words.slice(0, 6).join('.')}`);
	return boxes.map(({ parent }, at) => `${own[parent] ?? ''}>${own[at]}`);
}
