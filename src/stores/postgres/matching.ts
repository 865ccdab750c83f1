import type { ArticleLine, FoundUtterances } from '../articles.ts';
import { lineOf, type ShownRow, shownColumns } from '../line-rows.ts';
import { mostFound } from './about.ts';
import { newestSql, newestValues } from './newest.ts';
import type { Queries } from './queries.ts';
import type { ShelfRange } from './shelves.ts';
import { matching } from './terms.ts';
import { noteAlone, type UtteranceRow, utteranceColumns, utteranceOf, withSpeaker } from './utterances.ts';

/** A speaker's number, or where there are several shelves the key: each may have the speaker under its own number. */
type Said = number | string | null;

type Row = UtteranceRow &
	ShownRow & {
		readonly said: Said;
		/** In the first row, whose all that match are. */
		readonly all: readonly Said[] | null;
		/** In the first row, whether more may match. */
		readonly more: boolean | null;
	};

/**
 * Utterances on some shelves that have all of some words. One statement gives all, so that they belong together without
 * a transaction; its bounds are those of the connection (pool.ts).
 * @param words one or more. @param limit one or more.
 * @param alone is given the families of the speakers that have no other name.
 */
export async function utterancesMatching(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	words: readonly string[],
	limit: number,
	alone: Set<string>,
): Promise<FoundUtterances> {
	const asked = [matching('utterance', words, 'all')];
	const rows = await queries.all<Row>(
		shelves.length === 1 ? sql.ofOne : sql.ofTwo,
		...shelves.flatMap((range) => newestValues(range, asked)),
		limit,
	);
	noteAlone(rows, alone);
	const { all, more } = rows[0] ?? {};
	const having = new Map<Said, number>();
	for (const one of all ?? []) having.set(one, (having.get(one) ?? 0) + 1);
	const unnamed = having.get(null);
	const counts = new Map<string | null, number>(unnamed === undefined ? [] : [[null, unnamed]]);
	const lines = new Map<number, ArticleLine>();
	const utterances = rows.flatMap((row) => {
		const range = shelves.find(({ first, last }) => first <= row.article && row.article <= last);
		if (range === undefined) return [];
		const line = lines.get(row.article) ?? lineOf(row, range);
		lines.set(row.article, line);
		counts.set(row.key, having.get(row.said) ?? 0);
		return utteranceOf(row, line);
	});
	return { utterances, counts, total: all?.length ?? 0, more: more ?? false, partly: [] };
}

/**
 * The numbers that match come as one list, since PostgreSQL then reads what decides about them from the index alone.
 * Whose they are is counted here: the key of each would have to be looked up.
 */
function statement(shelves: 1 | 2): string {
	const lists = ['first', 'second'].slice(0, shelves);
	const numbers = `(SELECT numbers[1:${mostFound}] FROM (${newestSql('utterance', mostFound)}) AS newest)`;
	const said = shelves === 1 ? 'u.speaker' : 's.key';
	return `WITH found AS MATERIALIZED (
		SELECT ${lists.map((list) => `${numbers} AS ${list}`).join()}
	), matching AS MATERIALIZED (
		SELECT u.number, u.article, u.moment, u.speaker
		FROM found JOIN utterances AS u ON u.number = ANY (${lists.join(' || ')})
	), shown AS MATERIALIZED (
		SELECT number, article, row_number() OVER (ORDER BY moment DESC, article DESC, number) AS at
		FROM matching ORDER BY moment DESC, article DESC, number LIMIT ?
	)
	SELECT ${utteranceColumns}, ${said} AS said, ${shownColumns},
		CASE WHEN shown.at = 1 THEN (SELECT json_agg(${said}) FROM matching AS u ${shelves === 1 ? '' : withSpeaker})
			END AS all,
		CASE WHEN shown.at = 1 THEN (
			SELECT ${lists.map((list) => `cardinality(${list}) = ${mostFound}`).join(' OR ')} FROM found
		) END AS more
	FROM shown JOIN utterances AS u USING (number) ${withSpeaker} JOIN articles AS a ON a.number = shown.article
	ORDER BY shown.at`;
}

const sql = { ofOne: statement(1), ofTwo: statement(2) };
