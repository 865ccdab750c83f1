import { type Context, longWords } from './context.ts';
import { type Trait, trait, traitCount, traitNames } from './traits.ts';
import { wordTopics } from './words.ts';

const own = traitNames.filter((name) => name !== 'topics');
const ofNeighbours = [
	'size',
	'end',
	'small',
	'mark',
	'capitals',
	'time',
	'gap',
] as const satisfies readonly Trait[];
const neighbours = [-3, -2, -1, 1, 2, 3] as const;
const ofPlace = [
	...[
		'place',
		'proseShare',
		'fromBlock',
		'toBlock',
		'inBlock',
		'lines',
		'wordCounts',
		'toldTwice',
		'repeats',
		'again',
	],
	...[
		'run',
		'proseAbove',
		'proseBelow',
		'sinceOther',
		'sinceComments',
		'sinceLegal',
		'sinceSign',
		'untilLegal',
	],
	...['sinceStamp', 'untilStamp', 'near2', 'near5', 'near12', 'sizeAbove', 'sizeBelow'],
	...[
		'sinceThread',
		'often6',
		'often20',
		'times6',
		'names6',
		'timesAbove',
		'bangs',
		'sinceShare',
		'tellsAuthor',
	],
	...['wordScore', 'wordScore-1', 'wordScore+1'],
] as const;

/** The features of a line, in the order of a row. */
export const rowNames: readonly string[] = [
	...own,
	...wordTopics.map((topic) => `says.${topic}`),
	...neighbours.flatMap((step) => ofNeighbours.map((name) => `${name}${step > 0 ? '+' : ''}${step}`)),
	...ofPlace,
];

const capped = (value: number, most: number) => Math.min(value, most);

/** Writes the features of a line into `row`. */
export function fillRow(context: Context, at: number, row: Float64Array): void {
	const { traits, lines, proseBefore, block, wordScores } = context;
	const count = lines.length;
	let column = 0;
	const base = at * traitCount;
	for (const name of own) row[column++] = traits[base + trait[name]] ?? 0;
	const topics = traits[base + trait.topics] ?? 0;
	for (let bit = 0; bit < wordTopics.length; bit++) row[column++] = (topics >> bit) & 1;
	for (const step of neighbours) {
		const other = at + step;
		const there = other >= 0 && other < count;
		for (const name of ofNeighbours)
			row[column++] = there ? (traits[other * traitCount + trait[name]] ?? 0) : -1;
	}
	const prose = (from: number, to: number) =>
		(proseBefore[Math.min(count, to)] ?? 0) - (proseBefore[Math.max(0, from)] ?? 0);
	const around = (lines: number) => (prose(at - lines, at + lines + 1) - prose(at, at + 1)) / (2 * lines);
	const within = (before: Uint32Array, lines: number) =>
		(before[Math.min(count, at + lines + 1)] ?? 0) - (before[Math.max(0, at - lines)] ?? 0);
	const { wordCounts, toldTwice } = wordCountsOf(context, at);
	const { since, proseAbove, proseBelow } = context;
	const above = at - (proseAbove[at] ?? 0);
	const below = at + (proseBelow[at] ?? 0);
	for (const value of [
		at / count,
		(proseBefore[at] ?? 0) / Math.max(1, proseBefore[count] ?? 0),
		Math.max(-200, Math.min(200, at - block[0])),
		Math.max(-200, Math.min(200, block[1] - at)),
		at >= block[0] && at <= block[1] ? 1 : 0,
		capped(count, 2000),
		wordCounts,
		toldTwice,
		context.repeats[at] ?? 1,
		context.again[at] ?? 0,
		capped(context.run[at] ?? 0, 60),
		capped(proseAbove[at] ?? 0, 60),
		capped(proseBelow[at] ?? 0, 60),
		capped(since.other[at] ?? 0, 60),
		capped(since.comments[at] ?? 0, 100),
		capped(since.legal[at] ?? 0, 60),
		capped(since.sign[at] ?? 0, 60),
		capped(context.untilLegal[at] ?? 0, 100),
		capped(context.sinceStamp[at] ?? 0, 60),
		capped(context.untilStamp[at] ?? 0, 60),
		around(2),
		around(5),
		around(12),
		traits[above * traitCount + trait.size] ?? 0,
		traits[below * traitCount + trait.size] ?? 0,
		capped(context.sinceThread[at] ?? 0, 100),
		within(context.oftenBefore, 6),
		within(context.oftenBefore, 20),
		within(context.timesBefore, 6),
		within(context.namesBefore, 6),
		(context.timesBefore[at] ?? 0) - (context.timesBefore[Math.max(0, at - 3)] ?? 0),
		bangsIn(lines[at]?.text ?? ''),
		capped(since.share[at] ?? 0, 60),
		context.authors.some((name) => lines[at]?.text.startsWith(name)) ? 1 : 0,
		wordScores[at] ?? 0,
		wordScores[at - 1] ?? 0,
		wordScores[at + 1] ?? 0,
	])
		row[column++] = value;
}

/** Of a line's longer words, how many the densest stretch has besides the line, once and twice. */
function wordCountsOf(
	{ lines, wordCounts, block }: Context,
	at: number,
): { wordCounts: number; toldTwice: number } {
	const words = longWords(lines[at]?.text ?? '', 300);
	if (words.length === 0) return { wordCounts: -1, toldTwice: -1 };
	const itself = at >= block[0] && at <= block[1] ? 1 : 0;
	let once = 0;
	let twice = 0;
	for (const word of words) {
		const times = (wordCounts.get(word) ?? 0) - itself;
		if (times >= 1) once++;
		if (times >= 2) twice++;
	}
	return { wordCounts: once / words.length, toldTwice: twice / words.length };
}

/** Signs with which people write who are not paid for it: "!!", "???", "...", smileys. */
function bangsIn(text: string): number {
	return Math.min(
		5,
		(text.length > 600 ? text.slice(0, 600) : text).match(
			/[!?]{2,}|!|\.{3}|\p{Extended_Pictographic}|:-?\)/gu,
		)?.length ?? 0,
	);
}
