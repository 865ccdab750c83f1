// npm run --silent bench:library [-- ARTICLES [DATA_DIR [SHELVES]]]: what answers from an archive cost. With a
// DATA_DIR the archive is kept there and filled only where it is empty. With SHELVES half of the articles are on the
// shelves of that many servers, and one of them asks.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openLibrary } from '../src/app/open-library.ts';
import { words } from '../src/language/fold.ts';
import { benchServer, fillArchive, inventArticle } from './invented.ts';

const [given = '10000', keptDir, shelves = '0'] = process.argv.slice(2);
const server = shelves === '0' ? null : benchServer(0);
const dataDir = keptDir ?? (await mkdtemp(join(tmpdir(), 'verbatim-bench-')));
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const open = () => openLibrary({ articles: join(dataDir, 'none'), dataDir, cacheUrl: null, log });

const filling = performance.now();
let library = await open();
if ((await library.libraryOf(server).status()).articles === 0) {
	await library.close();
	await fillArchive(dataDir, Number(given), Number(shelves));
	library = await open();
}
const filled = performance.now() - filling;
await library.close();

globalThis.gc?.();
const before = process.memoryUsage().rss;
const opening = performance.now();
const opened = await open();
const ask = opened.libraryOf(server);
const view = opened.archive.seenBy(server);
await ask.quotes({});
const ready = performance.now() - opening;
const { articles } = await ask.status();

/** Milliseconds on the clock of each run, put in order, and of the processor on average. */
async function measured(runs: number, work: (run: number) => Promise<unknown>) {
	const took: number[] = [];
	const busy = process.cpuUsage();
	for (let run = 0; run < runs; run++) {
		const began = performance.now();
		await work(run);
		took.push(performance.now() - began);
	}
	const { user, system } = process.cpuUsage(busy);
	took.sort((a, b) => a - b);
	const at = (part: number) => Number((took[Math.floor(part * (runs - 1))] ?? 0).toFixed(3));
	return { p50: at(0.5), p99: at(0.99), cpu: Number(((user + system) / 1000 / runs).toFixed(3)) };
}

const samples = Array.from({ length: 200 }, (_, run) => inventArticle((run * 7919) % articles));
const sample = (run: number) => samples[run % samples.length] ?? inventArticle(0);
const id = (run: number) => sample(run).id;
const speaker = (run: number) => sample(run).quotes[0]?.speaker ?? '';
const said = (run: number) => sample(run).quotes[0]?.text ?? '';
const rare = (run: number) => words(sample(run).paragraphs[1] ?? '').toSorted((a, b) => b.length - a.length);

const figures = {
	articles,
	fillSeconds: Math.round(filled / 1000),
	openMs: Math.round(ready),
	openRssMB: Math.round((process.memoryUsage().rss - before) / 1e6),
	ms: {
		'quotes, at hand': await measured(2_000, () => ask.quotes({})),
		'quotes of an article, at hand': await measured(2_000, () => ask.quotes({ article: id(1) })),
		'quotes of the library': await measured(100, () => view.utterances({ limit: 200 })),
		'quotes of an article': await measured(200, (run) => ask.quotes({ article: id(run) })),
		'quotes of a speaker': await measured(200, (run) => ask.quotes({ speaker: speaker(run) })),
		'quotes about a rare word': await measured(200, (run) => ask.quotes({ about: rare(run)[0] ?? '' })),
		'quotes about two words': await measured(200, (run) =>
			ask.quotes({ about: `${rare(run)[0]} ${rare(run)[3]}` }),
		),
		'quotes about the commonest word': await measured(10, (run) =>
			view.utterances({ about: ['ce'], limit: 200 + run }),
		),
		'quotes of a speaker about the commonest word': await measured(20, async (run) => {
			await ask.quotes({ speaker: speaker(run), about: 'ce' });
		}),
		brief: await measured(200, (run) => ask.brief(id(run))),
		comments: await measured(200, (run) => ask.comments({ article: id(run), sort: 'sample', seed: 0 })),
		topics: await measured(20, () => view.topics(1_000)),
		'an article by words of its headline': await measured(200, (run) => ask.article(sample(run).headline)),
		'an article by a headline with a slip': await measured(50, (run) =>
			ask.article(sample(run).headline.replace(/(\S)(\S)(\S*)$/u, '$2$1$3')).catch(() => null),
		),
		'an article that is not there': await measured(20, (run) =>
			ask.article(`qqqqqqq${run}`).catch(() => null),
		),
		'suggest articles, one letter': await measured(20, (run) =>
			view.linesByWords([String.fromCharCode(97 + run)], 'all', 25),
		),
		'suggest articles, three letters': await measured(200, (run) =>
			ask.suggestArticles(sample(run).headline.slice(0, 3), 25),
		),
		'suggest speakers, one letter': await measured(20, (run) =>
			ask.suggestSpeakers(String.fromCharCode(97 + run), 25),
		),
		'suggest speakers, three letters': await measured(200, (run) =>
			ask.suggestSpeakers(speaker(run).slice(0, 3), 25),
		),
		'suggest quotes by their first letter': await measured(20, (run) =>
			ask.quotesLike(String.fromCharCode(97 + run), 25, {}),
		),
		'suggest quotes by their first words': await measured(200, (run) =>
			ask.quotesLike(said(run).slice(0, 12 + (run % 20)), 25, {}),
		),
		'suggest quotes about a word, whole or begun': await measured(200, (run) =>
			ask.quotesLike((rare(run)[0] ?? '').slice(0, 3 + (run % 8)), 25, {}),
		),
		'suggest quotes about two words': await measured(200, (run) =>
			ask.quotesLike(`${rare(run)[0]} ${rare(run)[3]}`, 25, {}),
		),
		'suggest quotes about the commonest word': await measured(20, (run) =>
			ask.quotesLike('ce'.padEnd(2 + run, ' '), 25, {}),
		),
		'suggest quotes of a speaker': await measured(200, (run) =>
			ask.quotesLike(rare(run)[0] ?? '', 25, { speaker: speaker(run) }),
		),
		status: await measured(20, () => view.status()),
	},
	rssMB: Math.round(process.memoryUsage().rss / 1e6),
};
process.stdout.write(`${JSON.stringify(figures, null, '\t')}\n`);
await opened.close();
if (keptDir === undefined) await rm(dataDir, { recursive: true });
