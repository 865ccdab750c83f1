import { createForest, type Forest, type Tree } from '../../src/language/model/trees.ts';
import { random, shuffled } from './learn.ts';

/** A question: the features of each alternative, row after row, and which of them are right. */
export interface Group {
	rows: Float64Array[];
	/** Numbers of rows; `rows.length` means "none of them", where that may be the answer. */
	right: number[];
	weight: number;
	/** "None of them" may be the answer: it scores 0. */
	orNone?: boolean;
}

export interface BoostOptions {
	trees: number;
	leaves: number;
	rate: number;
	/** Added to the second derivatives of a leaf: small leaves say little. */
	pull: number;
	/** The least alternatives in a leaf. */
	least: number;
	/** The share of groups and of features that each tree sees. */
	sample: number;
	columns: number;
	seed: number;
}

const BINS = 48;

/** Where the values of a feature are cut, at most BINS - 1 places. */
function cutsOf(rows: readonly Float64Array[], column: number): Float64Array {
	const step = Math.max(1, Math.floor(rows.length / 20_000));
	const values: number[] = [];
	for (let at = 0; at < rows.length; at += step) values.push(rows[at]?.[column] ?? 0);
	values.sort((a, b) => a - b);
	const cuts = new Set<number>();
	for (let bin = 1; bin < BINS; bin++) {
		const at = Math.floor((bin * values.length) / BINS);
		const low = values[at - 1] ?? 0;
		const high = values[at] ?? 0;
		if (low < high) cuts.add((low + high) / 2);
	}
	// Rare values in the tails get a cut of their own.
	const distinct = [...new Set(values)];
	if (distinct.length <= BINS) {
		for (let at = 1; at < distinct.length; at++)
			cuts.add(((distinct[at - 1] ?? 0) + (distinct[at] ?? 0)) / 2);
	}
	return Float64Array.from([...cuts].sort((a, b) => a - b).slice(0, BINS - 1));
}

function binned(rows: readonly Float64Array[], column: number, cuts: Float64Array): Uint8Array {
	const bins = new Uint8Array(rows.length);
	for (const [at, row] of rows.entries()) {
		const value = row[column] ?? 0;
		let low = 0;
		let high = cuts.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (value < (cuts[middle] ?? 0)) high = middle;
			else low = middle + 1;
		}
		bins[at] = low;
	}
	return bins;
}

interface Split {
	gain: number;
	column: number;
	bin: number;
}

/** By column that a tree sees and by bin: sums of the slopes and of the bends, and how many. */
interface Histogram {
	readonly slopes: Float64Array;
	readonly bends: Float64Array;
	readonly counts: Float64Array;
}

interface Leaf {
	members: Int32Array;
	histogram: Histogram;
	split: Split | null;
	node: { tree: Tree };
}

/** What is left of a leaf's histogram without one of its parts: counting the smaller part is enough. */
function without(whole: Histogram, part: Histogram): Histogram {
	const less = (a: Float64Array, b: Float64Array) => a.map((value, at) => value - (b[at] as number));
	return {
		slopes: less(whole.slopes, part.slopes),
		bends: less(whole.bends, part.bends),
		counts: less(whole.counts, part.counts),
	};
}

/**
 * Fits a forest of regression trees to conditional choices by gradient boosting (Friedman 2001) with second
 * derivatives and histograms (Chen and Guestrin 2016): the probability of the right alternatives together is raised.
 */
export function fitForest(groups: readonly Group[], names: readonly string[], options: BoostOptions): Forest {
	const rows = groups.flatMap((group) => group.rows);
	const cuts = names.map((_, column) => cutsOf(rows, column));
	const bins = names.map((_, column) => binned(rows, column, cuts[column] ?? new Float64Array()));
	const scores = new Float64Array(rows.length);
	const slopes = new Float64Array(rows.length);
	const bends = new Float64Array(rows.length);
	const starts: number[] = [];
	let at = 0;
	for (const group of groups) {
		starts.push(at);
		at += group.rows.length;
	}
	const next = random(options.seed);
	const forest: Forest = { features: [...names], trees: [] };
	for (let round = 0; round < options.trees; round++) {
		const members: number[] = [];
		for (const [index, group] of groups.entries()) {
			const start = starts[index] ?? 0;
			derive(group, start, scores, slopes, bends);
			if (next() < options.sample)
				for (let row = 0; row < group.rows.length; row++) members.push(start + row);
		}
		const seen = shuffled([...names.keys()], next).slice(0, Math.ceil(names.length * options.columns));
		const tree = grow(Int32Array.from(members));
		forest.trees.push(tree);
		// A tree made flat is gone through several times faster.
		const flat = createForest({ features: forest.features, trees: [tree] });
		for (let index = 0; index < rows.length; index++)
			scores[index] = (scores[index] as number) + flat.score(rows[index] as Float64Array);

		function grow(all: Int32Array): Tree {
			const root = { tree: 0 as Tree };
			const whole = histogramOf(all);
			const leaves: Leaf[] = [{ members: all, histogram: whole, split: best(all.length, whole), node: root }];
			root.tree = leafValue(all);
			while (leaves.length < options.leaves) {
				const chosen = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
				const { split } = chosen;
				if (!split) break;
				const own = bins[split.column];
				const below = chosen.members.filter((row) => (own?.[row] ?? 0) <= split.bin);
				const above = chosen.members.filter((row) => (own?.[row] ?? 0) > split.bin);
				const branch: Exclude<Tree, number> = [
					names[split.column] ?? '',
					cuts[split.column]?.[split.bin] ?? 0,
					leafValue(below),
					leafValue(above),
				];
				chosen.node.tree = branch;
				leaves.splice(leaves.indexOf(chosen), 1);
				const smaller = below.length < above.length ? below : above;
				const counted = histogramOf(smaller);
				const other = without(chosen.histogram, counted);
				for (const [side, rowsOf] of [
					[2, below],
					[3, above],
				] as const) {
					const histogram = rowsOf === smaller ? counted : other;
					leaves.push({
						members: rowsOf,
						histogram,
						split: best(rowsOf.length, histogram),
						node: {
							get tree() {
								return branch[side];
							},
							set tree(value) {
								branch[side] = value;
							},
						},
					});
				}
			}
			return root.tree;
		}

		function leafValue(rowsOf: Int32Array): number {
			let slope = 0;
			let bend = 0;
			for (const row of rowsOf) {
				slope += slopes[row] ?? 0;
				bend += bends[row] ?? 0;
			}
			return Math.round(((options.rate * slope) / (bend + options.pull)) * 1e4) / 1e4;
		}

		function histogramOf(rowsOf: Int32Array): Histogram {
			const size = seen.length * BINS;
			const sums = new Float64Array(size);
			const curves = new Float64Array(size);
			const counts = new Float64Array(size);
			const count = rowsOf.length;
			const slopesOf = new Float64Array(count);
			const bendsOf = new Float64Array(count);
			for (let at = 0; at < count; at++) {
				slopesOf[at] = slopes[rowsOf[at] as number] as number;
				bendsOf[at] = bends[rowsOf[at] as number] as number;
			}
			for (const [index, column] of seen.entries()) {
				const own = bins[column];
				if (!own) continue;
				const base = index * BINS;
				for (let at = 0; at < count; at++) {
					const bin = base + (own[rowsOf[at] as number] as number);
					sums[bin] = (sums[bin] as number) + (slopesOf[at] as number);
					curves[bin] = (curves[bin] as number) + (bendsOf[at] as number);
					counts[bin] = (counts[bin] as number) + 1;
				}
			}
			return { slopes: sums, bends: curves, counts };
		}

		function best(rowCount: number, { slopes: sums, bends: curves, counts }: Histogram): Split | null {
			if (rowCount < 2 * options.least) return null;
			let found: Split | null = null;
			let slope = 0;
			let bend = 0;
			for (let bin = 0; bin < BINS; bin++) {
				slope += sums[bin] as number;
				bend += curves[bin] as number;
			}
			const whole = (slope * slope) / (bend + options.pull);
			for (const [index, column] of seen.entries()) {
				const size = (cuts[column]?.length ?? 0) + 1;
				const base = index * BINS;
				let left = 0;
				let curve = 0;
				let count = 0;
				for (let bin = base; bin < base + size - 1; bin++) {
					left += sums[bin] as number;
					curve += curves[bin] as number;
					count += counts[bin] as number;
					if (count < options.least) continue;
					if (rowCount - count < options.least) break;
					const right = slope - left;
					const gain =
						(left * left) / (curve + options.pull) + (right * right) / (bend - curve + options.pull) - whole;
					if (gain > (found?.gain ?? 1e-3)) found = { gain, column, bin: bin - base };
				}
			}
			return found;
		}
	}
	return forest;
}

function derive(
	group: Group,
	start: number,
	scores: Float64Array,
	slopes: Float64Array,
	bends: Float64Array,
): void {
	const size = group.rows.length;
	const none = group.orNone ? 0 : Number.NEGATIVE_INFINITY;
	let top = none;
	for (let row = 0; row < size; row++) top = Math.max(top, scores[start + row] ?? 0);
	let all = Math.exp(none - top);
	let good = 0;
	for (let row = 0; row < size; row++) all += Math.exp((scores[start + row] ?? 0) - top);
	for (const row of group.right) good += Math.exp((row < size ? (scores[start + row] ?? 0) : none) - top);
	for (let row = 0; row < size; row++) {
		const power = Math.exp((scores[start + row] ?? 0) - top);
		const chance = power / all;
		const wanted = group.right.includes(row) ? power / good : 0;
		slopes[start + row] = group.weight * (wanted - chance);
		bends[start + row] = group.weight * Math.max(chance * (1 - chance), 1e-4);
	}
}
