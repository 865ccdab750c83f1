import { scoreWords, weighedWords } from '../../../src/reading/dump/kinds/word-scores.ts';
import { random, shuffled } from '../learn.ts';
import type { Taught } from './dumps.ts';
import { lineWeights } from './weights.ts';

/** A word counts where the pages of so many sites have it: names and matters of one page are in fewer. */
const leastSites = 8;
const rounds = 6;
const step = 0.3;
/** How much each weight is pulled to 0 at each line that has the word. */
const pull = 2e-4;
/** A weight smaller than this is left out of the file. */
const least = 0.15;

/** The words of a page's lines, in the order of the lines. */
const wordsOf = new WeakMap<Taught['context']['lines'], readonly ReadonlySet<string>[]>();

function wordsIn({ context: { lines } }: Taught): readonly ReadonlySet<string>[] {
	const known = wordsOf.get(lines) ?? lines.map(({ text }) => weighedWords(text));
	wordsOf.set(lines, known);
	return known;
}

/** Learns the weights of words by logistic regression (AdaGrad, a fixed seed), each line being text or not. */
export function learnWords(pages: readonly Taught[]): Record<string, number> {
	const numbers = numbersOf(pages);
	const examples = pages.flatMap((page) => {
		const words = wordsIn(page);
		return lineWeights(page).flatMap((weight, at) => {
			if (weight === 0) return [];
			const known = [...(words[at] ?? [])].flatMap((word) => numbers.get(word) ?? []);
			return known.length === 0 ? [] : [{ known, weight, isText: page.labels[at] === true }];
		});
	});
	const weights = new Float64Array(numbers.size + 1);
	const squares = new Float64Array(numbers.size + 1).fill(1e-2);
	const next = random(3);
	for (let round = 0; round < rounds; round++) {
		for (const { known, weight, isText } of shuffled(examples, next)) {
			const scale = 1 / Math.sqrt(known.length);
			let score = weights[numbers.size] ?? 0;
			for (const number of known) score += scale * (weights[number] ?? 0);
			const error = weight * ((isText ? 1 : 0) - 1 / (1 + Math.exp(-score)));
			const move = (number: number, slope: number) => {
				squares[number] = (squares[number] ?? 0) + slope * slope;
				weights[number] = (weights[number] ?? 0) + (step * slope) / Math.sqrt(squares[number] ?? 1);
			};
			move(numbers.size, error);
			for (const number of known) move(number, error * scale - pull * (weights[number] ?? 0));
		}
	}
	const pairs = [...numbers].flatMap(([word, number]): [string, number][] => {
		const weight = Math.round((weights[number] ?? 0) * 100) / 100;
		return Math.abs(weight) < least ? [] : [[word, weight]];
	});
	return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The page, with what these weights say of its lines. */
export function withWords(page: Taught, words: Readonly<Record<string, number>>): Taught {
	const { context } = page;
	const wordScores = scoreWords(context.lines, new Map(Object.entries(words)));
	return { ...page, context: { ...context, wordScores } };
}

function numbersOf(pages: readonly Taught[]): Map<string, number> {
	const sites = new Map<string, Set<string>>();
	for (const page of pages) {
		for (const words of wordsIn(page)) {
			for (const word of words) {
				const known = sites.get(word);
				if (known) known.add(page.site);
				else sites.set(word, new Set([page.site]));
			}
		}
	}
	const often = [...sites].flatMap(([word, { size }]) => (size >= leastSites ? [word] : [])).sort();
	return new Map(often.map((word, number) => [word, number]));
}
