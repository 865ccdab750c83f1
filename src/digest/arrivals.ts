import { setImmediate as otherWork } from 'node:timers/promises';
import { foldedKey } from '../language/fold.ts';
import type { Arrival, DigestStore } from '../stores/digests.ts';

const dayMs = 86_400_000;
/** A weekly digest has its week; after a longer pause nobody wants the weeks that were missed. */
export const looksBack = 8 * dayMs;
/** How long the same arrivals serve all servers that are due together. */
const freshFor = 2_000;
/** Read in one go: a few milliseconds, after which others get their turn. */
const pageSize = 1_000;

/** An article that arrived, with what all servers' digests need of it worked out once. */
export interface Candidate {
	readonly arrival: Arrival;
	/** Folded. */
	readonly topics: readonly string[];
}

/** What arrived within the last eight days, best first, whatever a server follows. */
export interface Candidates {
	readonly ranked: readonly Candidate[];
	/** The number of the latest arrival; 0 where there is none. */
	readonly latest: number;
}

/** Reads what arrived lately, all of it however much it is, once for all servers that are due together. */
export function candidateReader(store: DigestStore): (now: number) => Promise<Candidates> {
	let last: { at: number; candidates: Promise<Candidates> } | null = null;
	return (now) => {
		if (last === null || Math.abs(now - last.at) > freshFor) {
			const candidates = readCandidates(store, now);
			last = { at: now, candidates };
			// A failure is not kept.
			candidates.catch(() => {
				if (last?.candidates === candidates) last = null;
			});
		}
		return last.candidates;
	};
}

async function readCandidates(store: DigestStore, now: number): Promise<Candidates> {
	const scored: { candidate: Candidate; score: number }[] = [];
	let latest = 0;
	for (let before: number | undefined; ; ) {
		const page = await store.arrivals({
			addedAfter: now - looksBack,
			limit: pageSize,
			...(before !== undefined && { before }),
		});
		for (const arrival of page) {
			const candidate = { arrival, topics: arrival.topics.map(foldedKey) };
			scored.push({ candidate, score: scoreOf(arrival, now) });
		}
		latest = Math.max(latest, page[0]?.number ?? 0);
		before = page.at(-1)?.number;
		if (page.length < pageSize) break;
		await otherWork();
	}
	scored.sort(
		(one, other) => other.score - one.score || other.candidate.arrival.number - one.candidate.arrival.number,
	);
	return { ranked: scored.map(({ candidate }) => candidate), latest };
}

/** How much is quoted, by how many, how much readers had to say, and how fresh it is. */
function scoreOf({ quotes, speakers, comments, at }: Arrival, now: number): number {
	const days = Math.max(0, now - at) / dayMs;
	return (
		Math.log2(1 + quotes) +
		1.5 * Math.log2(1 + speakers) +
		0.5 * Math.log2(1 + comments) -
		Math.min(3, days / 2)
	);
}
