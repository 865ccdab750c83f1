import type { Judged } from './judge.ts';

/**
 * What counts against what words are worth: the chance that a sentence is unclear, that one tells the point, and each
 * sentence by itself, since a reader who asks for more wants to read more; for the first sentence of news, and, once a set, for
 * one that tells the news in the reporter's words.
 */
const counts = { unclear: 1, point: 7, sentence: 0.06, lede: 0.5, reported: 1.6 };
/** A sentence that is unclear with a higher chance is doubtful: shown alone at most, where all are. */
const bound = 0.25;
/** What one that is doubtful loses: more than any other can gain. */
const doubtful = 10;
/** What a set loses for two sentences that share more than this of the open words of the shorter one. */
const alike = { share: 0.5, loss: 0.2 };
/** Sentences of which all sets of up to three are looked at, and those likeliest to tell the point among them. */
const most = { sentences: 14, points: 5 };

/** What a reader gains by a set of sentences, in ascending order; negative infinity where it may not be shown. */
export type Gain = (set: readonly number[]) => number;

/** What the rules say of sets of sentences, in ascending order. */
export interface Rules {
	/** What a set is worth by its words; negative infinity where it may not be shown. */
	worth(set: readonly number[]): number;
	/** How doubtful a sentence of a set is; from 1 on it is better left out. */
	doubt(set: readonly number[], at: number): number;
	/** The share of the open words of the shorter of two sentences that the other one has, too. */
	overlap(one: number, other: number): number;
	/** The first sentence of news, where it can be read alone. */
	readonly lede?: number | undefined;
	/** Whether a sentence tells the news in the reporter's words. */
	isReported?(index: number): boolean;
}

/**
 * What a set is worth to a reader: what its words are worth, more for a sentence that is likely to tell the point, less
 * for each that is likely to be unclear there and for one that says again what another says. A doubtful sentence stands beside no other.
 */
export function createGain(
	{ worth, doubt, overlap, lede, isReported }: Rules,
	{ unclear, point }: Judged,
): Gain {
	return (set) => {
		let gain = worth(set);
		if (gain === Number.NEGATIVE_INFINITY) return gain;
		if (isReported && set.some(isReported)) gain += counts.reported;
		for (const [at, index] of set.entries()) {
			const chance = unclear(set, at);
			if (chance > bound || doubt(set, at) >= 1) {
				if (set.length > 1) return Number.NEGATIVE_INFINITY;
				gain -= doubtful;
			}
			for (const before of set.slice(0, at)) if (overlap(before, index) > alike.share) gain -= alike.loss;
			gain += counts.point * (point[index] ?? 0) - counts.unclear * chance + counts.sentence;
			if (index === lede) gain += counts.lede;
		}
		return gain;
	};
}

/**
 * The one, two or three sentences that a reader gains most by: fewer where a third is doubtful. A sentence that needs
 * another is looked at together with the one that explains it best.
 * @param alone what each sentence is worth alone; negative infinity where it is never shown.
 * @returns in ascending order.
 */
export function pickShort(alone: readonly number[], gain: Gain, judged: Judged): readonly number[] {
	const picked = shortlist(alone, judged);
	let best: readonly number[] = [];
	let highest = Number.NEGATIVE_INFINITY;
	const extend = (set: readonly number[], from: number): void => {
		for (const [at, index] of picked.entries()) {
			if (at < from) continue;
			const next = [...set, index];
			const value = gain(next);
			if (value > highest) [best, highest] = [next, value];
			if (next.length < 3) extend(next, at + 1);
		}
	};
	extend([], 0);
	return best;
}

/** Of the sentences of a short summary the one that tells the point best and is understood alone. */
export function lineAmong(short: readonly number[], gain: Gain): number | undefined {
	return short.toSorted((one, other) => gain([other]) - gain([one]))[0];
}

/** The sentences that are worth most to a reader alone, those likeliest to tell the point, and what explains these. */
function shortlist(alone: readonly number[], { unclear, point }: Judged): number[] {
	const shown = [...alone.keys()].filter((index) => alone[index] !== Number.NEGATIVE_INFINITY);
	const values = new Map(
		shown.map((index) => [
			index,
			(alone[index] ?? 0) + counts.point * (point[index] ?? 0) - 2 * counts.unclear * unclear([index], 0),
		]),
	);
	const byValue = shown.toSorted((one, other) => (values.get(other) ?? 0) - (values.get(one) ?? 0));
	const byPoint = shown.toSorted((one, other) => (point[other] ?? 0) - (point[one] ?? 0));
	const points = byPoint.slice(0, most.points);
	const explaining = points.flatMap((index) => {
		if (unclear([index], 0) <= bound) return [];
		const before = shown.filter((other) => other < index);
		const chances = before.map((other) => unclear([other, index], 1));
		return before[chances.indexOf(Math.min(...chances))] ?? [];
	});
	return [...new Set([...byValue.slice(0, most.sentences), ...points, ...explaining])].sort(
		(one, other) => one - other,
	);
}
