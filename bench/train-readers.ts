import { writeFileSync } from 'node:fs';
import {
	type PreparedReaderModel,
	prepareReader,
	type ReaderModel,
} from '../src/language/summary/reader/model.ts';
import { type Lesson, lessonOf } from './training/readers/examples.ts';
import { readLabels } from './training/readers/labels.ts';
import { learnReader } from './training/readers/learn.ts';
import { areaUnder, tallyOf } from './training/readers/score.ts';

// npm run train:readers -- CORPORA [--check | --model]
// Learns from articles whose sentences readers judged (data/training/summaries.json, joined to the texts in CORPORA)
// which sentences are not understood where they are shown and which tell the point, and writes data/models/readers.json.
// Prints what the labels say of short summaries by the rules alone and by models that never saw the site. With --check
// only that; with --model only the file. The same texts give the same file.

const [folder, only] = process.argv.slice(2);
if (!folder || (only !== undefined && only !== '--check' && only !== '--model')) {
	console.error('usage: npm run train:readers -- CORPORA [--check | --model]');
	process.exit(2);
}
const folds = 5;
const lessons = (await readLabels(folder)).map(lessonOf);

if (only !== '--check') writeFileSync('data/models/readers.json', `${linesOf(learnReader(lessons))}\n`);
if (only !== '--model') check();

function check(): void {
	const sites = [...new Set(lessons.map(({ site }) => site))];
	const foldOf = (site: string): number => sites.indexOf(site) % folds;
	const models = Array.from({ length: folds }, (_, fold) =>
		prepareReader(learnReader(lessons.filter(({ site }) => foldOf(site) !== fold))),
	);
	const modelOf = ({ site }: Lesson): PreparedReaderModel | null => models[foldOf(site)] ?? null;
	const scores = lessons.flatMap((lesson) =>
		lesson.examples
			.filter(({ isAlone }) => isAlone)
			.map(({ row, isUnclear }) => {
				const forest = modelOf(lesson)?.unclear;
				const values = Float64Array.from(forest?.features ?? [], (name) => row[name] ?? 0);
				return { score: forest?.score(values) ?? 0, isUnclear };
			}),
	);
	console.log(
		`${scores.length} verdicts, ${scores.filter(({ isUnclear }) => isUnclear).length} unclear, area under the curve ${areaUnder(scores).toFixed(3)}`,
	);
	// Of an article that two readers labelled the first counts.
	const first = [...new Map(lessons.toReversed().map((one) => [one.labelled.key, one])).values()];
	for (const [name, of] of [
		['rules', () => null],
		['readers', modelOf],
	] as const)
		for (const [kind, tally] of tallyOf(first, of)) console.log(name, kind, JSON.stringify(tally));
}

/** The model with a tree a line. */
function linesOf({ unclear, point }: ReaderModel): string {
	const parts = Object.entries({ unclear, point }).map(([name, { features, trees }]) => {
		const lines = trees.map((tree) => JSON.stringify(tree)).join(',\n');
		return `"${name}":{"features":${JSON.stringify(features)},"trees":[\n${lines}\n]}`;
	});
	return `{\n${parts.join(',\n')}\n}`;
}
