import type { ComparedWord } from './words.ts';

/** A stretch of a posted text that is, with perhaps some words changed, in one place of a source: half-open. */
export interface Stretch {
	readonly posted: number;
	readonly postedAfter: number;
	readonly original: number;
	readonly originalAfter: number;
	/** The weight of the words that both share there, less what is charged for gaps. */
	readonly score: number;
	/** Where several posted words in a row are not there: half-open, like the stretch. */
	readonly holes: readonly Hole[];
}

export type Hole = Pick<Stretch, 'posted' | 'postedAfter' | 'original' | 'originalAfter'>;

/** A posted text, or a part of it, as it is looked for. */
export interface Sought {
	readonly folded: readonly string[];
	/** Of each word, in bits. */
	readonly weights: readonly number[];
	/** What is between each word and the one before it. */
	readonly afters: readonly ComparedWord['after'][];
}

/** Words in a row that both texts have. */
interface Run {
	readonly posted: number;
	readonly original: number;
	/** Counts the breaks before it. */
	readonly segment: number;
	length: number;
	weight: number;
	score: number;
	before: Run | null;
	isUsed: boolean;
}

/** Charged for each word between two runs, and for each by which the gap is longer on one side; and for
 * a gap across the end of a posted sentence or, where posted words are passed over, an ellipsis: what follows may as well be a piece of its own. */
const charged = { gap: 2, longer: 1, sentence: 12 };
/** A hole has at least so many posted words. */
const leastHole = 4;
/** Looked at behind a run: runs that may come before it; and runs at all, of a source full of the same words. */
const most = { back: 60, runs: 40_000 };
/** Words from which on a posted text is long. */
const longText = 30;
/** A run that weighs less than this is only taken next to others. */
const leastAlone = 9;

/**
 * The places of a source that share most of a posted text's words in the same order, best first: runs of shared words,
 * chained where little is between them. Linear in the source for a given posted text.
 * @param source folded words; an empty string is in no posted text, so no run goes across one.
 * @param gap how many words may be between two runs of one place, on either side.
 */
export function findStretches(
	posted: Sought,
	source: readonly string[],
	{ gap, limit }: { readonly gap: number; readonly limit: number },
): Stretch[] {
	const all = runsOf(posted.folded, posted.weights, source);
	// Of a long text single common words are everywhere: aligning finds those that belong to a place.
	const runs =
		posted.folded.length < longText
			? all
			: all.filter(({ length, weight }) => length > 1 || weight >= leastAlone);
	chain(runs, posted, gap);
	return chainsOf(runs, limit);
}

function runsOf(posted: readonly string[], weights: readonly number[], source: readonly string[]): Run[] {
	const places = new Map<string, number[]>();
	for (let at = posted.length - 1; at >= 0; at--) {
		const word = posted[at] ?? '';
		const known = places.get(word);
		if (known) known.push(at);
		else places.set(word, [at]);
	}
	const runs: Run[] = [];
	let segment = 0;
	const open: (Run | undefined)[] = new Array(posted.length);
	const openAt = new Int32Array(posted.length).fill(-2);
	for (let at = 0; at < source.length && runs.length < most.runs; at++) {
		const word = source[at] ?? '';
		if (word === '') segment++;
		const there = places.get(word);
		// Most words of a source are none of the posted ones.
		if (there === undefined) continue;
		// From the last place to the first, so that what is read of the word before is not yet overwritten.
		for (const place of there) {
			const weight = weights[place] ?? 0;
			const before = place > 0 && openAt[place - 1] === at - 1 ? open[place - 1] : undefined;
			let run = before;
			if (run) {
				run.length++;
				run.weight += weight;
			} else {
				run = {
					posted: place,
					original: at,
					segment,
					length: 1,
					weight,
					score: 0,
					before: null,
					isUsed: false,
				};
				runs.push(run);
			}
			open[place] = run;
			openAt[place] = at;
		}
	}
	return runs;
}

/** Gives each run the score of the best chain that ends with it. */
function chain(runs: readonly Run[], { weights, afters }: Sought, gap: number): void {
	const sentencesUpTo = countUpTo(afters, 'sentence');
	const ellipsesUpTo = countUpTo(afters, 'ellipsis');
	for (const [index, run] of runs.entries()) {
		run.score = run.weight;
		for (let back = index - 1; back >= 0 && back >= index - most.back; back--) {
			const earlier = runs[back];
			if (!earlier || earlier.segment !== run.segment) break;
			// Runs are in the order of their first word, so a long one may reach further than those behind it.
			if (run.original - earlier.original > gap + earlier.length) continue;
			const skipped = run.original - earlier.original - earlier.length;
			const passed = run.posted - earlier.posted - earlier.length;
			const overlap = Math.max(0, -skipped, -passed);
			if (overlap >= run.length || run.posted <= earlier.posted) continue;
			const [behind, beside] = [skipped + overlap, passed + overlap];
			if (behind > gap || beside > gap) continue;
			let weight = run.weight;
			for (let at = 0; at < overlap; at++) weight -= weights[run.posted + at] ?? 0;
			const cost = charged.gap * Math.max(behind, beside) + charged.longer * Math.abs(behind - beside);
			const last = earlier.posted + earlier.length - 1;
			const goesOver = (counts: readonly number[]) => (counts[run.posted] ?? 0) > (counts[last] ?? 0);
			// An ellipsis in place of words that the source has is no sign of a piece of its own: "does … pay".
			const isAcross =
				(behind + beside > 0 && goesOver(sentencesUpTo)) || (beside > 0 && goesOver(ellipsesUpTo));
			const score = earlier.score + weight - cost - (isAcross ? charged.sentence : 0);
			if (score > run.score) {
				run.score = score;
				run.before = earlier;
			}
		}
	}
}

/** For each word how often something stands before it or before one of the words until it. */
function countUpTo(afters: Sought['afters'], kind: ComparedWord['after']): number[] {
	let count = 0;
	return afters.map((after) => (after === kind ? ++count : count));
}

function chainsOf(runs: readonly Run[], limit: number): Stretch[] {
	const ends = runs
		.filter(
			(run) => run.score >= leastAlone && (run.length > 1 || run.before !== null || run.weight >= leastAlone),
		)
		.sort((one, other) => other.score - one.score);
	const found: Stretch[] = [];
	for (const end of ends) {
		if (found.length >= limit) break;
		if (end.isUsed) continue;
		let first = end;
		let isNew = true;
		const holes: Hole[] = [];
		for (let run: Run | null = end; run; run = run.before) {
			if (run.isUsed) isNew = false;
			run.isUsed = true;
			if (run !== end && first.posted - run.posted - run.length >= leastHole) {
				holes.push({
					posted: run.posted + run.length,
					postedAfter: first.posted,
					original: run.original + run.length,
					originalAfter: first.original,
				});
			}
			first = run;
		}
		if (!isNew) continue;
		found.push({
			posted: first.posted,
			postedAfter: end.posted + end.length,
			original: first.original,
			originalAfter: end.original + end.length,
			score: end.score,
			holes: holes.reverse(),
		});
	}
	return found;
}
