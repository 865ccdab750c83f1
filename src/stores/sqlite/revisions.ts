import type { Article } from '../../article.ts';
import { type ArticleRecord, type RecordedUtterance, type RecordOf, saidIn } from '../articles.ts';
import { isAlike, mostFormer, mostRevisions, oneLine, saysTheSame, searchedText } from '../earlier-texts.ts';
import type { Database } from './database.ts';
import { nextInSequence, nextNumber, type ShelfRange } from './shelves.ts';
import { readText, saveText } from './texts.ts';

interface RevisionRow {
	readonly revision: string;
	readonly until: string;
}

/** The earlier texts of an article on a shelf, the latest first. */
export function revisionsOf(database: Database, shelf: number, id: string): RevisionRow[] {
	return database.all<RevisionRow>(
		'SELECT revision, until FROM revisions WHERE article = ? AND shelf = ? ORDER BY changed DESC',
		id,
		shelf,
	);
}

/**
 * Keeps what an article said until now, where it was shown and its source was changed and now says something else.
 * The same bytes read in another way do not count as changed. Inside a write, before the new text is shown.
 * @param shown what the source held until now.
 * @param after what it holds now: the same article, or one that shares half of its paragraphs under another id.
 */
export function keepRevision(
	database: Database,
	range: ShelfRange,
	shown: { readonly id: string; readonly revision: string },
	after: Article,
): void {
	const { shelf } = range;
	const { id, revision } = shown;
	const isShown = 'SELECT 1 FROM articles WHERE id = ? AND shelf = ? AND revision = ?';
	if (revision === after.revision || !database.get(isShown, id, shelf, revision)) return;
	const before = readText(database, shelf, id, revision);
	if (before.source.sha256 === after.source.sha256 || saysTheSame(before, after)) return;
	if (id !== after.id) {
		if (!isAlike(before, after)) return;
		for (const earlier of revisionsOf(database, shelf, id).toReversed()) {
			noteRevision(database, range, after.id, readText(database, shelf, id, earlier.revision), earlier.until);
		}
	}
	noteRevision(database, range, after.id, before, new Date().toISOString());
	for (const old of revisionsOf(database, shelf, after.id).slice(mostRevisions)) {
		forgetRevision(database, shelf, after.id, old.revision);
	}
}

function noteRevision(database: Database, range: ShelfRange, id: string, text: Article, until: string): void {
	if (text.id !== id) saveText(database, range, { ...text, id });
	database.run(
		'INSERT OR REPLACE INTO revisions VALUES (?, ?, ?, ?, ?)',
		range.shelf,
		id,
		text.revision,
		until,
		nextInSequence(database),
	);
}

/** A text that is shown again is no longer an earlier one. Inside a write. */
export function forgetRevision(database: Database, shelf: number, id: string, revision: string): void {
	database.run('DELETE FROM revisions WHERE article = ? AND shelf = ? AND revision = ?', id, shelf, revision);
}

/** Deletes all earlier texts of an article. Inside a write. */
export function forgetRevisions(database: Database, shelf: number, id: string): void {
	database.run('DELETE FROM revisions WHERE article = ? AND shelf = ?', id, shelf);
	removeFormer(database, shelf, id);
}

/**
 * Works out again which utterances of an article's earlier texts are no longer in it. Inside a write.
 * @param found gets each with the number of its row, to be searched.
 * @returns the pairs of neighbouring words of all earlier texts.
 */
export function settleFormer(
	database: Database,
	recordOf: RecordOf,
	range: ShelfRange,
	current: ArticleRecord,
	found: (number: number, text: string) => void,
): Set<string> {
	const { shelf } = range;
	const { id } = current.line;
	removeFormer(database, shelf, id);
	const revisions = revisionsOf(database, shelf, id);
	const pairs = new Set<string>();
	if (revisions.length === 0) return pairs;
	const text = oneLine(current.article.paragraphs.join(' '));
	const known = new Set<string>();
	let number = nextNumber(database, 'former_utterances', range);
	for (const { revision, until } of revisions) {
		const record = recordOf(readText(database, shelf, id, revision));
		for (const pair of record.pairs) pairs.add(pair);
		for (const utterance of record.utterances) {
			const said = saidIn(utterance).map(oneLine);
			const key = JSON.stringify(said);
			if (known.has(key) || known.size >= mostFormer || said.every((one) => text.includes(one))) continue;
			known.add(key);
			putFormer(database, number, id, until, utterance);
			found(number, searchedText(utterance));
			number++;
		}
	}
	return pairs;
}

function putFormer(
	database: Database,
	number: number,
	article: string,
	until: string,
	utterance: RecordedUtterance,
): void {
	const { speakerKey, speaker, role, cue, paragraph, kind, parts } = utterance;
	database.run(
		'INSERT INTO former_utterances VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
		number,
		article,
		until,
		speakerKey,
		speaker,
		role,
		cue,
		paragraph,
		kind,
		JSON.stringify(parts),
	);
}

function removeFormer(database: Database, shelf: number, id: string): void {
	const of = 'SELECT number FROM former_utterances WHERE article = ? AND shelf = ?';
	if (!database.get(of, id, shelf)) return;
	database.run(`DELETE FROM former_search WHERE rowid IN (${of})`, id, shelf);
	database.run('DELETE FROM former_utterances WHERE article = ? AND shelf = ?', id, shelf);
}
