import authors from '../../../../data/models/authors.json' with { type: 'json' };
import { createScorer, type Scorer, softmax } from '../../../language/model/loglinear.ts';
import type { MarkedLine } from '../page.ts';
import { authorCandidates, type Candidate, type Place } from './features.ts';

/** Who wrote the article, and the lines that say so. */
export interface Authors {
	readonly names: readonly string[];
	readonly at: number;
	readonly size: number;
}

let prepared: Scorer | null = null;

/**
 * Finds who wrote the article: of all lines around it that could name authors the likeliest, by a log-linear model over
 * what is in the line, what is around it and what the names are elsewhere on the page. Null where none is
 * likely enough.
 */
export function findAuthors(lines: readonly MarkedLine[], place: Place): Authors | null {
	const candidates = authorCandidates(lines, place);
	prepared ??= createScorer(authors.weights);
	const best = likeliest(candidates, prepared);
	return best && best.probability >= authors.least ? best.candidate : null;
}

/** The likeliest candidate, against all others and against that none of them is right. */
export function likeliest(
	candidates: readonly Candidate[],
	scorer: Scorer,
): { candidate: Candidate; probability: number } | null {
	const scores = candidates.map(({ features }) => scorer.score(features));
	const probabilities = softmax([...scores, 0]);
	let best: { candidate: Candidate; probability: number } | null = null;
	for (const [at, candidate] of candidates.entries()) {
		const probability = probabilities[at] ?? 0;
		if (!best || probability > best.probability) best = { candidate, probability };
	}
	return best;
}
