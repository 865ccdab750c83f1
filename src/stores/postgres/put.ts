import { foldedKey, words } from '../../language/fold.ts';
import type { ArticleRecord, WordKind } from '../articles.ts';
import { addSpeakers, addTopics, type Spoken } from './counts.ts';
import type { Writing } from './database.ts';
import { countInMonth, monthOf } from './months.ts';
import { removeArticle } from './remove.ts';
import { revisionsOf } from './revisions.ts';
import type { SearchKind } from './search-tables.ts';
import { addToTotals, nextInSequence, nextNumber, type ShelfRange } from './shelves.ts';
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
	for (const [kind, all] of Map.groupBy(searched, (one) => one.kind)) {
		// A number that came free and was given again in this write has the last text.
		const some = [...new Map(all.map((one) => [one.number, one])).values()];
		for (let from = 0; from < some.length; from += mostTogether) {
			const rows = some.slice(from, from + mostTogether);
			// A list of lists needs all of one length, so the terms come as JSON.
			await writing.run(
				`INSERT INTO ${kind}_search (number, terms)
				SELECT number, array_to_tsvector(array(SELECT jsonb_array_elements_text(terms::jsonb)))
				FROM unnest(?::bigint[], ?::text[]) AS s (number, terms)
				ON CONFLICT (number) DO UPDATE SET terms = excluded.terms`,
				rows.map(({ number }) => number),
				rows.map(({ number, text }) => JSON.stringify(termsOf(kind, number, text.replaceAll('\0', ' ')))),
			);
		}
	}
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
	for (const [kind, all] of vocabulary) {
		if (all.size === 0) continue;
		await writing.run(
			`INSERT INTO words (shelf, kind, word) SELECT ?, ?, word FROM unnest(?::text[]) AS w (word)
			ON CONFLICT DO NOTHING`,
			shelf,
			kind,
			[...all].filter((word) => word.length <= longestWord),
		);
	}
}

/** Shows an article on a shelf, replacing what is shown there under its id. Inside a write of articles. */
export async function putArticle(
	writing: Writing,
	range: ShelfRange,
	record: ArticleRecord,
	now: Date,
	searched: Searched[],
): Promise<number> {
	const vocabulary: Vocabulary = new Map();
	const addWord = (kind: WordKind, word: string) =>
		vocabulary.set(kind, (vocabulary.get(kind) ?? new Set()).add(word));
	const index = (kind: 'headline' | 'speaker' | 'topic', number: number, text: string) => {
		const folded = words(text);
		searched.push({ kind, number, text: folded.join(' ') });
		for (const word of folded) addWord(kind, word);
	};
	const { article, line, utterances } = record;
	const earlier = await writing.get<{ number: number; added: string; arrival: number }>(
		'SELECT number, added, arrival FROM articles WHERE id = ? AND shelf = ?',
		line.id,
		range.shelf,
	);
	if (earlier) await removeArticle(writing, range, earlier.number);
	const added = earlier?.added ?? now.toISOString();
	const { at, atIs } = record.at ?? { at: added, atIs: 'added' };
	const moment = Date.parse(at);
	const number = earlier?.number ?? (await nextNumber(writing, 'articles', range));
	await writing.run(
		`INSERT INTO articles (number, id, arrival, revision, headline, folded, site, url, at, "atIs", moment, added,
			paragraphs, quotes, speakers, comments, "changedAt", unsure)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		number,
		line.id,
		earlier?.arrival ?? (await nextInSequence(writing)),
		line.revision,
		line.headline,
		foldedKey(line.headline),
		line.site,
		line.url,
		at,
		atIs,
		moment,
		added,
		line.counts.paragraphs,
		line.counts.quotes,
		line.counts.speakers,
		line.counts.comments,
		(await revisionsOf(writing, range.shelf, line.id))[0]?.until ?? null,
		line.unsure ? 1 : 0,
	);
	await addToTotals(writing, range, {
		articles: 1,
		quotes: utterances.length,
		unattributed: utterances.filter((utterance) => utterance.speakerKey === null).length,
		comments: line.counts.comments,
	});
	index('headline', number, article.headline);
	searched.push(
		{ kind: 'text', number, text: record.searchedText },
		{ kind: 'comment', number, text: record.searchedComments },
	);
	const month = monthOf(moment);
	await countInMonth(writing, 'article_months', month, new Map([[range.shelf, 1]]));

	const topics = await addTopics(writing, range, record.topics);
	for (const { key, name } of record.topics)
		if (topics.fresh.has(key)) index('topic', topics.numbers.get(key) ?? 0, name);
	await putTopics(writing, number, moment, [...topics.numbers.values()]);
	await countInMonth(
		writing,
		'topic_months',
		month,
		new Map([...topics.numbers.values()].map((one) => [one, 1])),
	);

	const spoken = speakersOf(record);
	const speakers = await addSpeakers(writing, range, spoken);
	for (const { key, name } of spoken)
		if (speakers.fresh.has(key)) index('speaker', speakers.numbers.get(key) ?? 0, name);
	const bySpeaker = new Map(spoken.map(({ key, quotes }) => [speakers.numbers.get(key) ?? 0, quotes]));
	await countInMonth(writing, 'speaker_months', month, bySpeaker);

	const first = utterances.length === 0 ? 0 : await nextNumber(writing, 'utterances', range);
	await putUtterances(writing, record, { first, article: number, moment, speakers: speakers.numbers });
	for (const [index, utterance] of utterances.entries()) {
		const pairs = utterance.pairs.map((pair) => pairMark + pair).join(' ');
		searched.push({ kind: 'utterance', number: first + index, text: `${utterance.searched} ${pairs}` });
		for (const word of utterance.searched.split(' ')) if (known.test(word)) addWord('utterance', word);
	}
	await addWords(writing, range, vocabulary);
	return number;
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
