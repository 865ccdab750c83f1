import { subtractSpeakers, subtractTopics } from './counts.ts';
import { countInMonth, monthOf } from './months.ts';
import { addToTotals, type ShelfRange } from './shelves.ts';
import type { Writing } from './transactions.ts';

const less = (counts: ReadonlyMap<number, number>) =>
	new Map([...counts].map(([number, count]) => [number, -count]));

/** An article as a shelf shows it. */
export interface Shown {
	readonly number: number;
	readonly revision: string;
	readonly added: string;
	readonly arrival: number;
	readonly moment: number;
	readonly comments: number;
}

/**
 * Takes a shown article off its shelf: its rows go, and its speakers and topics count less. Inside a write of
 * articles.
 */
export async function removeArticle(
	writing: Writing,
	range: ShelfRange,
	{ number, moment, comments }: Shown,
): Promise<void> {
	// The server does one after the other; nobody waits for each.
	const [spoken, topics] = await Promise.all([
		writing.all<{ speaker: number | null; quotes: number }>(
			`WITH gone AS (DELETE FROM utterances WHERE article = ? RETURNING number, speaker),
				unsearched AS (DELETE FROM utterance_search WHERE number IN (SELECT number FROM gone))
			SELECT speaker, count(*) AS quotes FROM gone GROUP BY speaker`,
			number,
		),
		writing.all<{ topic: number }>('DELETE FROM article_topics WHERE article = ? RETURNING topic', number),
		...['headline_search', 'pair_search', 'text_search', 'comment_search', 'articles'].map((table) =>
			writing.run(`DELETE FROM ${table} WHERE number = ?`, number),
		),
	]);
	const quotes = new Map(
		spoken.flatMap(({ speaker, quotes }) => (speaker === null ? [] : [[speaker, quotes] as const])),
	);
	const gone = topics.map(({ topic }) => topic);
	const month = monthOf(moment);
	await Promise.all([
		addToTotals(writing, range, {
			articles: -1,
			quotes: -spoken.reduce((total, { quotes }) => total + quotes, 0),
			unattributed: -(spoken.find(({ speaker }) => speaker === null)?.quotes ?? 0),
			comments: -comments,
		}),
		subtractSpeakers(writing, range, quotes),
		countInMonth(writing, 'speaker_months', month, less(quotes)),
		subtractTopics(writing, gone),
		countInMonth(writing, 'topic_months', month, new Map(gone.map((topic) => [topic, -1]))),
		countInMonth(writing, 'article_months', month, new Map([[range.shelf, -1]])),
	]);
}
