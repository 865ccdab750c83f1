/** The places of each term's words in a passage, in order of the terms. */
type Places = readonly (readonly number[])[];

/** A word of a question in a passage, with what its term weighs. */
export interface Hit {
	readonly at: number;
	readonly term: number;
	readonly weight: number;
}

export function hitsOf(places: Places, weights: readonly number[]): Hit[] {
	return places
		.flatMap((list, term) => list.map((at) => ({ at, term, weight: weights[term] ?? 0 })))
		.sort((one, other) => one.at - other.at);
}

/** Places looked at for a possible answer. */
const mostPlaces = 30;

/** How close to a question's words one of some places is at best: 1 beside all of them, towards 0 far away. */
export function nearest(found: readonly number[], hits: readonly Hit[], total: number): number {
	let best = 0;
	for (const place of found.slice(0, mostPlaces)) {
		let near = 0;
		for (const { at, weight } of hits) if (at !== place) near += weight / (1 + Math.abs(at - place) / 4);
		best = Math.max(best, near / total);
	}
	return best;
}

/** Of neighbours in the question: how many stand close together in order, how many side by side, the longest run. */
export function pairsIn(places: Places, strength: Float64Array) {
	let close = 0;
	let beside = 0;
	let run = 0;
	let longest = 0;
	for (let term = 1; term < places.length; term++) {
		let gap = 100;
		for (const one of places[term - 1] ?? [])
			for (const other of places[term] ?? []) if (other > one) gap = Math.min(gap, other - one);
		if (gap <= 4) close++;
		if (gap === 1 && strength[term] === 1) beside++;
		run = gap <= 3 ? run + 1 : 0;
		longest = Math.max(longest, run);
	}
	const all = Math.max(1, places.length - 1);
	return { close: close / all, beside: beside / all, longest };
}

/** How many terms stand in the order of the question, at best (patience sorting). */
export function inOrder(places: Places): number {
	const ends: number[] = [];
	for (const list of places) {
		for (const at of list.toReversed()) {
			const length = ends.findIndex((end) => end >= at);
			if (length < 0) ends.push(at);
			else ends[length] = at;
		}
	}
	return Math.min(ends.length, places.length);
}

/** The weight of the different terms in the densest stretch of so many words. */
export function densest(hits: readonly Hit[], words: number): number {
	let best = 0;
	for (const [from, { at }] of hits.entries()) {
		const seen = new Set<number>();
		let sum = 0;
		for (let next = from; next < hits.length; next++) {
			const hit = hits[next];
			if (!hit || hit.at >= at + words) break;
			if (seen.has(hit.term)) continue;
			seen.add(hit.term);
			sum += hit.weight;
		}
		best = Math.max(best, sum);
	}
	return best;
}

/** How close one of some places comes to one of others: 1 for neighbours, towards 0 far away, 0 for none. */
export function closest(some: readonly number[], others: readonly number[]): number {
	let best = 0;
	for (const one of some)
		for (const other of others) if (one !== other) best = Math.max(best, 1 / Math.abs(one - other));
	return best;
}

/** The share of terms joined in the question that stand side by side, in either order; 0 where none are joined. */
export function joinedShare(terms: readonly { readonly joined: boolean }[], places: Places): number {
	let all = 0;
	let found = 0;
	for (const [term, { joined }] of terms.entries()) {
		if (!joined) continue;
		all++;
		if (closest(places[term - 1] ?? [], places[term] ?? []) === 1) found++;
	}
	return all === 0 ? 0 : found / all;
}
