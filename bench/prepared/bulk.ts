// Fills a PostgreSQL with many invented articles at once. The store takes articles in one after the other, with some
// twenty statements each; for a million quotations that takes hours. A test compares the tables that both make.
import { foldedKey, words } from '../../src/language/fold.ts';
import { unsummarised } from '../../src/sources/record.ts';
import type { WordKind } from '../../src/stores/articles.ts';
import { type IndexedText, isKnown, pairMark } from '../../src/stores/indexed-text.ts';
import { type Database, openDatabase } from '../../src/stores/postgres/database.ts';
import { indexTexts } from '../../src/stores/postgres/indexed.ts';
import { monthOf } from '../../src/stores/postgres/months.ts';
import type { Value } from '../../src/stores/postgres/queries.ts';
import { searchTables } from '../../src/stores/postgres/search-tables.ts';
import { inventArticle } from '../invented.ts';
import { type Counts, readCounts, writeCounts } from './counts.ts';
import { onDatabase } from './on-database.ts';

const together = 250;

/** The indexes of words, as the schema makes them. */
const searchIndexes = searchTables
	.split(';')
	.map((statement) => statement.trim())
	.flatMap((sql) => {
		const name = /^CREATE INDEX (?<name>\w+)/u.exec(sql)?.groups?.name;
		return name === undefined ? [] : [{ name, sql: sql.replace('INDEX', 'INDEX IF NOT EXISTS') }];
	});

/**
 * Adds the articles with the numbers `from` to `to` - 1 to the shared shelf of an archive that has those before, filled
 * by this function too. They have no summaries.
 */
export async function fillInBulk(url: string, from: number, to: number): Promise<void> {
	const database = openDatabase(url);
	const counts = await readCounts(database);
	// Made anew at the end: an index of words is many times as slow to fill row by row.
	await onDatabase(url, ...searchIndexes.map(({ name }) => `DROP INDEX IF EXISTS ${name}`));
	let putting: Promise<unknown> = Promise.resolve();
	for (let first = from; first < to; first += together) {
		const batch = rowsOf(first, Math.min(first + together, to), counts);
		// The server takes in those before while the next are worked out.
		await putting;
		putting = put(database, batch);
	}
	await putting;
	await writeCounts(database, counts);
	await database.close();
	// That of pairs takes as long as all others, so it is made beside them.
	await Promise.all(
		[true, false].map((isOfPairs) =>
			onDatabase(
				url,
				...searchIndexes.flatMap(({ name, sql }) => (name.startsWith('pair') === isOfPairs ? [sql] : [])),
			),
		),
	);
}

interface Batch {
	/** By table: columns, each with its type, and rows. */
	readonly tables: Readonly<
		Record<string, { readonly columns: string; readonly rows: (string | number | null)[][] }>
	>;
	readonly searched: IndexedText[];
}

/** A table's columns, as `name type, …`. */
const columnsOf = {
	holdings: 'shelf bigint, kind text, source text, article text, revision text, taken bigint',
	bodies: 'number bigint, json text',
	texts: 'shelf bigint, id text, revision text, body bigint',
	articles:
		'number bigint, id text, arrival bigint, revision text, headline text, folded text, site text, url text, at text, "atIs" text, moment bigint, added text, paragraphs bigint, quotes bigint, speakers bigint, comments bigint',
	article_topics: 'article bigint, topic bigint, moment bigint',
	utterances:
		'number bigint, article bigint, moment bigint, speaker bigint, name text, role text, cue text, paragraph bigint, kind text, parts text, fragment text, begins text',
} as const;

function rowsOf(first: number, end: number, counts: Counts): Batch {
	const rows = Object.fromEntries(
		Object.entries(columnsOf).map(([table, columns]) => [
			table,
			{ columns, rows: [] as (string | number | null)[][] },
		]),
	) as Record<keyof typeof columnsOf, { columns: string; rows: (string | number | null)[][] }>;
	const searched: IndexedText[] = [];
	for (let one = first; one < end; one++) {
		const {
			article,
			line,
			at: given,
			utterances,
			topics,
			pairs,
			...texts
		} = unsummarised(inventArticle(one));
		const number = one + 1;
		// Each came in when it was published, so that few of them are new.
		const { at, atIs } = given ?? { at: new Date().toISOString(), atIs: 'added' as const };
		const moment = Date.parse(at);
		const { taken, arrival } = counts.arrive();
		rows.holdings.rows.push([0, 'put', line.id, line.id, line.revision, taken]);
		rows.bodies.rows.push([number, JSON.stringify(article)]);
		rows.texts.rows.push([0, line.id, line.revision, number]);
		const { headline } = line;
		rows.articles.rows.push([
			...[number, line.id, arrival, line.revision, headline, foldedKey(headline), line.site, line.url],
			...[at, atIs, moment, at, line.counts.paragraphs, line.counts.quotes, line.counts.speakers],
			line.counts.comments,
		]);
		const index = (kind: WordKind & IndexedText['kind'], row: number, text: string) => {
			const folded = words(text);
			searched.push({ kind, number: row, text: folded.join(' ') });
			for (const word of folded) counts.word(kind, word);
		};
		index('headline', number, headline);
		searched.push(
			{ kind: 'text', number, text: texts.searchedText },
			{ kind: 'comment', number, text: texts.searchedComments },
			{ kind: 'pair', number, text: pairs.join(' ') },
		);
		const month = monthOf(moment);
		counts.article(month, { quotes: utterances, comments: line.counts.comments });
		for (const { key, name } of topics) {
			const topic = counts.topic(key, name, month);
			if (topic.isNew) index('topic', topic.number, name);
			rows.article_topics.rows.push([number, topic.number, moment]);
		}
		const speakers = counts.speakers(utterances, month);
		for (const speaker of speakers.values())
			if (speaker.isNew) index('speaker', speaker.number, speaker.name);
		for (const said of utterances) {
			const row = counts.utterance();
			rows.utterances.rows.push([
				...[
					row,
					number,
					moment,
					speakers.get(said.speakerKey ?? '')?.number ?? null,
					said.speaker,
					said.role,
				],
				...[
					said.cue,
					said.paragraph,
					said.kind,
					JSON.stringify(said.parts),
					said.fragment ?? null,
					said.begins,
				],
			]);
			const marked = said.pairs.map((pair) => pairMark + pair).join(' ');
			searched.push({ kind: 'utterance', number: row, text: `${said.searched} ${marked}` });
			for (const word of said.searched.split(' ')) if (isKnown(word)) counts.word('utterance', word);
		}
	}
	return { tables: rows, searched };
}

async function put(database: Database, { tables, searched }: Batch): Promise<void> {
	await database.write(async (writing) => {
		await Promise.all([
			...Object.entries(tables).map(([table, { columns, rows }]) => {
				const pairs = columns.split(', ').map((column) => column.split(' '));
				const lists = pairs.map((_, at) => rows.map((row) => row[at] ?? null)) as Value[];
				return writing.run(
					`INSERT INTO ${table} (${pairs.map(([name]) => name).join(', ')})
					SELECT * FROM unnest(${pairs.map(([, type]) => `?::${type}[]`).join(', ')})`,
					...lists,
				);
			}),
			indexTexts(writing, searched),
		]);
	});
}
