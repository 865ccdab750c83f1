import { words } from '../../language/fold.ts';
import type { ArticleRecord, WordKind } from '../articles.ts';
import { type IndexedText, isKnown, pairMark, speakersOf } from '../indexed-text.ts';
import { nextNumbers, putLine, putTopics, putUtterances } from './article-rows.ts';
import { addSpeakers, addTopics } from './counts.ts';
import { countInMonth, monthOf } from './months.ts';
import { removeArticle, type Shown } from './remove.ts';
import { addToTotals, type ShelfRange } from './shelves.ts';
import type { Writing } from './transactions.ts';
import { addWords, type Vocabulary } from './vocabulary.ts';

/** What is known of an article before it is shown. */
interface KnownBefore {
	readonly shown: Shown | null;
	/** When an earlier text was replaced last. */
	readonly changedAt: string | null;
	readonly now: Date;
}

/**
 * Shows an article on a shelf, replacing what is shown there under its id. Inside a write of articles.
 * @returns its number, and the names under which the shelf knew its speakers before.
 */
export async function putArticle(
	writing: Writing,
	range: ShelfRange,
	record: ArticleRecord,
	{ shown, changedAt, now }: KnownBefore,
	searched: IndexedText[],
): Promise<{ readonly number: number; readonly listedAs: readonly string[] }> {
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
		for (const word of utterance.searched.split(' ')) if (isKnown(word)) addWord('utterance', word);
	}
	const quotes = new Map(spoken.map(({ key, quotes }) => [speakers.numbers.get(key) ?? 0, quotes]));
	const onTopics = new Map([...topics.numbers.values()].map((topic) => [topic, 1]));
	const sent = Promise.all([
		putTopics(writing, number, moment, [...onTopics.keys()]),
		countInMonth(writing, 'topic_months', month, onTopics),
		countInMonth(writing, 'speaker_months', month, quotes),
		putUtterances(writing, record, {
			...{ first: next.utterances, article: number, moment, speakers: speakers.numbers },
		}),
		addWords(writing, range, vocabulary),
	]);
	writing.later(sent);
	return { number, listedAs: speakers.listedAs };
}
