import { foldedKey, words } from '../../language/fold.ts';
import type { ArticleRecord } from '../articles.ts';
import type { Database } from './database.ts';
import { addToTotals } from './totals.ts';

/** Notes that something changed. Inside a write. */
export function bumpGeneration(database: Database): void {
	database.run("UPDATE meta SET value = value + 1 WHERE name = 'generation'");
}

/** Takes articles in, each in place of an earlier one with its id, of two with one id the last. Inside a write. */
export function putArticles(
	database: Database,
	articles: readonly { readonly record: ArticleRecord; readonly json: string }[],
	now: Date,
): void {
	// Other statements between them make the full-text tables write out what they have gathered so far, again and
	// again, which costs more than all the rest: so they come last.
	const searched: Searched[] = [];
	const lastOfEach = new Map(articles.map((article) => [article.record.line.id, article]));
	for (const { record, json } of lastOfEach.values()) putArticle(database, record, json, now, searched);
	for (const { kind, number, text } of searched) {
		database.run(`INSERT INTO ${kind}_search (rowid, text) VALUES (?, ?)`, number, text);
	}
}

/** A text to be searched, of the row with this number. */
interface Searched {
	readonly kind: Kind | 'utterance';
	readonly number: number;
	readonly text: string;
}

type Kind = 'headline' | 'speaker' | 'topic';

/** Words of utterances against which slips are mended: shorter ones are never mended, longer ones are none. */
const known = /^\p{L}{4,30}$/u;

function putArticle(
	database: Database,
	record: ArticleRecord,
	json: string,
	now: Date,
	searched: Searched[],
): void {
	const index = (kind: Kind, number: number, text: string) => {
		const folded = words(text);
		searched.push({ kind, number, text: folded.join(' ') });
		for (const word of folded) database.run('INSERT OR IGNORE INTO words VALUES (?, ?)', kind, word);
	};
	const { article, line, utterances } = record;
	const earlier = database.get<{ number: number; added: string }>(
		'SELECT number, added FROM articles WHERE id = ?',
		line.id,
	);
	if (earlier) removeFound(database, earlier.number);
	const added = earlier?.added ?? now.toISOString();
	const { at, atIs } = record.at ?? { at: added, atIs: 'added' };
	const moment = Date.parse(at);
	const { last } = database.run(
		`INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		earlier?.number ?? null,
		line.id,
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
	);
	database.run('INSERT INTO bodies VALUES (?, ?)', last, json);
	addToTotals(database, {
		articles: 1,
		quotes: utterances.length,
		unattributed: utterances.filter((utterance) => utterance.speakerKey === null).length,
		comments: line.counts.comments,
	});
	index('headline', last, article.headline);
	putTopics(database, record, last, moment, (topic, name) => index('topic', topic, name));

	const speakers = putSpeakers(database, record, (speaker, name) => index('speaker', speaker, name));
	const vocabulary = new Set<string>();
	for (const utterance of utterances) {
		const { last: number } = database.run(
			'INSERT INTO utterances VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
			last,
			moment,
			utterance.speakerKey === null ? null : (speakers.get(utterance.speakerKey) ?? null),
			utterance.speaker,
			utterance.role,
			utterance.cue,
			utterance.paragraph,
			utterance.kind,
			JSON.stringify(utterance.parts),
		);
		searched.push({ kind: 'utterance', number, text: utterance.searched });
		for (const word of utterance.searched.split(' ')) if (known.test(word)) vocabulary.add(word);
	}
	for (const word of vocabulary) database.run("INSERT OR IGNORE INTO words VALUES ('utterance', ?)", word);
}

/** Takes an article out, with all that was found in it. Inside a write. @returns whether it was there. */
export function removeArticle(database: Database, id: string): boolean {
	const found = database.get<{ number: number }>('SELECT number FROM articles WHERE id = ?', id);
	if (found) removeFound(database, found.number);
	return found !== undefined;
}

/** Counts the article's topics in. `added` gets each one that was not known. */
function putTopics(
	database: Database,
	record: ArticleRecord,
	article: number,
	moment: number,
	added: (number: number, name: string) => void,
): void {
	for (const { key, name } of record.topics) {
		let topic = database.get<{ number: number }>('SELECT number FROM topics WHERE key = ?', key)?.number;
		if (topic === undefined) {
			topic = database.run('INSERT INTO topics VALUES (NULL, ?, ?, 1)', key, name).last;
			added(topic, name);
		} else database.run('UPDATE topics SET articles = articles + 1 WHERE number = ?', topic);
		database.run('INSERT INTO article_topics VALUES (?, ?, ?)', article, topic, moment);
	}
}

/** Counts the article's speakers in. `added` gets each one that was not known. @returns their numbers by key. */
function putSpeakers(
	database: Database,
	record: ArticleRecord,
	added: (number: number, name: string) => void,
): ReadonlyMap<string, number> {
	const spoken = new Map<string, { name: string; role: string | null; quotes: number }>();
	for (const { speaker: name, speakerKey: key, role } of record.utterances) {
		if (name === null || key === null) continue;
		const known = spoken.get(key);
		spoken.set(key, { name, role: known?.role ?? role, quotes: (known?.quotes ?? 0) + 1 });
	}
	const numbers = new Map<string, number>();
	for (const [key, { name, role, quotes }] of spoken) {
		let number = database.get<{ number: number }>(
			`UPDATE speakers SET quotes = quotes + ?, articles = articles + 1, role = coalesce(?, role)
			WHERE key = ? RETURNING number`,
			quotes,
			role,
			key,
		)?.number;
		if (number === undefined) {
			number = database.run(
				'INSERT INTO speakers VALUES (NULL, ?, ?, ?, ?, 1)',
				key,
				name,
				role,
				quotes,
			).last;
			added(number, name);
		}
		numbers.set(key, number);
	}
	return numbers;
}

/** Takes out the article's rows, and counts its speakers and topics down. */
function removeFound(database: Database, article: number): void {
	const spoken = database.all<{ speaker: number | null; quotes: number }>(
		'SELECT speaker, count(*) AS quotes FROM utterances WHERE article = ? GROUP BY speaker',
		article,
	);
	const comments = database.get<{ comments: number }>(
		'SELECT comments FROM articles WHERE number = ?',
		article,
	);
	addToTotals(database, {
		articles: -1,
		quotes: -spoken.reduce((total, { quotes }) => total + quotes, 0),
		unattributed: -(spoken.find(({ speaker }) => speaker === null)?.quotes ?? 0),
		comments: -(comments?.comments ?? 0),
	});
	for (const { speaker, quotes } of spoken) {
		if (speaker === null) continue;
		const left = database.get<{ articles: number }>(
			`UPDATE speakers SET quotes = quotes - ?, articles = articles - 1 WHERE number = ? RETURNING articles`,
			quotes,
			speaker,
		);
		if (left?.articles === 0) remove(database, 'speaker', speaker);
	}
	const topics = database.all<{ topic: number }>(
		'SELECT topic FROM article_topics WHERE article = ?',
		article,
	);
	for (const { topic } of topics) {
		const left = database.get<{ articles: number }>(
			'UPDATE topics SET articles = articles - 1 WHERE number = ? RETURNING articles',
			topic,
		);
		if (left?.articles === 0) remove(database, 'topic', topic);
	}
	database.run('DELETE FROM article_topics WHERE article = ?', article);
	database.run(
		'DELETE FROM utterance_search WHERE rowid IN (SELECT number FROM utterances WHERE article = ?)',
		article,
	);
	database.run('DELETE FROM utterances WHERE article = ?', article);
	database.run('DELETE FROM bodies WHERE article = ?', article);
	database.run('DELETE FROM headline_search WHERE rowid = ?', article);
	database.run('DELETE FROM articles WHERE number = ?', article);
}

function remove(database: Database, kind: 'speaker' | 'topic', number: number): void {
	database.run(`DELETE FROM ${kind}s WHERE number = ?`, number);
	database.run(`DELETE FROM ${kind}_search WHERE rowid = ?`, number);
}
