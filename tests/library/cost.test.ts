import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventArticle } from '../../bench/invented.ts';
import { placeOfBench, waysToAsk } from '../../bench/options/asked.ts';
import type { Context } from '../../commands/shared/context.ts';
import { loadCommands } from '../../src/app/commands.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { openDigests } from '../../src/digest/service.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import { recordOf, unsummarised } from '../../src/sources/record.ts';
import type { Archive } from '../../src/stores/archive.ts';
import type { ArticleRecord } from '../../src/stores/articles.ts';
import { archiveName } from '../../src/stores/sqlite/open.ts';
import { additions, discussions, feeds, follows, privacy } from '../commands/plain-library.ts';
import { quietLog } from '../quiet-log.ts';

/** What one question may take of the archive, however much it holds. */
const most = { statements: 250, rows: 14_000, fullText: 80 };

const counted = { statements: 0, rows: 0, fullText: 0 };
const { all, get } = StatementSync.prototype;
/** The full-text searches as they were written, and what they looked for. */
const searches = { written: new Set<string>(), wanted: new Set<string>() };
function count(statement: StatementSync, rows: number, values: readonly unknown[]): void {
	counted.statements++;
	counted.rows += rows;
	if (!/\bMATCH\b/u.test(statement.sourceSQL)) return;
	counted.fullText++;
	searches.written.add(statement.sourceSQL);
	for (const value of values)
		if (typeof value === 'string' && value.startsWith('"')) searches.wanted.add(value);
}

describe('whatever option is given to whatever command, at its limits', () => {
	const sizes = [200, 800];
	const costs: Map<string, typeof counted>[] = [];
	let root: string;
	/** The archive is filled in two steps and asked everything after each: seconds of work, and much more beside other work. */
	const patience = 240_000;
	beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), 'verbatim-cost-'));
		StatementSync.prototype.all = function (this: StatementSync, ...given: Parameters<typeof all>) {
			const rows = all.apply(this, given);
			count(this, rows.length, given);
			return rows;
		} as typeof all;
		StatementSync.prototype.get = function (this: StatementSync, ...given: Parameters<typeof get>) {
			const row = get.apply(this, given);
			count(this, row === undefined ? 0 : 1, given);
			return row;
		} as typeof get;
		// Only the latest articles of each size are asked for by name; the summaries of the others change no count.
		const isLatest = (number: number) => sizes.some((size) => number < size && number >= size - 20);
		const records = Array.from({ length: Math.max(...sizes) }, (_, number) =>
			(isLatest(number) ? recordOf : unsummarised)(inventArticle(number)),
		);
		for (const [at, size] of sizes.entries())
			costs.push(await costsWith(records.slice(sizes[at - 1] ?? 0, size), `the first ${size}`));
	}, patience);
	afterAll(async () => {
		Object.assign(StatementSync.prototype, { all, get });
		await rm(root, { recursive: true, force: true });
	});

	/** What each question costs when these articles of one source are in the archive, too. */
	async function costsWith(
		records: readonly ArticleRecord[],
		name: string,
	): Promise<Map<string, typeof counted>> {
		const archive: Archive = await openArchive(root);
		await archive
			.sources({ shelf: null, kind: 'invented' })
			.put(records, { name, size: records.length, modified: 0, sha256: null, reader: 'none' });
		const commands = new Map(
			[...(await loadCommands<Context>())].filter(
				([name]) => !/^(?:digest|discuss|follow|notify)/u.test(name),
			),
		);
		const library = answersFrom(archive.seenBy(null), openCache(null, quietLog));
		const libraryOf = () => library;
		const { service } = openDigests({
			store: archive.digests,
			threads: archive.threads,
			libraryOf,
			log: quietLog,
		});
		const check = openChecks((server) => archive.seenBy(server))(null);
		// All articles were added within the last day, so /today has as much to list as there can be.
		const pictures = { draw: async () => new Uint8Array() };
		const others = { privacy, corrections: null, pictures, discussions, follows, additions, feeds, check };
		const context: Context = { library, ...others, digests: service, place: placeOfBench };
		const found = new Map<string, typeof counted>();
		for (const { asked, run } of await waysToAsk(commands, context)) {
			Object.assign(counted, { statements: 0, rows: 0, fullText: 0 });
			await run().catch(() => null);
			found.set(asked, { ...counted });
		}
		await archive.close();
		return found;
	}

	it('the archive is asked for no more than a fixed number of statements, rows and full-text searches', () => {
		const [, large] = costs;
		expect(large?.size).toBeGreaterThan(500);
		const dear = [...(large ?? [])].filter(
			([, cost]) =>
				cost.statements > most.statements || cost.rows > most.rows || cost.fullText > most.fullText,
		);
		expect(dear).toEqual([]);
	});

	it('no full-text search runs once a row, and none looks for a word twice or for many', () => {
		const archive = new DatabaseSync(join(root, archiveName));
		expect(searches.written.size).toBeGreaterThan(3);
		for (const sql of [...searches.written]) {
			const plan = archive.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
			expect
				.soft({ sql, plan: JSON.stringify(plan) })
				.toEqual({ sql, plan: expect.not.stringMatching(/CORRELATED/u) });
		}
		archive.close();
		expect(searches.wanted.size).toBeGreaterThan(20);
		for (const wanted of searches.wanted) {
			const words = wanted.split(/ AND | OR /u);
			expect.soft(new Set(words).size, wanted).toBe(words.length);
			expect.soft(words.length, wanted).toBeLessThanOrEqual(12);
		}
	});

	it('four times as many articles take no more statements and full-text searches', () => {
		const [small, large] = costs;
		for (const kind of ['statements', 'fullText'] as const) {
			const dearest = (cost?: Map<string, typeof counted>) =>
				Math.max(...[...(cost?.values() ?? [])].map((one) => one[kind]));
			expect(dearest(large)).toBeLessThanOrEqual(dearest(small) * 1.5 + 5);
		}
	});
});
