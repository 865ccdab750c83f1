import { findQuotes } from '../src/language/quotations.ts';
import { readCorpus } from './training/corpus.ts';

// npm run --silent bench:quotes-limits -- GOLD.jsonl [ARTICLES]
// Prints the heap after reading that many articles (100,000 by default; those of GOLD again and again), and the
// CPU time that hostile paragraphs of 1 MB take, compared with a quarter of each: four times as long is linear.

const [gold, many = '100000'] = process.argv.slice(2);
const { gc } = globalThis;
if (!gold || !gc) {
	console.error('usage: npm run --silent bench:quotes-limits -- GOLD.jsonl [ARTICLES]');
	process.exit(2);
}

const MEGABYTE = 1_000_000;
const patterns = {
	'straight marks': '"',
	'opening marks': '“',
	'closing marks': '”',
	'single marks': '‘a’ ',
	'short spans': '“a” ',
	'spans in spans': '“a "b" c” ',
	'spans that never close': '“a b c, ',
	'quotations with names': '“It leaks,” Ada Venn said. ',
	'quotations with pronouns': '“It leaks,” he said. Ada Venn and Tom Orrin left. ',
	'quotations without a source': '“It leaks and leaks and leaks.” ',
	'quotations by age': '“It leaks,” said the 19-year-old. Ada Venn left. ',
	'reports of reports': 'Ada Venn said Tom Orrin told her: “It leaks.” ',
	names: 'Ada Venn ',
	'names of one family': 'Ada Venn, Tom Venn, Ida Venn and Jo Venn met Venn Jr. ',
	'names with particles': 'van der von del Venn ',
	nicknames: 'Ada “Minnow” Venn ',
	appositions: 'Venn, the mayor, the aide, the ',
	'bodies of bodies': 'Department of Health and ',
	capitals: 'VENN ',
	colons: 'Venn: “a” ',
	dashes: '— a — b ',
} satisfies Record<string, string>;

function seconds(work: () => void): number {
	const start = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1e6;
}

const rounded = (number: number): number => Math.round(number * 100) / 100;

const worst = Object.entries(patterns).map(([name, pattern]) => {
	const [quarter = 0, whole = 0] = [MEGABYTE / 4, MEGABYTE].map((length) => {
		const paragraph = pattern.repeat(length / pattern.length);
		return seconds(() => findQuotes([paragraph], 'en'));
	});
	return { name, quarter: rounded(quarter), whole: rounded(whole), ratio: rounded(whole / quarter) };
});

const articles = readCorpus(gold).map(({ paragraphs }) => paragraphs);
const heap: Record<string, number> = {};
let read = 0;
for (const share of [0.1, 0.25, 0.5, 0.75, 1]) {
	const until = Math.round(Number(many) * share);
	for (; read < until; read++) findQuotes(articles[read % articles.length] ?? [], 'en');
	gc();
	heap[`after ${until}`] = rounded(process.memoryUsage().heapUsed / MEGABYTE);
}
console.log(JSON.stringify({ secondsForOneMegabyte: worst, heapInMegabytes: heap }, null, '\t'));
