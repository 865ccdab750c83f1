import { setImmediate as otherWork } from 'node:timers/promises';
import { foldedKey } from '../language/fold.ts';
import { type Shelf, sharedShelf } from '../shelves.ts';
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
	/** The better ones have more. */
	readonly score: number;
}

/** What arrived within the last eight days, best first, whatever a server follows. */
export interface Candidates {
	readonly ranked: readonly Candidate[];
	/** The number of the latest arrival; 0 where there is none. */
	readonly latest: number;
}

/**
 * Reads what arrived lately for a server, all of it however much it is: what everybody sees once for all servers
 * that are due together, and what lies on the server's own shelf.
 */
export function candidateReader(store: DigestStore): (now: number, server: string) => Promise<Candidates> {
	let last: { at: number; candidates: Promise<Candidates> } | null = null;
	const shared = (now: number): Promise<Candidates> => {
		if (last === null || Math.abs(now - last.at) > freshFor) {
			const candidates = readCandidates(store, now, sharedShelf);
			last = { at: now, candidates };
			// A failure is not kept.
			candidates.catch(() => {
				if (last?.candidates === candidates) last = null;
			});
		}
		return last.candidates;
	};
	return async (now, server) => {
		const [everybodys, own] = await Promise.all([shared(now), readCandidates(store, now, server)]);
		if (own.ranked.length === 0) return everybodys;
		return {
			ranked: [...everybodys.ranked, ...own.ranked].sort(bestFirst),
			latest: Math.max(everybodys.latest, own.latest),
		};
	};
}

function bestFirst(one: Candidate, other: Candidate): number {
	return other.score - one.score || other.arrival.number - one.arrival.number;
}

async function readCandidates(store: DigestStore, now: number, shelf: Shelf): Promise<Candidates> {
	const ranked: Candidate[] = [];
	let latest = 0;
	for (let before: number | undefined; ; ) {
		const page = await store.arrivals({
			shelf,
			addedAfter: now - looksBack,
			limit: pageSize,
			...(before !== undefined && { before }),
		});
		for (const arrival of page) {
			ranked.push({ arrival, topics: arrival.topics.map(foldedKey), score: scoreOf(arrival, now) });
		}
		latest = Math.max(latest, page[0]?.number ?? 0);
		before = page.at(-1)?.number;
		if (page.length < pageSize) break;
		await otherWork();
	}
	return { ranked: ranked.sort(bestFirst), latest };
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
