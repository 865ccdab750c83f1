import { setImmediate as otherWork } from 'node:timers/promises';
import { foldedKey } from '../language/fold.ts';
import type { Arrival, DigestSettings } from '../stores/digests.ts';
import type { Candidate } from './arrivals.ts';
import type { ArticleReason } from './reasons.ts';

const dayMs = 86_400_000;
/** A server's first digest holds what was added within the last day, never the whole library. */
const firstLooksBack = dayMs;
/** How many articles are named under each reason: enough to say why, and bounded where a whole archive was added. */
export const mostNamed = 60;

/** How many articles a digest of each length shows. */
export const lengths = { short: 3, normal: 5, long: 8 } as const;

export interface Selection {
	/** New articles, the best first: as many as asked for, and those that come next, up to `mostNamed`. */
	readonly best: readonly Arrival[];
	/** How many new articles there are in all. */
	readonly total: number;
	/** The ids of all articles that no earlier digest covered: whatever was shown before and is not among them has no effect. */
	readonly uncovered: ReadonlySet<string>;
	/** New ones that are left out, by why. */
	readonly leftOut: ReadonlyMap<ArticleReason, { readonly ids: readonly string[]; readonly count: number }>;
}

/** What a server's digest is chosen by. */
export type Preferences = Pick<DigestSettings, 'follow' | 'leaveOut' | 'covered'>;

/** How many are looked at without a break: a few milliseconds, after which other work gets a turn. */
const lookedAtOnce = 2_000;

/**
 * Chooses what is new for a server, best first: topics that it follows, and then what has the higher score.
 * @param shown articles that this server's digests have shown.
 * @param most how many are to be shown.
 */
export async function select(
	candidates: readonly Candidate[],
	preferences: Preferences,
	shown: ReadonlySet<string>,
	now: number,
	most: number,
): Promise<Selection> {
	const follow = new Set(preferences.follow.map(foldedKey));
	const leave = new Set(preferences.leaveOut.map(foldedKey));
	const { covered } = preferences;
	const kept = most + mostNamed;
	const [followed, others] = [bestOf(kept), bestOf(kept)];
	const leftOut = new Map<ArticleReason, { ids: string[]; count: number }>();
	const uncovered = new Set<string>();
	let total = 0;
	for (const [index, candidate] of candidates.entries()) {
		if (index % lookedAtOnce === lookedAtOnce - 1) await otherWork();
		const { arrival, topics } = candidate;
		if (covered !== null && arrival.number <= covered.number) continue;
		uncovered.add(arrival.id);
		const why = reasonAgainst(arrival, topics);
		if (why === null) {
			total++;
			(isOn(topics, follow) ? followed : others).add(candidate);
			continue;
		}
		const named = leftOut.get(why) ?? { ids: [], count: 0 };
		leftOut.set(why, named);
		named.count++;
		if (named.ids.length < mostNamed) named.ids.push(arrival.id);
	}
	return { best: [...followed.list(), ...others.list()].slice(0, kept), total, uncovered, leftOut };

	function reasonAgainst(arrival: Arrival, topics: readonly string[]): ArticleReason | null {
		if (covered === null && arrival.added <= now - firstLooksBack) return 'before-first';
		if (shown.has(arrival.id)) return 'posted-before';
		return isOn(topics, leave) ? 'left-out-topic' : null;
	}
}

/** Keeps the best of many candidates without sorting them all. */
function bestOf(count: number) {
	let found: Candidate[] = [];
	const sort = () => {
		found = found
			.sort((one, other) => other.score - one.score || other.arrival.number - one.arrival.number)
			.slice(0, count);
	};
	return {
		add(candidate: Candidate): void {
			if (found.push(candidate) >= 4 * count) sort();
		},
		list(): readonly Arrival[] {
			sort();
			return found.map(({ arrival }) => arrival);
		},
	};
}

function isOn(topics: readonly string[], folded: ReadonlySet<string>): boolean {
	return folded.size > 0 && topics.some((topic) => folded.has(topic));
}
