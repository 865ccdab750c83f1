import { foldedKey } from '../language/fold.ts';
import type { Arrival, Covered, DigestSettings } from '../library/digests.ts';
import type { ArticleReason } from './reasons.ts';

const dayMs = 86_400_000;
/** A server's first digest is a baseline: what came in within the last day, never the whole library. */
const firstLooksBack = dayMs;
/** A weekly digest has its week; after a longer pause nobody wants the weeks that were missed. */
const looksBack = 8 * dayMs;

/** How many articles a digest of each length shows. */
export const lengths = { short: 3, normal: 5, long: 8 } as const;

export interface Selection {
	/** New articles in the order that matters, the best first; topics and length are not yet looked at. */
	readonly ranked: readonly Arrival[];
	/** Of those that are not among them, why; what came in before the last digest is not listed. */
	readonly leftOut: ReadonlyMap<string, ArticleReason>;
}

/** What a digest is chosen by. */
export type Taste = Pick<DigestSettings, 'follow' | 'leaveOut' | 'covered'>;

/**
 * Chooses what is new for a server and puts it in order: topics it follows first, then how much is quoted, by how
 * many, how much readers had to say, and how fresh it is.
 * @param arrivals latest first.
 * @param shown articles that this server's digests have had.
 */
export function select(
	arrivals: readonly Arrival[],
	taste: Taste,
	shown: ReadonlyMap<string, string>,
	now: number,
): Selection {
	const leftOut = new Map<string, ArticleReason>();
	const ranked: { arrival: Arrival; score: number }[] = [];
	const follow = new Set(taste.follow.map(foldedKey));
	const leave = new Set(taste.leaveOut.map(foldedKey));
	for (const arrival of arrivals) {
		if (!isNew(arrival, taste.covered)) continue;
		const why = reasonAgainst(arrival, taste.covered, leave, shown, now);
		if (why === null) ranked.push({ arrival, score: scoreOf(arrival, follow, now) });
		else leftOut.set(arrival.line.id, why);
	}
	ranked.sort((one, other) => other.score - one.score || other.arrival.number - one.arrival.number);
	return { ranked: ranked.map(({ arrival }) => arrival), leftOut };
}

/** By number, since clocks jump; and by time, since the number of an article that is gone is given again. */
function isNew({ number, added }: Arrival, covered: Covered | null): boolean {
	return covered === null || number > covered.number || added > covered.at;
}

function reasonAgainst(
	{ line, added, topics }: Arrival,
	covered: Covered | null,
	leave: ReadonlySet<string>,
	shown: ReadonlyMap<string, string>,
	now: number,
): ArticleReason | null {
	if (covered === null && added <= now - firstLooksBack) return 'before-first';
	if (added <= now - looksBack) return 'too-old';
	if (shown.has(line.id)) return 'posted-before';
	return isOn(topics, leave) ? 'left-out-topic' : null;
}

function scoreOf({ line, topics }: Arrival, follow: ReadonlySet<string>, now: number): number {
	const { quotes, speakers, comments } = line.counts;
	const age = Math.max(0, now - Date.parse(line.at)) / dayMs;
	return (
		(isOn(topics, follow) ? 100 : 0) +
		Math.log2(1 + quotes) +
		1.5 * Math.log2(1 + speakers) +
		0.5 * Math.log2(1 + comments) -
		Math.min(3, age / 2)
	);
}

function isOn(topics: readonly string[], folded: ReadonlySet<string>): boolean {
	return folded.size > 0 && topics.some((topic) => folded.has(foldedKey(topic)));
}
