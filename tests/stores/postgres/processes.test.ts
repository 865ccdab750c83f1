import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { recordOf } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { type Invented, inventedRecord } from '../../library/invented.ts';
import { emptyArchive, onServer } from './under-test.ts';

const open = (url: string) => openPostgresArchive(url, recordOf);
const script = fileURLToPath(new URL('../writing-process.ts', import.meta.url));

describe('a PostgreSQL archive among processes', () => {
	it('is whole after one was killed in the middle of writing', async () => {
		const url = await emptyArchive();
		const killed = spawn(process.execPath, [script, url, 'a', '1000000'], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		await once(killed.stdout, 'data');
		killed.kill('SIGKILL');
		await once(killed, 'exit');
		const archive = await open(url);
		const { articles, quotes } = await archive.seenBy(null).status();
		expect(articles).toBeGreaterThan(20);
		expect(quotes).toBe(articles);
		const found = await archive.seenBy(null).utterances({ about: ['number'], limit: 100_000 });
		expect(found.total).toBe(Math.min(articles, 1_000));
		await archive.close();
	});

	it('renews its leases while all that members ask has to wait', async () => {
		const url = await emptyArchive();
		const archive = await open(url);
		const other = new pg.Client(url);
		await other.connect();
		await other.query('BEGIN; LOCK TABLE utterances, utterance_search IN ACCESS EXCLUSIVE MODE');
		const waiting = Array.from({ length: 30 }, (_, page) =>
			archive.seenBy(null).utterances({ about: [`word${page}`], limit: 1 }),
		);
		await vi.waitFor(async () => {
			const [row] = await onServer(
				"SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
				url,
			);
			expect(row).toEqual({ waiting: 10 });
		}, 5_000);
		const { held } = await archive.shards.renew('this', { count: 2, length: 1_000 });
		expect(held).toEqual([0, 1]);
		await other.query('ROLLBACK');
		await other.end();
		expect(await Promise.all(waiting)).toHaveLength(30);
		await archive.close();
	});

	it('keeps its counts right while eight writers add, change and remove the same things on several shelves', async () => {
		const url = await emptyArchive();
		const archives = await Promise.all(Array.from({ length: 8 }, () => open(url)));
		const article = (id: string, by: string, topic: string): Invented => ({
			id,
			topics: [topic, 'Everywhere'],
			paragraphs: [`"Here," said ${by}.`, '"There."'],
			quotes: [{ said: 'Here,', by }, { said: 'There.' }],
		});
		const names = ['Ada Quillon', 'Bruno Quillon', 'Mei Tan'];
		await Promise.all(
			archives.map(async (archive, who) => {
				for (let at = 0; at < 12; at++) {
					const shelf = [null, '100', '200'][(who + at) % 3] ?? null;
					const files = archive.sources({ shelf, kind: 'folder' });
					const file = { name: `${at % 4}.txt`, size: 1, modified: at, sha256: null, reader: 'r' };
					if ((who + at) % 5 === 0) await files.remove(file.name);
					else
						await files.put(
							[inventedRecord(article(`article-${at % 4}`, names[(who * at) % 3] ?? '', `Topic ${who % 3}`))],
							file,
						);
				}
			}),
		);
		const counted = async (sql: string) => onServer(sql, url);
		const wrong = [
			`SELECT s.key FROM speakers AS s WHERE quotes <> (SELECT count(*) FROM utterances WHERE speaker = s.number)
				OR articles <> (SELECT count(DISTINCT article) FROM utterances WHERE speaker = s.number)`,
			'SELECT t.key FROM topics AS t WHERE articles <> (SELECT count(*) FROM article_topics WHERE topic = t.number)',
			`SELECT h.number FROM shelves AS h WHERE articles <> (SELECT count(*) FROM articles WHERE shelf = h.number)
				OR quotes <> (SELECT count(*) FROM utterances WHERE shelf = h.number)
				OR unattributed <> (SELECT count(*) FROM utterances WHERE shelf = h.number AND speaker IS NULL)
				OR speakers <> (SELECT count(*) FROM speakers AS s WHERE s.shelf = h.number AND (h.number = 0 OR NOT EXISTS (
					SELECT 1 FROM speakers AS o WHERE o.shelf = 0 AND o.key = s.key)))`,
			`SELECT m."of" FROM topic_months AS m
				WHERE count <> (SELECT count(*) FROM article_topics WHERE topic = m."of")`,
			`SELECT m."of" FROM speaker_months AS m
				WHERE count <> (SELECT count(*) FROM utterances WHERE speaker = m."of")`,
			`SELECT number FROM utterance_search WHERE number NOT IN (SELECT number FROM utterances)
				UNION SELECT number FROM utterances WHERE number NOT IN (SELECT number FROM utterance_search)`,
			`SELECT number FROM text_search WHERE number NOT IN (SELECT number FROM articles)
				UNION SELECT number FROM articles WHERE number NOT IN (SELECT number FROM text_search)`,
			`SELECT number FROM topic_search WHERE number NOT IN (SELECT number FROM topics)
				UNION SELECT number FROM topics WHERE number NOT IN (SELECT number FROM topic_search)`,
			'SELECT number FROM bodies WHERE number NOT IN (SELECT body FROM texts)',
		];
		for (const sql of wrong) expect([sql, await counted(sql)]).toEqual([sql, []]);
		expect(await counted('SELECT count(*)::int AS all FROM articles')).not.toEqual([{ all: 0 }]);
		for (const archive of archives) await archive.close();
	});

	it('learns of what others change, also after its connection for that was ended', async () => {
		const url = await emptyArchive();
		const [one, other] = [await open(url), await open(url)];
		const seen = other.seenBy('100');
		for (const id of ['first', 'second', 'third']) {
			const before = seen.generation();
			const corrected = other.corrections.generation('100');
			await one.put([inventedRecord({ id })], '100');
			await one.corrections.put('100', {
				...{ article: id, key: 'AAAAAAAAAAA', change: 'hidden', speaker: null },
				...{ words: '', was: null, member: '1' },
			});
			await vi.waitFor(
				() => {
					expect(seen.generation()).not.toBe(before);
					expect(other.corrections.generation('100')).toBe(corrected + 1);
				},
				{ timeout: 5_000 },
			);
			expect(await seen.line(id)).toMatchObject({ id });
			await onServer(
				`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
				WHERE datname = current_database() AND query LIKE '%pg_notify%' AND state = 'idle'`,
				url,
			);
		}
		await one.close();
		await other.close();
	});

	it('knows of which articles others have changed something, and of all where it was not told', async () => {
		const url = await emptyArchive();
		const [one, other] = [await open(url), await open(url)];
		const seen = other.seenBy('100');
		const generations = () => ['first', 'second'].map((id) => seen.generationOf(id));
		const changed = async (change: () => Promise<unknown>) => {
			const [before, all] = [generations(), seen.generation()];
			await change();
			await vi.waitFor(() => expect(seen.generation()).not.toBe(all), { timeout: 5_000 });
			return generations().map((generation, index) => generation !== before[index]);
		};
		const second = { id: 'second', paragraphs: ['It was changed.'] };
		await changed(() => one.put([inventedRecord({ id: 'first' }), inventedRecord({ id: 'second' })]));
		await changed(() => one.put([inventedRecord({ id: 'other' })]));
		expect(await changed(() => one.put([inventedRecord({ id: 'third' })]))).toEqual([false, false]);
		expect(await changed(() => one.put([inventedRecord(second)]))).toEqual([false, true]);
		expect(await changed(() => other.put([inventedRecord({ id: 'first' })]))).toEqual([true, false]);
		const many = Array.from({ length: 200 }, (_, index) => inventedRecord({ id: `many-${index}` }));
		expect(await changed(() => one.put(many))).toEqual([true, true]);
		expect(await changed(() => one.put([inventedRecord({ id: 'own' })], '100'))).toEqual([true, true]);
		await onServer('UPDATE shelves SET generation = generation + 1 WHERE number = 0', url);
		expect(await changed(() => one.put([inventedRecord({ id: 'third' })]))).toEqual([true, true]);
		await one.close();
		await other.close();
	});

	it('uses the clock of the database, whatever that of the process says', async () => {
		const url = await emptyArchive();
		const archive = await open(url);
		vi.useFakeTimers({ toFake: ['Date'], now: 0 });
		try {
			const [row] = await onServer(
				'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now',
				url,
			);
			expect(Math.abs((await archive.digests.now()) - Number(row?.now))).toBeLessThan(60_000);
			const slot = { server: '1', date: '2031-05-03', slot: 'daily' };
			const claim = { holder: 'one', leaseMs: 60_000, channel: '2', dueAt: 1 };
			expect((await archive.digests.claim(slot, claim))?.leaseUntil).toBeGreaterThan(Number(row?.now));
		} finally {
			vi.useRealTimers();
			await archive.close();
		}
	});
});
