import type { Judged } from './judge.ts';

/**
 * What counts against what words are worth: that one tells the point; each sentence by itself, the second and third of
 * a set more, since one alone seldom tells what an article says; the first sentence of news, and, once a set, one that
 * tells the news in the reporter's words; what an essay or a comment claims; and the chance that a sentence is unclear.
 */
const counts = {
	point: 60,
	sentences: [3, 5, 4],
	sentence: 3,
	lede: 0.5,
	reported: 18,
	claim: 3,
	unclear: 35,
};
/** What a sentence loses that the rules hold for doubtful. */
const doubted = 1;
/** A sentence that is unclear with a higher chance is shown alone at most, where all are, and loses more than any gains. */
const most = { chance: 0.6, loss: 100 };
/** What is added to a short summary is unclear with no higher chance, and not doubtful. */
const bound = 0.25;
/** What a set loses for two sentences that overlap by more than this share of the one that says less. */
const alike = { share: 0.3, loss: 5 };
/** What a set loses for a sentence that the next one is set against ("But …"), where that one is not shown. */
const halved = 6;
/** Sentences of which all sets of up to three are looked at, and those likeliest to tell the point among them. */
const looked = { sentences: 18, points: 10 };
/** Sentences of a short summary: up to three of any text, and up to five where they are no more than a share of it. */
const size = { sure: 3, most: 5, share: 1 / 4 };
/** What counts for being among them, beside what a sentence is worth alone. */
const listed = { point: 7, unclear: 2 };

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
	/** What an essay or a comment claims best, and at its end. */
	readonly claims?: readonly (number | undefined)[];
	/** Whether a sentence tells the news in the reporter's words. */
	isReported?(index: number): boolean;
	/** Whether the next sentence is set against one ("But …"), which alone says half of it. */
	isHalf?(index: number): boolean;
}

/**
 * What a set is worth to a reader: what its words are worth, more for a sentence that is likely to tell the point, less
 * for each that is likely to be unclear there and for one that says again what another says.
 * @param short the sentences that are shown already, to which only clear ones are added; left out where there are none.
 */
export function createGain(
	{ worth, doubt, overlap, lede, claims, isReported, isHalf }: Rules,
	{ unclear, point }: Judged,
	short?: readonly number[],
): Gain {
	return (set) => {
		let gain = worth(set);
		if (gain === Number.NEGATIVE_INFINITY) return gain;
		if (isReported && set.some(isReported)) gain += counts.reported;
		for (const [at, index] of set.entries()) {
			const chance = unclear(set, at);
			const doubts = doubt(set, at);
			const isDoubted = doubts >= 1;
			if (short && !short.includes(index) && (chance > bound || isDoubted)) return Number.NEGATIVE_INFINITY;
			if (!short && (chance > most.chance || doubts === Number.POSITIVE_INFINITY)) {
				if (set.length > 1) return Number.NEGATIVE_INFINITY;
				gain -= most.loss;
			}
			gain -= counts.unclear * chance + (isDoubted ? doubted : 0);
			for (const before of set.slice(0, at)) if (overlap(before, index) > alike.share) gain -= alike.loss;
			gain += counts.point * (point[index] ?? 0) + (counts.sentences[at] ?? counts.sentence);
			if (isHalf?.(index) === true && set[at + 1] !== index + 1) gain -= halved;
			if (index === lede) gain += counts.lede;
			if (claims?.includes(index) === true) gain += counts.claim;
		}
		return gain;
	};
}

/**
 * The one to five sentences that a reader gains most by, fewer where more are doubtful or the text is short: the best
 * set of up to three, and then those that each add most. A sentence that needs another is looked at together with the
 * one that explains it best. Cubic in the sentences looked at, of which there are some thirty.
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
			if (next.length < size.sure) extend(next, at + 1);
		}
	};
	extend([], 0);
	const most = Math.min(size.most, Math.ceil(size.share * alone.length));
	while (best.length < most) {
		const before = highest;
		for (const next of picked.filter((index) => !best.includes(index)).map((index) => inOrder(best, index))) {
			const value = gain(next);
			if (value > highest) [best, highest] = [next, value];
		}
		if (highest === before) break;
	}
	return best;
}

const inOrder = (set: readonly number[], index: number): readonly number[] =>
	[...set, index].sort((one, other) => one - other);

/** Of the sentences of a short summary the one that tells the point best and is understood alone. */
export function lineAmong(short: readonly number[], gain: Gain): number | undefined {
	return short.toSorted((one, other) => gain([other]) - gain([one]))[0];
}

/**
 * The sentences that are worth most to a reader alone, those likeliest to tell the point, and, for these, the one that
 * explains each best and the one before it.
 */
function shortlist(alone: readonly number[], { unclear, point }: Judged): number[] {
	const shown = [...alone.keys()].filter((index) => alone[index] !== Number.NEGATIVE_INFINITY);
	const values = new Map(
		shown.map((index) => [
			index,
			(alone[index] ?? 0) + listed.point * (point[index] ?? 0) - listed.unclear * unclear([index], 0),
		]),
	);
	const byValue = shown.toSorted((one, other) => (values.get(other) ?? 0) - (values.get(one) ?? 0));
	const byPoint = shown.toSorted((one, other) => (point[other] ?? 0) - (point[one] ?? 0));
	const points = byPoint.slice(0, looked.points);
	const explaining = points.flatMap((index) => {
		if (unclear([index], 0) <= bound) return [];
		const before = shown.filter((other) => other < index);
		const chances = before.map((other) => unclear([other, index], 1));
		const best = before[chances.indexOf(Math.min(...chances))];
		return before.filter((other) => other === best || other === index - 1);
	});
	return [...new Set([...byValue.slice(0, looked.sentences), ...points, ...explaining])].sort(
		(one, other) => one - other,
	);
}
