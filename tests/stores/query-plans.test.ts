import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it, vi } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { archiveName } from '../../src/stores/sqlite/open.ts';
import { inventedRecord } from '../library/invented.ts';
import { harbour, library } from './under-test.ts';

const prepared = new Set<string>();
const { prepare } = DatabaseSync.prototype;
vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, sql, ...rest) {
	prepared.add(sql);
	return prepare.call(this, sql, ...rest);
});
const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-plans-'));
afterAll(async () => {
	vi.restoreAllMocks();
	await rm(dataDir, { recursive: true, force: true });
});

/** Tables that grow with what is held. */
const large =
	'(?:articles|a|holdings|sources|speakers|s|o|topics|t|utterances|u|texts|bodies|article_topics|words|article_months|topic_months|speaker_months|m)';
/** Walks in the order of the answer, which end at its limit, and counts of a whole shelf. */
const inOrder =
	/(?:articles_by_moment|articles_by_arrival|articles_by_added|speakers_by_quotes|topics_by_articles|utterances_by_moment|broken_sources)/u;

/** What a query goes through that grows with the archive: tables, or all rows of a shelf in no useful order. */
function walks(database: DatabaseSync, sql: string): string[] {
	const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
	return steps
		.map(({ detail }) => detail)
		.filter((step) => {
			if (new RegExp(`^SCAN ${large}\\b(?! VIRTUAL)`, 'u').test(step)) return true;
			const ofShelf = new RegExp(`^SEARCH ${large} USING .*\\(shelf[=>]\\?\\)`, 'u').test(step);
			return ofShelf && !(inOrder.test(step) && !/folded/u.test(sql));
		});
}

it('no query to the SQLite store, and no change, scans everything in it', async () => {
	const archive = await openArchive(dataDir);
	const file = { name: 'a.txt', size: 1, modified: 1, sha256: null, reader: 'reader' };
	for (const shelf of [null, '100']) {
		const files = archive.sources({ shelf, kind: 'folder' });
		await files.put([inventedRecord(harbour), inventedRecord(library)], file);
		await files.put([inventedRecord({ ...harbour, paragraphs: ['Now it is shut.'], quotes: [] })], file);
		await files.fail({ ...file, name: 'b.txt' }, 'is empty');
		await Promise.all([files.named(['a.txt']), files.list('', 5), files.touch(file), files.remove('b.txt')]);
	}
	await archive.sources({ shelf: null, kind: 'folder' }).remove('a.txt');
	await archive.put([inventedRecord(library)]);
	const view = archive.seenBy('100');
	const like = { typed: 'harbuor', shortest: 5, longest: 9 };
	await Promise.all([
		view.article('library'),
		view.line('library'),
		view.latest(5),
		view.added(0, 5),
		view.linesByHeadline('library', 5),
		view.linesByWords(['library'], 'all', 5),
		view.speakers(5),
		view.speakersByWords(['ada'], 'all', 5),
		view.speakersOfFamilies(['ada quillon']),
		view.speakersIn('library'),
		view.topics(5),
		view.topicsByWords(['port'], 'any', 5),
		view.topic('port ellery'),
		view.linesByTopic('port ellery', 5),
		view.monthsOf('topic', 'port ellery'),
		view.monthsOf('speaker', 'ada'),
		view.quotedIn(['ada'], 5),
		view.monthsOfTopics({ months: 5, topics: 5 }),
		view.linesWithEach([['abcd']], 5),
		view.hasWord('headline', 'harbour'),
		...(['two letters', 'slipped'] as const).map((start) => view.words('headline', { ...like, start })),
		...[{}, { article: 'library' }, { speakers: ['ada'] }, { speakers: ['ada'], article: 'library' }].flatMap(
			(query) => [
				view.utterances({ ...query, limit: 5 }),
				view.utterances({ ...query, about: ['promise', 'lamp'], limit: 5, partly: 5 }),
			],
		),
		view.utterancesBeginning('we were', 5),
		view.revisions('library'),
		view.former({ article: 'library', speaker: ['ada'], about: ['lamp'], limit: 5 }),
		view.former({ limit: 5 }),
		view.status(),
	]);
	view.generation();
	const correction = {
		article: 'library',
		key: 'AAAAAAAAAAA',
		speaker: null,
		words: '',
		was: null,
		member: '1',
	};
	await archive.corrections.put('100', { ...correction, change: 'hidden' });
	await archive.corrections.of('100');
	archive.corrections.generation('100');
	await archive.corrections.remove('100', correction);
	await archive.close();
	const asked = [...prepared].filter((sql) => /^\s*(?:SELECT|WITH|UPDATE|DELETE)/u.test(sql));
	expect(asked.length).toBeGreaterThan(50);
	const database = new DatabaseSync(join(dataDir, archiveName));
	const found = Object.fromEntries(asked.map((sql) => [sql, walks(database, sql)] as const));
	database.close();
	expect(Object.entries(found).filter(([, steps]) => steps.length > 0)).toEqual([]);
});
