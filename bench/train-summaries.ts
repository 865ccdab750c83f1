import { readFileSync, writeFileSync } from 'node:fs';
import { type PreparedModel, prepare, type SummaryModel } from '../src/language/summary/chances.ts';
import { setMeasures } from '../src/language/summary/set-measures.ts';
import { summarise } from '../src/language/summary/summary.ts';
import { type Lesson, learn, type WordModel } from './training/summaries/learn.ts';
import { type Rouge, rouge } from './training/summaries/rouge.ts';
import { fitSets, type Sets, setsOf } from './training/summaries/sets.ts';

// npm run train:summaries -- GOLD.jsonl [--check [PARTS] | --model]
// Learns from articles with summaries (a line: id, paragraphs, reference) which words of an article a summary keeps and
// which sets of sentences are good, and writes data/models/summaries.json. Prints ROUGE F1 of three sentences by models
// that never saw the article, ten parts. With --check only that, of the parts given ("0,1,2") or all; with --model
// only the file. The same articles give the same file.

const [path, only, given] = process.argv.slice(2);
if (!path || (only !== undefined && only !== '--check' && only !== '--model')) {
	console.error('usage: npm run train:summaries -- GOLD.jsonl [--check [PARTS] | --model]');
	process.exit(2);
}
const parts = 10;
const lessons = readFileSync(path, 'utf8')
	.split('\n')
	.filter(Boolean)
	.map((line) => JSON.parse(line) as Lesson);
const partOf = (index: number): number => index % parts;
const nothing = Object.fromEntries(setMeasures.map((name) => [name, 0]));

/** Learned without some parts; each once. */
const learned = new Map<string, WordModel>();
function without(...left: readonly number[]): WordModel {
	const key = left.toSorted((one, other) => one - other).join();
	const known = learned.get(key) ?? learn(lessons.filter((_, index) => !left.includes(partOf(index))));
	learned.set(key, known);
	return known;
}
const known = lessons.map(() => new Map<string, number>());
/** The sets of every article outside of a part, with chances by models that saw neither it nor that part. */
function setsWithout(...left: readonly number[]): Sets[] {
	const models = Array.from({ length: parts }, (_, part) =>
		left.includes(part) ? null : prepare({ ...without(...left, part), set: nothing }),
	);
	return lessons.flatMap((lesson, index) => {
		const model = models[partOf(index)];
		return model ? [setsOf(lesson, model, known[index] ?? new Map())] : [];
	});
}

if (only !== '--check') {
	const model: SummaryModel = { ...learn(lessons), set: fitSets(setsWithout()) };
	writeFileSync('data/models/summaries.json', `${JSON.stringify(model, null, '\t')}\n`);
}
if (only !== '--model') {
	const sums = { words: 0, pairs: 0, sequences: 0 };
	let documents = 0;
	const checked = given?.split(',').map(Number) ?? Array.from({ length: parts }, (_, part) => part);
	for (const part of checked) {
		const model = prepare({ ...without(part), set: fitSets(setsWithout(part)) });
		for (const lesson of lessons.filter((_, index) => partOf(index) === part)) {
			add(sums, lesson, model);
			documents++;
		}
	}
	console.log(
		JSON.stringify({
			documents,
			'rouge1.f1': percent(sums.words, documents),
			'rouge2.f1': percent(sums.pairs, documents),
			'rougeLsum.f1': percent(sums.sequences, documents),
		}),
	);
}

function add(sums: Rouge, { paragraphs, reference }: Lesson, model: PreparedModel): void {
	const found = rouge(
		summarise(paragraphs, { language: 'en', model }).map(({ text }) => text),
		reference,
	);
	for (const key of ['words', 'pairs', 'sequences'] as const) sums[key] += found[key];
}

function percent(sum: number, documents: number): number {
	return Math.round((10_000 * sum) / documents) / 100;
}
