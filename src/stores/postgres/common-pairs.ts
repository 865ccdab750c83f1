import type { Queries } from './queries.ts';

/** What is known is read again after so many milliseconds: which pairs are common changes slowly. */
const patience = 10 * 60_000;

/** Pairs of neighbouring words that very many articles have. */
export interface CommonPairs {
	/** Those that are known; null where they have to be read. */
	now(): ReadonlySet<string> | null;
	/** @param least a pair is common where so many articles of the shared shelf must have it, which everybody sees. */
	read(queries: Pick<Queries, 'all'>, least: number): Promise<ReadonlySet<string>>;
}

/**
 * One for an archive. To look up a common pair, PostgreSQL reads the number of each article that has it. So what its own
 * statistics say is asked first: they have the terms of most rows, with the part of all rows that has each.
 * @param leastArticles in a smaller archive nothing takes long.
 */
export function commonPairs(leastArticles = 20_000): CommonPairs {
	let known: { readonly pairs: ReadonlySet<string>; readonly until: number } | null = null;
	return {
		now: () => (known !== null && performance.now() < known.until ? known.pairs : null),
		async read(queries, least) {
			// Where all other shelves have it in every article, the shared one has it in the rest.
			const rows = await queries.all<{ pair: string }>(
				`SELECT common.pair FROM pg_class AS c
				JOIN pg_stats AS s ON s.schemaname = c.relnamespace::regnamespace::text AND s.tablename = c.relname
				CROSS JOIN LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS common (pair, part)
				WHERE c.oid = 'pair_search'::regclass AND s.attname = 'terms' AND common.pair IS NOT NULL
					AND c.reltuples >= ? AND common.part * c.reltuples - c.reltuples
						+ (SELECT articles FROM shelves WHERE number = 0) >= ?`,
				leastArticles,
				least,
			);
			const pairs = new Set(rows.map(({ pair }) => pair));
			known = { pairs, until: performance.now() + patience };
			return pairs;
		},
	};
}
