import { foldedKey, words } from '../../language/fold.ts';
import type { ArticleRecord, WordKind } from '../articles.ts';
import { addSpeakers, addTopics, type Spoken } from './counts.ts';
import type { Writing } from './database.ts';
import { countInMonth, monthOf } from './months.ts';
import { removeArticle, type Shown } from './remove.ts';
import type { SearchKind } from './search-tables.ts';
import { addToTotals, type ShelfRange } from './shelves.ts';
import { termsOf } from './terms.ts';

/** A text to be searched, of the row with this number: folded words with spaces between. */
export interface Searched {
	readonly kind: SearchKind;
	readonly number: number;
	readonly text: string;
}

/** What stands before the token of a pair in the index of utterances, which has words as well. */
export const pairMark = '0';

/** Rows that are sent together, so that none of the statements gets too large. */
const mostTogether = 200;

/** Makes texts searchable. Inside a write of articles. */
export async function indexSearched(writing: Writing, searched: readonly Searched[]): Promise<void> {
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

/**
 * Words of utterances against which slips are corrected: shorter ones are never corrected, longer ones are no
 * words.
 */
const known = /^\p{L}{4,30}$/u;
/** Longer words of names and headlines are no words that anybody types. */
const longestWord = 100;

/** Words against which slips are corrected, of each kind. */
type Vocabulary = Map<WordKind, Set<string>>;

async function addWords(writing: Writing, { shelf }: ShelfRange, vocabulary: Vocabulary): Promise<void> {
	const all = [...vocabulary].flatMap(([kind, words]) =>
		[...words].filter((word) => word.length <= longestWord).map((word) => ({ kind, word })),
	);
	if (all.length === 0) return;
	await writing.run(
		`INSERT INTO words (shelf, kind, word) SELECT ?, kind, word FROM unnest(?::text[], ?::text[]) AS w (kind, word)
		ON CONFLICT DO NOTHING`,
		shelf,
		all.map(({ kind }) => kind),
		all.map(({ word }) => word),
	);
}

/** What has to be known to show an article. */
interface Showing {
	readonly shown: Shown | null;
	/** When an earlier text was replaced last. */
	readonly changedAt: string | null;
	readonly now: Date;
}

/**
 * Shows an article on a shelf, replacing what is shown there under its id. Inside a write of articles.
 * @returns its number.
 */
export async function putArticle(
	writing: Writing,
	range: ShelfRange,
	record: ArticleRecord,
	{ shown, changedAt, now }: Showing,
	searched: Searched[],
): Promise<number> {
	if (shown) await removeArticle(writing, range, shown);
	const { article, utterances } = record;
	const next = await nextNumbers(writing, range, shown === null ? 1 : 0);
	const number = shown?.number ?? next.articles;
	const added = shown?.added ?? now.toISOString();
	const { at, atIs } = record.at ?? { at: added, atIs: 'added' as const };
	const moment = Date.parse(at);
	const month = monthOf(moment);
	const spoken = speakersOf(record);
	// The server does one after the other; nobody waits for each.
	const [topics, speakers] = await Promise.all([
		addTopics(writing, range, record.topics, next.topics),
		addSpeakers(writing, range, spoken, next.speakers),
		putLine(writing, record, {
			...{ number, arrival: shown?.arrival ?? next.arrival, at, atIs, moment, added, changedAt },
		}),
		countInMonth(writing, 'article_months', month, new Map([[range.shelf, 1]])),
		addToTotals(writing, range, {
			articles: 1,
			quotes: utterances.length,
			unattributed: utterances.filter((utterance) => utterance.speakerKey === null).length,
			comments: record.line.counts.comments,
		}),
	]);

	const vocabulary: Vocabulary = new Map();
	const addWord = (kind: WordKind, word: string) =>
		vocabulary.set(kind, (vocabulary.get(kind) ?? new Set()).add(word));
	const index = (kind: 'headline' | 'speaker' | 'topic', number: number, text: string) => {
		const folded = words(text);
		searched.push({ kind, number, text: folded.join(' ') });
		for (const word of folded) addWord(kind, word);
	};
	index('headline', number, article.headline);
	searched.push(
		{ kind: 'text', number, text: record.searchedText },
		{ kind: 'comment', number, text: record.searchedComments },
	);
	for (const { key, name } of record.topics)
		if (topics.fresh.has(key)) index('topic', topics.numbers.get(key) ?? 0, name);
	for (const { key, name } of spoken)
		if (speakers.fresh.has(key)) index('speaker', speakers.numbers.get(key) ?? 0, name);
	for (const [index, utterance] of utterances.entries()) {
		const pairs = utterance.pairs.map((pair) => pairMark + pair).join(' ');
		searched.push({
			kind: 'utterance',
			number: next.utterances + index,
			text: `${utterance.searched} ${pairs}`,
		});
		for (const word of utterance.searched.split(' ')) if (known.test(word)) addWord('utterance', word);
	}
	const quotes = new Map(spoken.map(({ key, quotes }) => [speakers.numbers.get(key) ?? 0, quotes]));
	const onTopics = new Map([...topics.numbers.values()].map((topic) => [topic, 1]));
	await Promise.all([
		putTopics(writing, number, moment, [...onTopics.keys()]),
		countInMonth(writing, 'topic_months', month, onTopics),
		countInMonth(writing, 'speaker_months', month, quotes),
		putUtterances(writing, record, {
			...{ first: next.utterances, article: number, moment, speakers: speakers.numbers },
		}),
		addWords(writing, range, vocabulary),
	]);
	return number;
}

/** The numbers of the next rows on a shelf, and of the next arrival, which is taken where one comes. */
async function nextNumbers(
	writing: Writing,
	{ first, last }: ShelfRange,
	arrivals: 0 | 1,
): Promise<Record<'arrival' | 'articles' | 'speakers' | 'topics' | 'utterances', number>> {
	const next = (table: string) =>
		`(SELECT coalesce(max(number), ?) + 1 FROM ${table} WHERE number BETWEEN ? AND ?) AS ${table}`;
	const tables = ['articles', 'speakers', 'topics', 'utterances'];
	const row = await writing.get<Awaited<ReturnType<typeof nextNumbers>>>(
		`WITH sequence AS (
			UPDATE meta SET value = (value::bigint + ?)::text WHERE name = 'sequence' RETURNING value::bigint
		)
		SELECT (SELECT value FROM sequence) AS arrival, ${tables.map(next).join(', ')}`,
		arrivals,
		...tables.flatMap(() => [first, first, last]),
	);
	if (!row) throw new Error('The archive has lost its sequence.');
	return row;
}

/** Puts in the line of a list. */
async function putLine(
	writing: Writing,
	{ line }: ArticleRecord,
	found: {
		readonly number: number;
		readonly arrival: number;
		readonly at: string;
		readonly atIs: 'published' | 'captured' | 'added';
		readonly moment: number;
		readonly added: string;
		readonly changedAt: string | null;
	},
): Promise<void> {
	await writing.run(
		`INSERT INTO articles (number, id, arrival, revision, headline, folded, site, url, at, "atIs", moment, added,
			paragraphs, quotes, speakers, comments, "changedAt", unsure)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		found.number,
		line.id,
		found.arrival,
		line.revision,
		line.headline,
		foldedKey(line.headline),
		line.site,
		line.url,
		found.at,
		found.atIs,
		found.moment,
		found.added,
		line.counts.paragraphs,
		line.counts.quotes,
		line.counts.speakers,
		line.counts.comments,
		found.changedAt,
		line.unsure ? 1 : 0,
	);
}

async function putTopics(
	writing: Writing,
	article: number,
	moment: number,
	topics: readonly number[],
): Promise<void> {
	if (topics.length === 0) return;
	await writing.run(
		'INSERT INTO article_topics (article, topic, moment) SELECT ?, topic, ? FROM unnest(?::bigint[]) AS t (topic)',
		article,
		moment,
		topics,
	);
}

async function putUtterances(
	writing: Writing,
	{ utterances }: ArticleRecord,
	{
		first,
		article,
		moment,
		speakers,
	}: {
		readonly first: number;
		readonly article: number;
		readonly moment: number;
		readonly speakers: ReadonlyMap<string, number>;
	},
): Promise<void> {
	if (utterances.length === 0) return;
	await writing.run(
		`INSERT INTO utterances (article, moment, number, speaker, name, role, cue, paragraph, kind, parts, fragment, begins)
		SELECT ?, ?, u.* FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
			?::text[], ?::text[], ?::text[]) AS u`,
		article,
		moment,
		utterances.map((_, index) => first + index),
		utterances.map(({ speakerKey }) => (speakerKey === null ? null : (speakers.get(speakerKey) ?? null))),
		utterances.map(({ speaker }) => speaker),
		utterances.map(({ role }) => role),
		utterances.map(({ cue }) => cue),
		utterances.map(({ paragraph }) => paragraph),
		utterances.map(({ kind }) => kind),
		utterances.map(({ parts }) => JSON.stringify(parts)),
		utterances.map(({ fragment }) => fragment ?? null),
		utterances.map(({ begins }) => begins),
	);
}

/** Each speaker of an article once, with the first office given and the number of utterances. */
function speakersOf({ utterances }: ArticleRecord): Spoken[] {
	const spoken = new Map<string, Spoken>();
	for (const { speaker: name, speakerKey: key, role } of utterances) {
		if (name === null || key === null) continue;
		const known = spoken.get(key);
		spoken.set(key, { key, name, role: known?.role ?? role, quotes: (known?.quotes ?? 0) + 1 });
	}
	return [...spoken.values()];
}
