import { distances } from './along.ts';
import { type Context, longWords } from './context.ts';
import { fillRow, rowNames } from './rows.ts';
import { trait, traitCount } from './traits.ts';

const around = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5] as const;

/** Features at the second look, behind those of the first: what the first look made of the lines around. */
const ofSecond = [
	...around.map((step) => `body${step >= 0 ? '+' : ''}${step}`),
	...[
		'body3',
		'body8',
		'body20',
		'massBefore',
		'massAfter',
		'mass',
		'sureAbove',
		'sureBelow',
		'sureAbove2',
		'sureBelow2',
	],
	...[
		'sinceHeadline',
		'sizeSinceHeadline',
		'headlineWords',
		'headlineSure',
		'toldBody',
		'toldBodyTwice',
		'copies',
	],
];

export const secondNames: readonly string[] = [...rowNames, ...ofSecond];

/** What a second look needs of the whole page. */
export interface SecondLook {
	readonly context: Context;
	readonly body: Float32Array;
	readonly headline: number;
	readonly headlineSure: number;
	readonly headlineWords: ReadonlySet<string>;
	/** Words of the lines that the first look took for body, with how many of those lines have each. */
	readonly wordCounts: ReadonlyMap<string, number>;
	/** Texts of body lines with how often they are there. */
	readonly copies: ReadonlyMap<string, number>;
	readonly sureAbove: Uint16Array;
	readonly sureBelow: Uint16Array;
	/** Expected body characters before each line, and one value more. */
	readonly mass: Float64Array;
	readonly weighed: Float64Array;
}

const sure = 0.7;
const sureSize = 60;
const wordsTold = 60_000;

export function secondLook(
	context: Context,
	body: Float32Array,
	headline: number,
	headlineSure: number,
): SecondLook {
	const { lines, traits } = context;
	const count = lines.length;
	const mass = new Float64Array(count + 1);
	const weighed = new Float64Array(count + 1);
	const wordCounts = new Map<string, number>();
	const copies = new Map<string, number>();
	let seen = 0;
	for (let at = 0; at < count; at++) {
		const size = Math.min(1500, traits[at * traitCount + trait.size] ?? 0);
		const chance = body[at] ?? 0;
		mass[at + 1] = (mass[at] ?? 0) + chance * size;
		weighed[at + 1] = (weighed[at] ?? 0) + size;
		if (chance < 0.5) continue;
		const text = lines[at]?.text ?? '';
		copies.set(text, (copies.get(text) ?? 0) + 1);
		if (seen > wordsTold) continue;
		for (const word of new Set(longWords(text, 1500))) {
			seen++;
			wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
		}
	}
	const isSure = (at: number) =>
		(body[at] ?? 0) > sure && (traits[at * traitCount + trait.size] ?? 0) > sureSize;
	const headlineWords = new Set(headline < 0 ? [] : longWords(lines[headline]?.text ?? '', 300));
	return {
		...{ context, body, headline, headlineSure, headlineWords, wordCounts, copies, mass, weighed },
		sureAbove: distances(count, isSure, false),
		sureBelow: distances(count, isSure, true),
	};
}

/** Writes the features of a line at the second look into `row`. */
export function fillSecondRow(look: SecondLook, at: number, row: Float64Array): void {
	const { context, body, mass, weighed, sureAbove, sureBelow } = look;
	fillRow(context, at, row);
	const count = context.lines.length;
	let column = rowNames.length;
	for (const step of around)
		row[column++] = at + step >= 0 && at + step < count ? (body[at + step] ?? 0) : -0.1;
	const within = (lines: number) => {
		const from = Math.max(0, at - lines);
		const to = Math.min(count, at + lines + 1);
		const size = (weighed[to] ?? 0) - (weighed[from] ?? 0) - ((weighed[at + 1] ?? 0) - (weighed[at] ?? 0));
		const sum = (mass[to] ?? 0) - (mass[from] ?? 0) - ((mass[at + 1] ?? 0) - (mass[at] ?? 0));
		return size <= 0 ? 0 : sum / size;
	};
	const whole = Math.max(1, mass[count] ?? 0);
	const above = at - (sureAbove[at] ?? 0);
	const below = at + (sureBelow[at] ?? 0);
	const since = look.headline < 0 ? -300 : Math.max(-300, Math.min(1000, at - look.headline));
	const words = longWords(context.lines[at]?.text ?? '', 400);
	const itself = (body[at] ?? 0) >= 0.5 ? 1 : 0;
	const share = (known: (word: string) => boolean) =>
		words.length === 0 ? -1 : words.filter(known).length / words.length;
	for (const value of [
		within(3),
		within(8),
		within(20),
		(mass[at] ?? 0) / whole,
		(whole - (mass[at + 1] ?? 0)) / whole,
		Math.min(20_000, whole),
		Math.min(100, sureAbove[at] ?? 0),
		Math.min(100, sureBelow[at] ?? 0),
		above < 0 ? 200 : Math.min(200, at - above + (sureAbove[above] ?? 0)),
		below >= count ? 200 : Math.min(200, below - at + (sureBelow[below] ?? 0)),
		since,
		look.headline < 0
			? -1
			: Math.min(20_000, Math.max(-1, (weighed[at] ?? 0) - (weighed[look.headline + 1] ?? 0))),
		share((word) => look.headlineWords.has(word)),
		look.headlineSure,
		share((word) => (look.wordCounts.get(word) ?? 0) > itself),
		share((word) => (look.wordCounts.get(word) ?? 0) > itself + 1),
		(look.copies.get(context.lines[at]?.text ?? '') ?? 0) - itself,
	])
		row[column++] = value;
}
