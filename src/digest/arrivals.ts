import { setImmediate as otherWork } from 'node:timers/promises';
import { foldedKey } from '../language/fold.ts';
import { type Shelf, sharedShelf } from '../shelves.ts';
import type { Arrival, ArrivalQuery, DigestStore } from '../stores/digests.ts';

const dayMs = 86_400_000;
/** A weekly digest covers its week; after a longer pause nobody wants the weeks that were missed. */
const looksBack = 8 * dayMs;
/** How long the same arrivals serve all servers that are due together. */
const freshFor = 2_000;
/** How many are read without a break: a few milliseconds, after which other work gets a turn. */
const pageSize = 500;

/** An article that arrived, with what the digests of all servers need of it, worked out once. */
export interface Candidate {
	readonly arrival: Arrival;
	/** Folded. */
	readonly topics: readonly string[];
	/** Better articles have a higher score, whatever a server follows. */
	readonly score: number;
}

/** What arrived within the last eight days. */
export interface Candidates {
	/** Unordered: sorting a hundred thousand would block all other work. */
	readonly all: readonly Candidate[];
	/** A number that none of them exceeds and that every later arrival does exceed. */
	readonly latest: number;
}

/**
 * Reads what arrived lately for a server, however much that is: the shared shelf once for all servers
 * that are due together, and the server's own shelf up to the same number, so that nothing between
 * the two is skipped.
 */
export function candidateReader(store: DigestStore): (now: number, server: string) => Promise<Candidates> {
	let last: { at: number; shared: Promise<Candidates> } | null = null;
	const readShared = (now: number): Promise<Candidates> => {
		if (last !== null && Math.abs(now - last.at) <= freshFor) return last.shared;
		const shared = store
			.lastArrival()
			.then(async (latest) => ({ latest, all: await read(store, sharedShelf, now, latest) }));
		last = { at: now, shared };
		// A failed read is not kept.
		shared.catch(() => {
			if (last?.shared === shared) last = null;
		});
		return shared;
	};
	return async (now, server) => {
		const shared = await readShared(now);
		const own = await read(store, server, now, shared.latest);
		return own.length === 0 ? shared : { ...shared, all: [...shared.all, ...own] };
	};
}

async function read(
	store: DigestStore,
	shelf: Shelf,
	now: number,
	upTo: number,
): Promise<readonly Candidate[]> {
	const all: Candidate[] = [];
	for await (const page of arrivalPages(store, { shelf, addedAfter: now - looksBack, upTo })) {
		for (const arrival of page) {
			all.push({ arrival, topics: arrival.topics.map(foldedKey), score: scoreOf(arrival, now) });
		}
	}
	return all;
}

/** All arrivals that are asked for, page by page, with time for other work between. */
export async function* arrivalPages(
	store: DigestStore,
	query: Omit<ArrivalQuery, 'before' | 'limit'>,
): AsyncGenerator<readonly Arrival[]> {
	for (let before: Arrival | undefined; ; ) {
		const page = await store.arrivals({ ...query, limit: pageSize, ...(before && { before }) });
		yield page;
		before = page.at(-1);
		if (page.length < pageSize) return;
		await otherWork();
	}
}

/** How much is quoted, how many are quoted, how many comments there are, and how new it is. */
function scoreOf({ quotes, speakers, comments, at }: Arrival, now: number): number {
	const days = Math.max(0, now - at) / dayMs;
	return (
		Math.log2(1 + quotes) +
		1.5 * Math.log2(1 + speakers) +
		0.5 * Math.log2(1 + comments) -
		Math.min(3, days / 2)
	);
}
