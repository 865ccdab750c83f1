// npm run --silent bench:search [-- QUOTATIONS [DATA_DIR]]: what a search costs over so many invented quotations, with
// words as frequent as in a language. With a DATA_DIR the archive is kept there and filled only where it is empty.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openLibrary } from '../src/app/open-library.ts';
import { generator } from '../src/language/random.ts';
import { unsummarised } from '../src/sources/record.ts';
import { fillArchive, inventArticle } from './invented.ts';

const [given = '1000', keptDir] = process.argv.slice(2);
const wanted = Number(given);
/** Of an invented article. */
const quotesEach = inventArticle(0).quotes.length;
const runs = 300;
const dataDir = keptDir ?? (await mkdtemp(join(tmpdir(), 'verbatim-search-')));
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const open = () => openLibrary({ articles: join(dataDir, 'none'), dataDir, cacheUrl: null, log });

const filling = performance.now();
let library = await open();
if ((await library.libraryOf(null).status()).quotes === 0) {
	await library.close();
	await fillArchive(dataDir, Math.ceil(wanted / quotesEach), 0, unsummarised);
	library = await open();
}
const filled = performance.now() - filling;
const ask = library.libraryOf(null);
const { articles, quotes } = await ask.status();

const random = generator(7);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
/** The words of a random quotation. */
const words = (): string[] =>
	pick(inventArticle(Math.floor(random() * articles)).quotes)
		.text.toLowerCase()
		.match(/[a-z]+/gu) ?? [];
const common = [...'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za'.split(' ')];
const slipped = (word: string) => {
	const at = 2 + Math.floor(random() * (word.length - 3));
	return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);
};
const long = (): string => words().find((word) => word.length >= 6) ?? long();

const kinds: Record<string, () => string> = {
	phrase: () => {
		const all = words();
		const from = Math.floor(random() * (all.length - 3));
		return `"${all.slice(from, from + 3).join(' ')}"`;
	},
	'two words': () => {
		const all = words();
		return `${pick(all)} ${pick(all)}`;
	},
	// Never the same twice, so that no answer is ready.
	'common word': () => `${pick(common)} -zzzz${Math.floor(random() * 1e6)}`,
	prefix: () => `${long().slice(0, 3 + Math.floor(random() * 2))}* -zzzz${Math.floor(random() * 1e6)}`,
	misspelt: () => slipped(long()),
	// The commonest word without the others that are as common.
	'common words forbidden': () => `ce -di -fo -gu -ha -je -zzzz${Math.floor(random() * 1e6)}`,
};

/** The longest time for which nothing else could run while `work` did. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
	let longest = 0;
	let last = performance.now();
	let isOver = false;
	const tick = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
		if (!isOver) setImmediate(tick);
	};
	setImmediate(tick);
	await work();
	isOver = true;
	await new Promise((resolve) => setImmediate(resolve));
	return longest;
}

const figures: Record<string, unknown> = {};
for (const [kind, query] of Object.entries(kinds)) {
	const took: number[] = [];
	const blocked: number[] = [];
	const worked: number[] = [];
	let found = 0;
	for (let run = 0; run < 20; run++) await ask.search({ query: query() }).catch(() => null);
	for (let run = 0; run < runs; run++) {
		const text = query();
		const began = performance.now();
		const busy = process.cpuUsage();
		const block = await longestBlock(async () => {
			const answer = await ask.search({ query: text });
			if (!answer.nearest) found++;
		});
		took.push(performance.now() - began);
		blocked.push(block);
		const { user, system } = process.cpuUsage(busy);
		worked.push((user + system) / 1_000);
	}
	const at = (list: number[], part: number) => {
		const inOrder = list.toSorted((one, other) => one - other);
		return Math.round(100 * (inOrder[Math.floor(part * (inOrder.length - 1))] ?? 0)) / 100;
	};
	figures[kind] = {
		...{ p50: at(took, 0.5), p99: at(took, 0.99) },
		processor: { p50: at(worked, 0.5), p99: at(worked, 0.99) },
		block: { p50: at(blocked, 0.5), p99: at(blocked, 0.99), most: at(blocked, 1) },
		found: `${Math.round((100 * found) / runs)} %`,
	};
}
const { size } = await stat(join(dataDir, 'verbatim.sqlite'));
const rss = Math.round(process.memoryUsage().rss / 1e6);
process.stdout.write(
	`${JSON.stringify({ quotes, articles, fillSeconds: Math.round(filled / 1000), fileMB: Math.round(size / 1e6), rssMB: rss, milliseconds: figures }, null, '\t')}\n`,
);
await library.close();
if (keptDir === undefined) await rm(dataDir, { recursive: true });
