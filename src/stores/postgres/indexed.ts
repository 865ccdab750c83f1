import type { IndexedText } from '../indexed-text.ts';
import { termsOf } from './terms.ts';
import type { Writing } from './transactions.ts';

/** Rows that are sent together, so that none of the statements gets too large. */
const mostTogether = 200;

/** Makes texts searchable. Inside a write of articles. */
export async function indexTexts(writing: Writing, searched: readonly IndexedText[]): Promise<void> {
	const sent: Promise<number>[] = [];
	for (const [kind, all] of Map.groupBy(searched, (one) => one.kind)) {
		// A number that came free and was given again in this write has the last text.
		const some = [...new Map(all.map((one) => [one.number, one])).values()];
		for (let from = 0; from < some.length; from += mostTogether) {
			const rows = some.slice(from, from + mostTogether);
			// A list of lists needs all of one length, so each row's terms come in one text: no term has a blank in it.
			sent.push(
				writing.run(
					`INSERT INTO ${kind}_search (number, terms)
				SELECT number, array_to_tsvector(string_to_array(terms, ' '))
				FROM unnest(?::bigint[], ?::text[]) AS s (number, terms)
				ON CONFLICT (number) DO UPDATE SET terms = excluded.terms`,
					rows.map(({ number }) => number),
					rows.map(({ number, text }) => termsOf(kind, number, text.replaceAll('\0', ' ')).join(' ')),
				),
			);
		}
	}
	await Promise.all(sent);
}
