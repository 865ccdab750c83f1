import { subtractSpeakers, subtractTopics } from './counts.ts';
import type { Writing } from './database.ts';
import { countInMonth, monthOf } from './months.ts';
import { addToTotals, type ShelfRange } from './shelves.ts';

const less = (counts: ReadonlyMap<number, number>) =>
	new Map([...counts].map(([number, count]) => [number, -count]));

/**
 * Takes a shown article off its shelf: its rows go, and its speakers and topics count less. Inside a write of
 * articles.
 */
export async function removeArticle(writing: Writing, range: ShelfRange, article: number): Promise<void> {
	const spoken = await writing.all<{ speaker: number | null; quotes: number }>(
		'SELECT speaker, count(*) AS quotes FROM utterances WHERE article = ? GROUP BY speaker',
		article,
	);
	const line = await writing.get<{ comments: number; moment: number }>(
		'SELECT comments, moment FROM articles WHERE number = ?',
		article,
	);
	const month = monthOf(line?.moment ?? 0);
	await addToTotals(writing, range, {
		articles: -1,
		quotes: -spoken.reduce((total, { quotes }) => total + quotes, 0),
		unattributed: -(spoken.find(({ speaker }) => speaker === null)?.quotes ?? 0),
		comments: -(line?.comments ?? 0),
	});
	const quotes = new Map(
		spoken.flatMap(({ speaker, quotes }) => (speaker === null ? [] : [[speaker, quotes] as const])),
	);
	await subtractSpeakers(writing, range, quotes);
	await countInMonth(writing, 'speaker_months', month, less(quotes));
	const topics = await writing.all<{ topic: number }>(
		'DELETE FROM article_topics WHERE article = ? RETURNING topic',
		article,
	);
	const numbers = topics.map(({ topic }) => topic);
	await subtractTopics(writing, numbers);
	await countInMonth(writing, 'topic_months', month, new Map(numbers.map((topic) => [topic, -1])));
	await countInMonth(writing, 'article_months', month, new Map([[range.shelf, -1]]));
	await writing.run(
		`WITH gone AS (DELETE FROM utterances WHERE article = ? RETURNING number)
		DELETE FROM utterance_search WHERE number IN (SELECT number FROM gone)`,
		article,
	);
	for (const table of ['headline_search', 'pair_search', 'text_search', 'comment_search', 'articles'])
		await writing.run(`DELETE FROM ${table} WHERE number = ?`, article);
}
