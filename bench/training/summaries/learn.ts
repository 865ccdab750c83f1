import { english } from '../../../src/language/en/pack.ts';
import { type SummaryModel, timesOf, wordChances } from '../../../src/language/summary/chances.ts';
import { type Facts, factsOf } from '../../../src/language/summary/facts.ts';
import {
	pairFeatures,
	pairRow,
	type Rate,
	wordFeatures,
	wordRow,
} from '../../../src/language/summary/features.ts';
import { candidates } from '../../../src/language/summary/sentences.ts';
import { fitLogistic } from './logistic.ts';
import { counted, pairsOf, rougeTokens } from './rouge.ts';

/** An article with the summary that a person wrote. */
export interface Lesson {
	id: string;
	paragraphs: string[];
	reference: string[];
}

interface Prepared {
	facts: Facts;
	words: ReadonlyMap<string, number>;
	pairs: ReadonlySet<string>;
}

/** An article with a summary teaches as much as this many are needed to trust a word's own rate. */
const caution = 8;
const expected = 0.1;
const pull = 5;
/** Words that fewer articles have get no rate of their own in the model. */
const fewest = 5;

/** What is learned of words, before sets of sentences are weighed. */
export type WordModel = Omit<SummaryModel, 'set'>;

/** Learns which words a summary keeps from articles with summaries: the same ones give the same model. */
export function learn(lessons: readonly Lesson[]): WordModel {
	const prepared = lessons.map(prepare);
	const seen = tally(prepared);
	// What an article's own summary says is left out of its rates: the model will not know it either.
	const rateIn = (one: Prepared) => (key: string) => {
		const { kept, articles } = seen.get(key) ?? { kept: 0, articles: 0 };
		return rate(kept - (one.words.has(key) ? 1 : 0), articles - 1);
	};
	const rows: Float64Array[] = [];
	const right: boolean[] = [];
	for (const one of prepared) {
		const rateOf = rateIn(one);
		for (const [key, word] of one.facts.words) {
			const own = rateOf(key);
			for (let time = 1; time <= timesOf(word); time++) {
				rows.push(wordRow(key, time, word, one.facts, own));
				right.push((one.words.get(key) ?? 0) >= time);
			}
		}
	}
	const word = fitLogistic(rows, right, pull);
	const pair = fitPairs(prepared, rateIn, word);
	return {
		word: named(wordFeatures, word),
		pair: named(pairFeatures, pair),
		rates: Object.fromEntries(
			[...seen]
				.filter(([, { articles }]) => articles >= fewest)
				.map(([key, { kept, articles }]): [string, Rate] => {
					const [share] = rate(kept, articles);
					return [key, [Math.round(share * 1000) / 1000, articles]];
				})
				.sort(([one], [other]) => (one < other ? -1 : 1)),
		),
	};
}

/** Of every lesson seen, since many models learn from it. */
const known = new WeakMap<Lesson, Prepared>();

function prepare(lesson: Lesson): Prepared {
	const before = known.get(lesson);
	if (before) return before;
	const tokens = lesson.reference.flatMap(rougeTokens);
	const prepared = {
		facts: factsOf(candidates(lesson.paragraphs, english), new Set()),
		words: counted(tokens),
		pairs: new Set(pairsOf(tokens)),
	};
	known.set(lesson, prepared);
	return prepared;
}

const rate = (kept: number, articles: number): Rate => [
	(kept + caution * expected) / (articles + caution),
	articles,
];

/** In how many articles each word is, and in how many of their summaries. */
function tally(prepared: readonly Prepared[]) {
	const seen = new Map<string, { kept: number; articles: number }>();
	for (const { facts, words } of prepared) {
		for (const key of facts.words.keys()) {
			const one = seen.get(key) ?? { kept: 0, articles: 0 };
			one.articles++;
			if (words.has(key)) one.kept++;
			seen.set(key, one);
		}
	}
	return seen;
}

function fitPairs(
	prepared: readonly Prepared[],
	rateIn: (one: Prepared) => (key: string) => Rate,
	word: Float64Array,
): Float64Array {
	const rows: Float64Array[] = [];
	const right: boolean[] = [];
	for (const one of prepared) {
		const chances = wordChances(one.facts, { word, rateOf: rateIn(one) });
		for (const [key, pair] of one.facts.pairs) {
			const [first, second] = [one.facts.words.get(pair.one), one.facts.words.get(pair.other)];
			const [a, b] = [chances.get(pair.one)?.[0], chances.get(pair.other)?.[0]];
			if (!first || !second || a === undefined || b === undefined) continue;
			rows.push(pairRow(pair, first, second, [a, b]));
			right.push(one.pairs.has(key));
		}
	}
	return fitLogistic(rows, right, pull);
}

const named = (features: readonly string[], weights: Float64Array): Record<string, number> =>
	Object.fromEntries(features.map((feature, at) => [feature, Math.round((weights[at] ?? 0) * 1e4) / 1e4]));
