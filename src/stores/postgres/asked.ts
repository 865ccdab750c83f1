import type { SearchKind } from '../indexed-text.ts';

/** The tsqueries of a statement as rows `asked (at, query)`, numbered from 1. Its value: their list. */
export const askedRows = `(
	SELECT at, query::tsquery AS query FROM unnest((SELECT ?::text[])) WITH ORDINALITY AS t (query, at) OFFSET 0
) AS asked`;

/** The term that every row of a shelf has, as `of_shelf`. Its value: the number of the shelf. */
export const ofShelf = `('''/s' || ?::bigint || '''')::tsquery AS of_shelf`;

/**
 * Whether a shelf has most rows of all, as `is_most`. Its value: the first number of the shelf.
 * @param top the highest number on the shelf, in SQL.
 */
export const isMost = (kind: SearchKind, top: string) =>
	`(${top} - ?) * 2 > (SELECT reltuples FROM pg_class WHERE oid = '${kind}_search'::regclass) AS is_most`;

/**
 * What is asked, of the rows of a shelf with `of_shelf` and `is_most`. To look at each row whether it has a term that
 * nearly all have would cost the most of all.
 */
export const askedOfShelf = '(CASE WHEN is_most THEN asked.query ELSE asked.query && of_shelf END)';
