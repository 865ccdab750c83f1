import type { ForestScorer } from '../../../../language/model/trees.ts';
import { mostLikely, type Option } from '../choice.ts';
import type { Ground } from '../ground.ts';
import type { Nearby } from '../near.ts';
import { type AuthorCandidate, authorCandidates } from './candidates.ts';
import { authorRow } from './row.ts';

/** Names that are less likely right are not given: no author is better than a wrong one. */
const leastChance = 0.45;

/** The names that a page has where authors are named. @param headline the number of its block, or -1. */
export function authorOptions(
	ground: Ground,
	nearby: readonly Nearby[],
	headline: number,
): Option<AuthorCandidate>[] {
	const candidates = authorCandidates(ground, nearby, headline);
	return candidates.map((value) => ({ value, row: authorRow(value, candidates, ground) }));
}

/**
 * Who wrote a page's article: the most likely of all names that the page has where authors are named. That may be a
 * group, also the one whose site it is. Empty where nothing is likely enough.
 */
export function authorsOf(
	ground: Ground,
	nearby: readonly Nearby[],
	headline: number,
	forest: ForestScorer,
): string[] {
	const chosen = mostLikely(authorOptions(ground, nearby, headline), forest, true);
	return chosen && chosen.chance >= leastChance ? [...chosen.value.names] : [];
}
