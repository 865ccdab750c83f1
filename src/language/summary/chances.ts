import { sigmoid } from '../model/loglinear.ts';
import type { Facts, WordFacts } from './facts.ts';
import { pairFeatures, pairRow, type Rate, wordFeatures, wordRow } from './features.ts';
import { setMeasures } from './set-measures.ts';

/** Two logistic regressions by feature, how often summaries keep each of the common words, and what sets are worth. */
export interface SummaryModel {
	readonly word: Readonly<Record<string, number>>;
	readonly pair: Readonly<Record<string, number>>;
	readonly rates: Readonly<Record<string, Rate>>;
	/** By measure of a set of three sentences. */
	readonly set: Readonly<Record<string, number>>;
}

/** The model with its weights in the order of the features. */
export interface PreparedModel {
	readonly word: Float64Array;
	readonly pair: Float64Array;
	readonly set: Float64Array;
	rateOf(key: string): Rate;
}

/** The chance that a summary has each word of an article at least once, twice …, and each pair of words at all. */
export interface Chances {
	readonly words: ReadonlyMap<string, readonly number[]>;
	readonly pairs: ReadonlyMap<string, number>;
}

/** The rate of a word that training never saw. */
const unknownRate: Rate = [0.1, 0];
/** How much likelier a word of headline or deck is, in odds. Set by hand: the corpus has no headlines. */
const announcedBonus = 1.3;
const least = 0.002;
const most = 0.98;
/** The most times that a word is counted. */
const mostTimes = { closed: 4, open: 2 };

/** @throws an error that names a feature without a weight. */
export function prepare({ word, pair, rates, set }: SummaryModel): PreparedModel {
	const known = new Map(Object.entries(rates));
	return {
		word: inOrder(wordFeatures, word),
		pair: inOrder(pairFeatures, pair),
		set: inOrder(setMeasures, set),
		rateOf: (key) => known.get(key) ?? unknownRate,
	};
}

function inOrder(features: readonly string[], weights: Readonly<Record<string, number>>): Float64Array {
	return Float64Array.from(features, (feature) => {
		const weight = weights[feature];
		if (weight === undefined) throw new Error(`the summary model has no weight for "${feature}"`);
		return weight;
	});
}

/** How many times a word of an article is counted. */
export const timesOf = ({ closed, count }: WordFacts): number =>
	Math.min(closed ? mostTimes.closed : mostTimes.open, count);

/** Reckons the chances of all words and pairs of an article. Linear in its length. */
export function chancesOf(facts: Facts, model: Omit<PreparedModel, 'set'>): Chances {
	const words = wordChances(facts, model);
	const pairs = new Map<string, number>();
	for (const [key, pair] of facts.pairs) {
		const [one, other] = [facts.words.get(pair.one), facts.words.get(pair.other)];
		if (!one || !other) continue;
		const chances = [words.get(pair.one)?.[0] ?? least, words.get(pair.other)?.[0] ?? least] as const;
		pairs.set(key, chance(pairRow(pair, one, other, chances), model.pair));
	}
	return { words, pairs };
}

export function wordChances(facts: Facts, { word: weights, rateOf }: Pick<PreparedModel, 'word' | 'rateOf'>) {
	const words = new Map<string, readonly number[]>();
	for (const [key, word] of facts.words) {
		const bonus = word.announced && !word.closed ? announcedBonus : 0;
		const found: number[] = [];
		for (let time = 1; time <= timesOf(word); time++)
			found.push(chance(wordRow(key, time, word, facts, rateOf(key)), weights, time === 1 ? bonus : 0));
		words.set(key, found);
	}
	return words;
}

function chance(row: Float64Array, weights: Float64Array, bonus = 0): number {
	let score = bonus;
	for (let at = 0; at < row.length; at++) score += (row[at] as number) * (weights[at] as number);
	return Math.min(most, Math.max(least, sigmoid(score)));
}
