import type { Article } from '../../src/article.ts';
import { summaryOfArticle } from '../../src/language/summary/of-article.ts';
import { onDatabase } from '../prepared/on-database.ts';

const together = 200;

/**
 * Gives the newest articles of an archive the summaries that an archive has of every article, and that filling it in
 * bulk leaves out since they take most of the time: else each would be made when it is first asked for.
 * @param count how many, which is as many as are ever asked for. Those that have one are left as they are.
 */
export async function summariseNewest(url: string, count: number): Promise<void> {
	const without = await onDatabase<{ body: string }>(
		url,
		`SELECT t.body FROM (SELECT * FROM articles WHERE shelf = 0 ORDER BY number DESC LIMIT ${count}) AS a
		JOIN texts AS t ON t.id = a.id AND t.shelf = a.shelf AND t.revision = a.revision
		JOIN bodies AS b ON b.number = t.body WHERE b.json NOT LIKE '%"summary":%'`,
	);
	for (let first = 0; first < without.length; first += together) {
		const numbers = without.slice(first, first + together).map(({ body }) => Number(body));
		const bodies = await onDatabase<{ number: string; json: string }>(
			url,
			`SELECT number, json FROM bodies WHERE number IN (${numbers.join(', ')})`,
		);
		const summarised = bodies.map(({ number, json }) => {
			const article = JSON.parse(json) as Article;
			return { number, json: JSON.stringify({ ...article, summary: summaryOfArticle(article) }) };
		});
		await onDatabase(
			url,
			`UPDATE bodies SET json = s.json FROM jsonb_to_recordset($verbatim$${JSON.stringify(summarised)}$verbatim$)
			AS s (number bigint, json text) WHERE bodies.number = s.number`,
		);
	}
	if (without.length > 0) await onDatabase(url, 'VACUUM ANALYZE bodies');
}
