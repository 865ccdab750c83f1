import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../src/reading/decode.ts';
import { readDump } from '../src/reading/dump/dump.ts';
import { modelOf } from '../src/reading/dump/kinds/model.ts';
import { calibration } from './training/lines/calibration.ts';
import { FOLDS, readTaught, type Taught } from './training/lines/dumps.ts';
import {
	bodyWith,
	learnFirst,
	learnHeadline,
	learnSecond,
	type Sight,
	sightWith,
} from './training/lines/learn.ts';
import { learnWords, withWords } from './training/lines/words.ts';
import { readable } from './training/readable.ts';

// npm run train:lines -- FOLDER... [--check PREDICTIONS.jsonl] [--headlines]
// Learns what the lines of a copied page are from folders with dumps/ and truth.jsonl (`npm run bench:copy` makes them out
// of HTML) and writes data/models/lines.json. Each fold, which shares no site with the others, is also read by
// models that never saw it: what the later models learn from is what such models made of a page, and with --check
// what they read of the first folder is written for its scoring script. With --headlines only the models that choose
// the headline are learned, for each fold, and no file is written: how often the headline is right at which chance is
// printed, for the copies of the first folder. The same folders give the same file.

const words = process.argv.slice(2);
const checkAt = words.indexOf('--check');
const predictions = checkAt < 0 ? undefined : words.splice(checkAt, 2)[1];
const headlinesAt = words.indexOf('--headlines');
if (headlinesAt >= 0) words.splice(headlinesAt, 1);
const [corpus] = words;
if (!corpus) {
	console.error('usage: npm run train:lines -- FOLDER... [--check PREDICTIONS.jsonl] [--headlines]');
	process.exit(2);
}

const start = performance.now();
const say = (what: string) => console.error(`${Math.round((performance.now() - start) / 1000)} s: ${what}`);

const wordless = readTaught(words);
const inFold = (page: Taught, fold: number) => page.fold === fold || page.fold < 0;
const wordWeights = [...Array(FOLDS).keys()].map((fold) =>
	learnWords(wordless.filter((page) => page.fold !== fold)),
);
// Pages of no fold are only learned from; the last models read them for those that learn from all.
const pages = wordless.map((page) => withWords(page, wordWeights.at(page.fold) ?? {}));
say('words');
const folds = [...Array(FOLDS).keys()].map((fold) => ({
	seen: pages.filter((page) => page.fold !== fold),
	unseen: pages.filter((page) => inFold(page, fold)),
}));

const bodies = new Map<Taught, Float32Array>();
const sights = new Map<Taught, Sight>();
const bodyOf = (page: Taught) => found(bodies, page);
const sightOf = (page: Taught) => found(sights, page);
const firsts = folds.map(({ seen, unseen }) => {
	const first = learnFirst(seen);
	for (const page of unseen) bodies.set(page, bodyWith(page, first));
	return first;
});
say('first looks');
const headlines = folds.map(({ seen, unseen }) => {
	const headline = learnHeadline(seen, bodyOf);
	for (const page of unseen) sights.set(page, sightWith(page, bodyOf(page), headline));
	return headline;
});
say('headlines');
if (headlinesAt >= 0) {
	const chosen = pages
		.filter((page) => page.corpus === 0 && page.fold >= 0 && !page.cut && page.headlines.length > 0)
		.map((page) => ({ sure: sightOf(page).sure, isRight: page.headlines.includes(sightOf(page).headline) }));
	console.log(JSON.stringify(calibration(chosen), null, '\t'));
	process.exit(0);
}

const whole = {
	about: 'Learned by `npm run train:lines`; the card beside this file says from what, and how well it does.',
	first: learnFirst(pages),
	headline: learnHeadline(pages, bodyOf),
	second: learnSecond(pages, sightOf),
	words: learnWords(wordless),
};
writeFileSync(new URL('../data/models/lines.json', import.meta.url), `${readable(whole)}\n`);
say(`${pages.length} dumps learned from`);

if (predictions) {
	const lines = folds.flatMap(({ seen, unseen }, fold) => {
		const [first, headline, words] = [firsts[fold], headlines[fold], wordWeights[fold]];
		if (!first || !headline || !words) return [];
		const model = modelOf({ first, headline, second: learnSecond(seen, sightOf), words });
		return unseen.filter((page) => page.corpus === 0 && !page.cut).map((page) => predict(page, model));
	});
	writeFileSync(predictions, `${lines.join('\n')}\n`);
	say('check');
}

/** What the reader, with that model, takes from a page. */
function predict({ truth: { id } }: Taught, model: ReturnType<typeof modelOf>): string {
	const { fields } = readDump(decode(readFileSync(join(corpus ?? '', 'dumps', `${id}.txt`)), id), model);
	const { headline, byline, paragraphs, comments } = fields;
	const refused = headline === '' || paragraphs.length === 0;
	const read = { headline, byline, paragraphs, comments: comments.map(({ text }) => text) };
	return JSON.stringify(refused ? { id, refused } : { id, ...read });
}

function found<T>(known: ReadonlyMap<Taught, T>, page: Taught): T {
	const value = known.get(page);
	if (value === undefined) throw new Error(`no fold read ${page.truth.id}`);
	return value;
}
