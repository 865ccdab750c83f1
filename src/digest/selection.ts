import { foldedKey } from '../language/fold.ts';
import type { Arrival, DigestSettings } from '../stores/digests.ts';
import type { Candidate } from './arrivals.ts';
import type { ArticleReason } from './reasons.ts';

const dayMs = 86_400_000;
/** A server's first digest holds what was added within the last day, never the whole library. */
const firstLooksBack = dayMs;
/** Articles that are named under each reason: enough to say why, and bounded where a whole archive was added. */
export const mostNamed = 60;

/** How many articles a digest of each length shows. */
export const lengths = { short: 3, normal: 5, long: 8 } as const;

export interface Selection {
	/** New articles, the best first: as many as asked for, and those that come next, up to `mostNamed`. */
	readonly best: readonly Arrival[];
	/** How many new articles there are in all. */
	readonly total: number;
	/** New ones that are left out, by why. */
	readonly leftOut: ReadonlyMap<ArticleReason, { readonly ids: readonly string[]; readonly count: number }>;
}

/** What a server's digest is chosen by. */
export type Preferences = Pick<DigestSettings, 'follow' | 'leaveOut' | 'covered'>;

/**
 * Chooses what is new for a server: topics that it follows first, and otherwise the order of the candidates.
 * @param shown articles that this server's digests have had.
 * @param most how many are to be shown.
 */
export function select(
	ranked: readonly Candidate[],
	preferences: Preferences,
	shown: ReadonlySet<string>,
	now: number,
	most: number,
): Selection {
	const follow = new Set(preferences.follow.map(foldedKey));
	const leave = new Set(preferences.leaveOut.map(foldedKey));
	const { covered } = preferences;
	const kept = most + mostNamed;
	const followed: Arrival[] = [];
	const others: Arrival[] = [];
	const leftOut = new Map<ArticleReason, { ids: string[]; count: number }>();
	let total = 0;
	for (const { arrival, topics } of ranked) {
		if (covered !== null && arrival.number <= covered.number) continue;
		const why = reasonAgainst(arrival, topics);
		if (why === null) {
			total++;
			const list = isOn(topics, follow) ? followed : others;
			if (list.length < kept) list.push(arrival);
			continue;
		}
		const named = leftOut.get(why) ?? { ids: [], count: 0 };
		leftOut.set(why, named);
		named.count++;
		if (named.ids.length < mostNamed) named.ids.push(arrival.id);
	}
	return { best: [...followed, ...others].slice(0, kept), total, leftOut };

	function reasonAgainst(arrival: Arrival, topics: readonly string[]): ArticleReason | null {
		if (covered === null && arrival.added <= now - firstLooksBack) return 'before-first';
		if (shown.has(arrival.id)) return 'posted-before';
		return isOn(topics, leave) ? 'left-out-topic' : null;
	}
}

function isOn(topics: readonly string[], folded: ReadonlySet<string>): boolean {
	return folded.size > 0 && topics.some((topic) => folded.has(topic));
}
