import { LRUCache } from 'lru-cache';
import type { Queries } from './queries.ts';
import type { CountedShelf } from './shelves.ts';

/** The utterances added last, which show what words are common. */
const sample = 512;
/** Terms that so many of the sample have are common. */
const commonFrom = 3;
/** A sample is as good until the shelf has grown by this part. */
const grown = 1 / 64;
/** Shelves that are remembered. */
const mostShelves = 50;

/** The terms that many utterances of a shelf have, each with the part of them that has it. */
export interface CommonWords {
	on(queries: Pick<Queries, 'all'>, shelf: CountedShelf): Promise<ReadonlyMap<string, number>>;
}

/** One for an archive: which words are common changes slowly, and reading a sample takes as long as an answer. */
export function commonWords(): CommonWords {
	const known = new LRUCache<string, ReadonlyMap<string, number>>({ max: mostShelves });
	return {
		async on(queries, { range, quotes }) {
			const step = Math.max(1, 2 ** Math.floor(Math.log2(Math.max(1, quotes) * grown)));
			const last = range.first + Math.floor(quotes / step) * step;
			const key = `${range.first} ${last}`;
			const found = known.get(key) ?? (await readSample(queries, range.first, last));
			known.set(key, found);
			return found;
		},
	};
}

/** Reads the last utterances of a range of numbers. The terms of pairs and of blocks are none of words (terms.ts). */
async function readSample(
	queries: Pick<Queries, 'all'>,
	first: number,
	last: number,
): Promise<ReadonlyMap<string, number>> {
	const rows = await queries.all<{ term: string; part: number }>(
		`WITH newest AS MATERIALIZED (
			SELECT terms FROM utterance_search WHERE number BETWEEN ? AND ? ORDER BY number DESC LIMIT ${sample}
		)
		SELECT term, count(*)::float8 / (SELECT count(*) FROM newest) AS part
		FROM newest CROSS JOIN LATERAL unnest(tsvector_to_array(terms)) AS term
		WHERE term >= '1' COLLATE "C" GROUP BY term HAVING count(*) >= ${commonFrom}`,
		first,
		last,
	);
	return new Map(rows.map(({ term, part }) => [term, part]));
}
