// What the tables of an archive count over all articles, while many are put in at once.
import type { ArticleRecord, WordKind } from '../../src/stores/articles.ts';
import type { Database } from '../../src/stores/postgres/database.ts';
import type { Value } from '../../src/stores/postgres/queries.ts';

interface Speaker {
	readonly number: number;
	readonly name: string;
	role: string | null;
	quotes: number;
	articles: number;
}
interface Topic {
	readonly number: number;
	readonly name: string;
	articles: number;
}

/** Counts of the shared shelf, so far. */
export interface Counts {
	/** The next numbers of the sequence: when it was taken in, and when it arrived. */
	arrive(): { readonly taken: number; readonly arrival: number };
	word(kind: WordKind, word: string): void;
	article(
		month: string,
		of: { readonly quotes: readonly { readonly speakerKey: string | null }[]; readonly comments: number },
	): void;
	topic(key: string, name: string, month: string): { readonly number: number; readonly isNew: boolean };
	/** The speakers of an article, by their keys. */
	speakers(
		utterances: ArticleRecord['utterances'],
		month: string,
	): Map<string, { readonly number: number; readonly name: string; readonly isNew: boolean }>;
	/** The number of the next utterance. */
	utterance(): number;
	readonly all: {
		readonly speakers: Map<string, Speaker>;
		readonly topics: Map<string, Topic>;
		/** Kinds and words, with a blank between. */
		readonly words: Set<string>;
		/** By table, then "of" and month, with a blank between. */
		readonly months: Record<MonthTable, Map<string, number>>;
		readonly totals: Totals;
	};
}
type MonthTable = 'article_months' | 'topic_months' | 'speaker_months';
interface Totals {
	articles: number;
	quotes: number;
	unattributed: number;
	comments: number;
	sequence: number;
	utterances: number;
}

const longestWord = 100;

/** What an archive has counted that was filled before. */
export async function readCounts(database: Database): Promise<Counts> {
	const [shelf] = await database.all<Totals>(
		`SELECT articles, quotes, unattributed, comments, (SELECT value::bigint FROM meta WHERE name = 'sequence') AS sequence,
			(SELECT coalesce(max(number), 0) FROM utterances) AS utterances FROM shelves WHERE number = 0`,
	);
	if (shelf === undefined) throw new Error('The archive has no shared shelf.');
	const speakers = await database.all<Speaker & { key: string }>('SELECT * FROM speakers ORDER BY number');
	const topics = await database.all<Topic & { key: string }>('SELECT * FROM topics ORDER BY number');
	const words = await database.all<{ word: string }>("SELECT kind || ' ' || word AS word FROM words");
	const monthsOf = async (table: MonthTable) =>
		new Map(
			(
				await database.all<{ key: string; count: number }>(
					`SELECT "of" || ' ' || month AS key, count FROM ${table}`,
				)
			).map(({ key, count }) => [key, count]),
		);
	return counting({
		speakers: new Map(speakers.map((one) => [one.key, one])),
		topics: new Map(topics.map((one) => [one.key, one])),
		words: new Set(words.map(({ word }) => word)),
		months: {
			article_months: await monthsOf('article_months'),
			topic_months: await monthsOf('topic_months'),
			speaker_months: await monthsOf('speaker_months'),
		},
		totals: { ...shelf },
	});
}

function counting(all: Counts['all']): Counts {
	const { speakers, topics, words, months, totals } = all;
	const inMonth = (table: MonthTable, of: number, month: string, count = 1) => {
		const key = `${of} ${month}`;
		months[table].set(key, (months[table].get(key) ?? 0) + count);
	};
	return {
		all,
		arrive: () => ({ taken: ++totals.sequence, arrival: ++totals.sequence }),
		word: (kind, word) => void (word.length <= longestWord && words.add(`${kind} ${word}`)),
		utterance: () => ++totals.utterances,
		article(month, { quotes, comments }) {
			totals.articles++;
			totals.quotes += quotes.length;
			totals.unattributed += quotes.filter(({ speakerKey }) => speakerKey === null).length;
			totals.comments += comments;
			inMonth('article_months', 0, month);
		},
		topic(key, name, month) {
			const before = topics.get(key);
			const topic = before ?? { number: topics.size + 1, name, articles: 0 };
			topic.articles++;
			topics.set(key, topic);
			inMonth('topic_months', topic.number, month);
			return { number: topic.number, isNew: before === undefined };
		},
		speakers(utterances, month) {
			const found = new Map<string, { number: number; name: string; isNew: boolean }>();
			for (const { speaker: name, speakerKey: key, role } of utterances) {
				if (name === null || key === null) continue;
				const before = speakers.get(key);
				const speaker = before ?? { number: speakers.size + 1, name, role: null, quotes: 0, articles: 0 };
				speaker.role ??= role;
				speaker.quotes++;
				if (!found.has(key)) {
					speaker.articles++;
					found.set(key, { number: speaker.number, name, isNew: before === undefined });
				}
				speakers.set(key, speaker);
				inMonth('speaker_months', speaker.number, month);
			}
			return found;
		},
	};
}

/** Writes all counts, in place of those before. */
export async function writeCounts(database: Database, { all }: Counts): Promise<void> {
	const { speakers, topics, words, months, totals } = all;
	await database.write(async (writing) => {
		const put = async (table: string, columns: string, rows: (string | number | null)[][]) => {
			await writing.run(`TRUNCATE ${table}`);
			const pairs = columns.split(', ').map((column) => column.split(' '));
			for (let from = 0; from < rows.length; from += 20_000) {
				const some = rows.slice(from, from + 20_000);
				await writing.run(
					`INSERT INTO ${table} (${pairs.map(([name]) => name).join(', ')})
					SELECT * FROM unnest(${pairs.map(([, type]) => `?::${type}[]`).join(', ')})`,
					...(pairs.map((_, at) => some.map((row) => row[at] ?? null)) as Value[]),
				);
			}
		};
		await put(
			'speakers',
			'number bigint, key text, name text, role text, quotes bigint, articles bigint',
			[...speakers].map(([key, one]) => [one.number, key, one.name, one.role, one.quotes, one.articles]),
		);
		await put(
			'topics',
			'number bigint, key text, name text, articles bigint',
			[...topics].map(([key, { number, name, articles }]) => [number, key, name, articles]),
		);
		const kinds = [...words].map((one) => {
			const at = one.indexOf(' ');
			return [0, one.slice(0, at), one.slice(at + 1)];
		});
		await put('words', 'shelf bigint, kind text, word text', kinds);
		for (const [table, counts] of Object.entries(months)) {
			const rows = [...counts].map(([key, count]) => {
				const [of = '', month = ''] = key.split(' ');
				return [Number(of), month, count];
			});
			await put(table, '"of" bigint, month text, count bigint', rows);
		}
		await writing.run(
			`UPDATE shelves SET generation = generation + 1, changed = clock_timestamp(), articles = ?, quotes = ?,
				unattributed = ?, comments = ?, speakers = ? WHERE number = 0`,
			...[totals.articles, totals.quotes, totals.unattributed, totals.comments, speakers.size],
		);
		await writing.run("UPDATE meta SET value = ?::bigint::text WHERE name = 'sequence'", totals.sequence);
	});
}
