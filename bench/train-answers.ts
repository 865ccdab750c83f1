import { writeFileSync } from 'node:fs';
import type { LinearTable } from '../src/language/model/linear.ts';
import { askedElsewhere, type Exercise, readExercises } from './training/answers/corpus.ts';
import {
	type Answered,
	boundFor,
	decisionsOf,
	learnDecision,
	learnPassage,
	rankAll,
} from './training/answers/learn.ts';

// npm run train:answers -- GOLD.jsonl [--check PREDICTIONS.jsonl]
// Learns which sentence answers a question, and when none does, and writes data/models/answers.json. With --check each
// article is also answered by models that never saw it: what the decision learns from is what such models made of
// an article, in the check too. The same file gives the same model.

const [gold, flag, predictions] = process.argv.slice(2);
if (!gold) {
	console.error('usage: npm run train:answers -- GOLD.jsonl [--check PREDICTIONS.jsonl]');
	process.exit(2);
}
/** The share of answerable questions that are to be answered. */
const share = 0.88;

const articles = readExercises(gold);
const elsewhere = askedElsewhere(articles);
const start = performance.now();
const say = (what: string) => console.error(`${Math.round((performance.now() - start) / 1000)} s: ${what}`);

const learned = new Map<string, LinearTable>();
/** The model of the articles without one or two. */
function without(one: number, other = one): LinearTable {
	const key = [Math.min(one, other), Math.max(one, other)].join();
	const known = learned.get(key);
	if (known) return known;
	const table = learnPassage(articles.flatMap((article, at) => (at === one || at === other ? [] : article)));
	learned.set(key, table);
	say(`learned without ${key}`);
	return table;
}

/** All questions ranked by models that saw neither the article asked nor the one that is `left` out. */
function rankedApart(left: number | null): Answered[] {
	return articles.flatMap((article, at) => {
		if (at === left) return [];
		const others = elsewhere[at]?.filter(({ writtenFor }) => writtenFor !== left) ?? [];
		return rankAll([...article, ...others], without(at, left ?? at));
	});
}

/** Decides from ranked questions; the bound is taken where each is decided by a model that never saw its article. */
function decision(ranked: readonly Answered[]): { readonly answered: LinearTable; readonly least: number } {
	const scored = articles.keys().flatMap((at) => {
		const own = ranked.filter(({ exercise }) => exercise.article === at && exercise.writtenFor === at);
		if (own.length === 0) return [];
		const others = ranked.filter(({ exercise }) => exercise.article !== at && exercise.writtenFor !== at);
		const scores = decisionsOf(own, learnDecision(others));
		return own.map((answered, index) => ({ answered, score: scores[index] ?? 0 }));
	});
	return { answered: learnDecision(ranked), least: boundFor([...scored], share) };
}

if (flag === '--check' && predictions) {
	const lines = articles.flatMap((article, at) => {
		const { answered, least } = decision(rankedApart(at));
		const ranked = rankAll(article, without(at));
		const scores = decisionsOf(ranked, answered);
		return ranked.map((one, index) => predict(one, (scores[index] ?? 0) >= least));
	});
	writeFileSync(predictions, `${lines.join('\n')}\n`);
	say('check');
}

const passage = learnPassage(articles.flat());
const { answered, least } = decision(rankedApart(null));
const about =
	'Learned by `npm run train:answers`; the card beside this file says from what, and how well it does.';
const model = { about, passage, answered, least: Math.round(least * 1e4) / 1e4 };
writeFileSync(new URL('../data/models/answers.json', import.meta.url), `${readableRows(model)}\n`);
say(`${articles.flat().length} questions learned from`);

function predict({ exercise, ranked }: Answered, isAnswered: boolean): string {
	const hits = ranked.slice(0, 10).flatMap(({ number }) => {
		const hit = passageOf(exercise, number);
		return hit ? [{ paragraph: hit.paragraph, start: hit.start, end: hit.end }] : [];
	});
	return JSON.stringify({ id: exercise.gold.id, answered: isAnswered, hits });
}

function passageOf({ match }: Exercise, number: number) {
	return match.collection.passages[number];
}

/** JSON with a line a feature. */
function readableRows(value: unknown): string {
	return JSON.stringify(value, null, '\t').replace(/\[\s+([^[\]{}]*?)\s+\]/gu, (_, numbers: string) => {
		return `[${numbers.replace(/\s+/gu, ' ')}]`;
	});
}
