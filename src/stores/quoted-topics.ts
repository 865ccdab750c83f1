/** The latest quotations of a speaker whose articles are looked at, and topics of each that are counted. */
export const mostQuoted = { quotations: 300, topics: 20 };

/** A topic of articles in which a speaker is quoted, as both databases give it. */
export interface CountedTopic {
	readonly key: string;
	readonly topic: string;
	readonly articles: number;
}

/** The topics of most articles, counted together for several speakers. */
export function topicsOfMost(found: readonly CountedTopic[], limit: number): string[] {
	const counts = new Map<string, { topic: string; articles: number }>();
	for (const { key, topic, articles } of found) {
		const known = counts.get(key);
		counts.set(key, { topic: known?.topic ?? topic, articles: (known?.articles ?? 0) + articles });
	}
	return [...counts.values()]
		.sort((a, b) => b.articles - a.articles || (a.topic < b.topic ? -1 : 1))
		.slice(0, limit)
		.map(({ topic }) => topic);
}
