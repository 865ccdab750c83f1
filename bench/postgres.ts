// npm run --silent bench:postgres [-- QUOTATIONS [--keep FOLDER] [--set NAME=VALUE]]: what the questions behind /quotes,
// /search and /check cost on a PostgreSQL of its own that keeps its data on a disk, on the clock and in processor time of
// both sides, and what a start beside a running process costs. With `--keep` the filled database is there for the next
// time; `--set` is a setting of the server.
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openStore } from '../src/app/open-archive.ts';
import { createChecker } from '../src/discussion/check.ts';
import { words } from '../src/language/fold.ts';
import { generator } from '../src/language/random.ts';
import { answersFrom } from '../src/library/answers/answers.ts';
import { openCache } from '../src/library/cache/cache.ts';
import type { Archive } from '../src/stores/archive.ts';
import { posted } from './check/posted.ts';
import { inventArticle } from './invented.ts';
import { onDatabase } from './prepared/on-database.ts';
import { processorOf, type Taken } from './prepared/processor.ts';
import { preparedPostgres } from './prepared.ts';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { keep: { type: 'string' }, set: { type: 'string', multiple: true, default: [] } },
});
const [given = '100000'] = positionals;
/** Utterances in an invented article. */
const quotesEach = 6;
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

const articles = Math.ceil(Number(given) / quotesEach);
const settings = Object.fromEntries(values.set.map((one) => one.split('=', 2)));
const { server, url, fillSeconds } = await preparedPostgres(articles, values.keep ?? null, settings);
const open = () => openStore({ dataDir: '', storeUrl: url });
const archive = await open();
const [size] = await onDatabase<{ mb: number }>(
	url,
	'SELECT pg_database_size(current_database())::float8 / 1e6 AS mb',
);

/** Milliseconds of each run on the clock, and those of processor, on both sides together and on each. */
async function measured(runs: number, work: (run: number) => Promise<unknown>) {
	const took: number[] = [];
	const processor: Taken[] = [];
	// As many others before, as of a server that has been running: from then on it has in memory what all need.
	for (let run = runs; run < 2 * runs; run++) await work(run);
	const taken = await processorOf(url);
	for (let run = 0; run < runs; run++) {
		const [began, before] = [performance.now(), taken()];
		await work(run);
		took.push(performance.now() - began);
		const after = taken();
		processor.push({
			process: after.process - before.process,
			database: after.database - before.database,
		});
	}
	const at = (all: readonly number[], part: number) =>
		Number((all.toSorted((a, b) => a - b)[Math.floor(part * (runs - 1))] ?? 0).toFixed(2));
	const ends = (all: readonly number[]) => ({ p50: at(all, 0.5), p99: at(all, 0.99) });
	return {
		...ends(took),
		processor: {
			...ends(processor.map((one) => one.process + one.database)),
			process: ends(processor.map((one) => one.process)),
			database: ends(processor.map((one) => one.database)),
		},
	};
}

const view = archive.seenBy(null);
// Without a cache, so that every question goes to the store.
const ask = () => answersFrom(view, openCache(null, log));
const samples = Array.from({ length: 600 }, (_, run) => inventArticle((run * 7919) % articles));
const sample = (run: number) => samples[run % samples.length] ?? inventArticle(0);
const rare = (run: number) => words(sample(run).paragraphs[1] ?? '').toSorted((a, b) => b.length - a.length);
const search = (all: string[], run: number) => ({
	all: all.map((word) => [word]),
	none: [],
	pairs: [],
	limit: 20 + (run % 2),
});
const random = generator(7);

const figures = {
	quotations: (await view.status()).quotes,
	articles,
	fillSeconds,
	databaseMB: Math.round(size?.mb ?? 0),
	ms: {
		'quotes of the library': await measured(200, () => view.utterances({ limit: 200 })),
		'quotes of an article': await measured(300, (run) => ask().quotes({ article: sample(run).id })),
		'quotes of a speaker': await measured(300, (run) =>
			ask().quotes({ speaker: sample(run).quotes[0]?.speaker ?? '' }),
		),
		'quotes about a rare word': await measured(300, (run) => ask().quotes({ about: rare(run)[0] ?? '' })),
		'quotes about two words': await measured(300, (run) =>
			ask().quotes({ about: `${rare(run)[0]} ${rare(run)[3]}` }),
		),
		'quotes about the commonest word': await measured(100, () =>
			view.utterances({ about: ['ba'], limit: 200 }),
		),
		'quotes of a speaker about the commonest word': await measured(100, (run) =>
			ask().quotes({ speaker: sample(run).quotes[0]?.speaker ?? '', about: 'ba' }),
		),
		'search for two words': await measured(300, async (run) => {
			const query = search([rare(run)[0] ?? '', rare(run)[2] ?? ''], run);
			await Promise.all([view.searchUtterances(query), view.searchArticles('text', query)]);
		}),
		'search for the two commonest words': await measured(100, async (run) => {
			const query = search(['ba', 'ce'], run);
			await Promise.all([view.searchUtterances(query), view.searchArticles('text', query)]);
		}),
		'headlines by a begun word': await measured(300, (run) =>
			view.linesByWords([words(sample(run).headline)[0]?.slice(0, 1 + (run % 4)) ?? ''], 'all', 25),
		),
		check: await measured(400, (run) =>
			createChecker().check(
				view,
				{ text: posted(run, articles, random), speaker: null },
				{ article: null, articles },
			),
		),
	},
	start: await started(),
};
await archive.close();
await server.close();
process.stdout.write(`${JSON.stringify(figures, null, '\t')}\n`);

/** Milliseconds until a first answer, of another process's archive beside this one and of a plain client. */
async function started() {
	const first = async (opened: Archive) => {
		await opened.seenBy(null).latest(1);
		await opened.close();
	};
	return {
		archive: await measured(20, async () => first(await open())),
		client: await measured(20, async () => {
			const plain = new pg.Client(url);
			await plain.connect();
			await plain.query('SELECT id FROM articles WHERE shelf = 0 ORDER BY moment DESC LIMIT 1');
			await plain.end();
		}),
	};
}
