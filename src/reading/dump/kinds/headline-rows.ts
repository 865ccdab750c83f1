import { type Context, longWords } from './context.ts';
import { fillRow, rowNames } from './rows.ts';
import { trait, traitCount } from './traits.ts';

/** Features of a candidate for the headline, behind those that every line has. */
const ofCandidate = [
	...[
		'told8',
		'toldAll',
		'linesToBody',
		'sizeToBody',
		'longerBetween',
		'bodyHere',
		'bodyBelow',
		'longestHere',
	],
	...[
		'inAnother',
		'beginsAnother',
		'stampNext',
		'stampSoon',
		'shareSoon',
		'index',
		'order',
		'longestAbove',
		'toldCount',
		'toldOfMost',
		'sizeOfMost',
		'wordsBetween',
	],
] as const;

export const headlineNames: readonly string[] = [...rowNames, ...ofCandidate];

/** Lines above the body, at most, among which the headline is looked for. */
const mostAbove = 300;
/** Share of all that reads like body above which no headline is. */
const mostBody = 0.2;
const mostBelow = 40;
const longestHeadline = 400;

/** The lines that may be the headline, and where the body seems to start. */
export interface Candidates {
	readonly lines: readonly number[];
	readonly body: number;
}

/** @param body for each line how surely it is body, at the first look. */
export function headlineCandidates({ lines, traits }: Context, body: Float32Array): Candidates {
	const sizeOf = (at: number) => traits[at * traitCount + trait.size] ?? 0;
	let mass = 0;
	for (let at = 0; at < lines.length; at++) mass += (body[at] ?? 0) * sizeOf(at);
	let before = 0;
	let first = -1;
	let last = 0;
	for (let at = 0; at < lines.length; at++) {
		before += (body[at] ?? 0) * sizeOf(at);
		if (first < 0 && (body[at] ?? 0) > 0.5 && sizeOf(at) > 60) first = at;
		last = at;
		if (first >= 0 && (before > mass * mostBody || at > first + mostBelow)) break;
	}
	if (first < 0) last = Math.min(lines.length - 1, mostBelow);
	const candidates: number[] = [];
	for (let at = Math.max(0, last - mostAbove); at <= last; at++) {
		const size = sizeOf(at);
		const mark = traits[at * traitCount + trait.mark] ?? 0;
		// An address, a clock, a moment or a credit is none.
		const isNone = mark === 1 || mark === 2 || mark === 3 || mark === 5;
		if (size >= 4 && size <= longestHeadline && !isNone) candidates.push(at);
	}
	return { lines: candidates, body: first < 0 ? last : first };
}

/** Writes the features of each candidate into a row of its own. */
export function headlineRows(
	context: Context,
	body: Float32Array,
	{ lines: candidates, body: first }: Candidates,
): Float64Array[] {
	const { lines, traits, untilStamp } = context;
	const sizeOf = (at: number) => traits[at * traitCount + trait.size] ?? 0;
	const near = new Set<string>();
	let paragraphs = 0;
	for (let at = first; at < lines.length && paragraphs < 8; at++) {
		if ((body[at] ?? 0) < 0.5) continue;
		paragraphs++;
		for (const word of longWords(lines[at]?.text ?? '', 1500)) near.add(word);
	}
	const texts = candidates.map((at) => lines[at]?.text.toLowerCase() ?? '');
	const counts = candidates.map(
		(at) => new Set(longWords(lines[at]?.text ?? '', 300).filter((word) => near.has(word))).size,
	);
	const most = Math.max(1, ...counts);
	const largest = Math.max(1, ...candidates.slice(-40).map((at) => Math.min(200, sizeOf(at))));
	return candidates.map((at, index) => {
		const row = new Float64Array(headlineNames.length);
		fillRow(context, at, row);
		const words = longWords(lines[at]?.text ?? '', 300);
		const share = (known: (word: string) => boolean) =>
			words.length === 0 ? -1 : words.filter(known).length / words.length;
		let longer = 0;
		let between = 0;
		let worded = 0;
		for (let other = at + 1; other < first; other++) {
			between += sizeOf(other);
			if (sizeOf(other) >= sizeOf(at)) longer++;
			if (sizeOf(other) >= 25 && (traits[other * traitCount + trait.mark] ?? 0) === 0) worded++;
		}
		const text = texts[index] ?? '';
		const others =
			text.length < 12 ? [] : texts.filter((one) => one.length > text.length && one.includes(text));
		let longestAbove = 0;
		for (const other of candidates) if (other < at) longestAbove = Math.max(longestAbove, sizeOf(other));
		let shares = 0;
		for (let other = at + 1; other <= at + 8; other++)
			if ((traits[other * traitCount + trait.mark] ?? 0) === 9) shares++;
		let column = rowNames.length;
		for (const value of [
			share((word) => near.has(word)),
			share((word) => context.wordCounts.has(word)),
			Math.max(-20, Math.min(100, first - at)),
			Math.min(5000, between),
			Math.min(50, longer),
			body[at] ?? 0,
			body[at + 1] ?? 0,
			words.length === 0 ? 0 : Math.max(...words.slice(0, 30).map((word) => word.length)),
			Math.min(3, others.length),
			Math.min(3, others.filter((one) => one.startsWith(text)).length),
			untilStamp[at] === 1 ? 1 : 0,
			Math.min(20, untilStamp[at] ?? 20),
			shares,
			Math.min(300, at),
			index / candidates.length,
			longestAbove,
			counts[index] ?? 0,
			(counts[index] ?? 0) / most,
			sizeOf(at) / largest,
			worded,
		])
			row[column++] = value;
		return row;
	});
}
