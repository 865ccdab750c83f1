import { foldedKey, words } from '../../language/fold.ts';
import type { ArticleRecord, WordKind } from '../articles.ts';
import { type IndexedText, isKnown, pairMark, speakersOf } from '../indexed-text.ts';
import { addSpeaker, addTopic } from './counts.ts';
import type { Database } from './database.ts';
import { removeArticle } from './remove.ts';
import { revisionsOf } from './revisions.ts';
import { addToTotals, nextInSequence, nextNumber, type ShelfRange } from './shelves.ts';

/**
 * Puts what is to be searched into the full-text tables, at the end of a write: other statements between them make
 * these tables write out what they have gathered so far, again and again, which costs more than all the rest.
 */
export function indexTexts(database: Database, searched: readonly IndexedText[]): void {
	for (const { kind, number, text } of searched) {
		database.run(`INSERT INTO ${kind}_search (rowid, text) VALUES (?, ?)`, number, text);
	}
}

/** Shows an article on a shelf, replacing what is shown there under its id. Inside a write. */
export function putArticle(
	database: Database,
	range: ShelfRange,
	record: ArticleRecord,
	now: Date,
	searched: IndexedText[],
): void {
	const addWord = (kind: WordKind, word: string) =>
		database.run('INSERT OR IGNORE INTO words VALUES (?, ?, ?)', range.shelf, kind, word);
	const index = (kind: 'headline' | 'speaker' | 'topic', number: number, text: string) => {
		const folded = words(text);
		searched.push({ kind, number, text: folded.join(' ') });
		for (const word of folded) addWord(kind, word);
	};
	const { article, line, utterances } = record;
	const earlier = database.get<{ number: number; added: string; arrival: number }>(
		'SELECT number, added, arrival FROM articles WHERE id = ? AND shelf = ?',
		line.id,
		range.shelf,
	);
	if (earlier) removeArticle(database, range, earlier.number);
	const added = earlier?.added ?? now.toISOString();
	const { at, atIs } = record.at ?? { at: added, atIs: 'added' };
	const moment = Date.parse(at);
	const number = earlier?.number ?? nextNumber(database, 'articles', range);
	database.run(
		'INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
		number,
		line.id,
		earlier?.arrival ?? nextInSequence(database),
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
		revisionsOf(database, range.shelf, line.id)[0]?.until ?? null,
		line.unsure ? 1 : 0,
	);
	addToTotals(database, range, {
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
	for (const { key, name } of record.topics) {
		const topic = addTopic(database, range, key, name);
		if (topic.isNew) index('topic', topic.number, name);
		database.run('INSERT INTO article_topics VALUES (?, ?, ?)', number, topic.number, moment);
	}
	const speakers = new Map<string, number>();
	for (const spoken of speakersOf(record)) {
		const speaker = addSpeaker(database, range, spoken);
		if (speaker.isNew) index('speaker', speaker.number, spoken.name);
		speakers.set(spoken.key, speaker.number);
	}
	let next = utterances.length === 0 ? 0 : nextNumber(database, 'utterances', range);
	const vocabulary = new Set<string>();
	for (const utterance of utterances) {
		database.run(
			'INSERT INTO utterances VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
			next,
			number,
			moment,
			utterance.speakerKey === null ? null : (speakers.get(utterance.speakerKey) ?? null),
			utterance.speaker,
			utterance.role,
			utterance.cue,
			utterance.paragraph,
			utterance.kind,
			JSON.stringify(utterance.parts),
			utterance.fragment ?? null,
			utterance.begins,
		);
		const pairs = utterance.pairs.map((pair) => pairMark + pair).join(' ');
		searched.push({ kind: 'utterance', number: next, text: `${utterance.searched} ${pairs}` });
		for (const word of utterance.searched.split(' ')) if (isKnown(word)) vocabulary.add(word);
		next++;
	}
	for (const word of vocabulary) addWord('utterance', word);
}
