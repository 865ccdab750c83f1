import { tokensOfBox, wordsOfText } from '../../../src/reading/html/blocks/tokens.ts';
import { random, shuffled } from '../learn.ts';
import type { Learned, Taught } from './page.ts';
import { blockWeights } from './weights.ts';

/** A token counts where the pages of so many sites have it: names and matters of one page are in fewer. */
const leastSites = 6;
const rounds = 5;
const step = 0.3;
/** How much each weight is pulled to 0 at each block that has the token. */
const pull = 3e-4;
/** A weight smaller than this is left out of the file. */
const least = 0.12;

type Kind = keyof Learned['tables'];
const known = new WeakMap<Taught['layout'], Record<Kind, string[][]>>();

function tokensOf({ layout }: Taught): Record<Kind, string[][]> {
	const found = known.get(layout) ?? {
		text: layout.blocks.map(({ text }) => wordsOfText(text)),
		path: layout.blocks.map(({ box, inner }) => [
			...new Set([
				...tokensOfBox(layout.boxes, box),
				...(inner ? tokensOfBox(layout.boxes, box, inner) : []),
			]),
		]),
	};
	known.set(layout, found);
	return found;
}

/** Learns the weights of words by logistic regression (AdaGrad, a fixed seed), each block being text or not. */
export function learnTables(pages: readonly Taught[]): Learned['tables'] {
	return { text: learnTable(pages, 'text'), path: learnTable(pages, 'path') };
}

function learnTable(pages: readonly Taught[], kind: Kind): Record<string, number> {
	const numbers = numbersOf(pages, kind);
	const examples = pages.flatMap((page) => {
		const tokens = tokensOf(page)[kind];
		return blockWeights(page).flatMap((weight, at) => {
			if (weight === 0) return [];
			const seen = (tokens[at] ?? []).flatMap((token) => numbers.get(token) ?? []);
			return seen.length === 0 ? [] : [{ seen, weight, isText: page.labels[at] === true }];
		});
	});
	const weights = new Float64Array(numbers.size + 1);
	const squares = new Float64Array(numbers.size + 1).fill(1e-2);
	const next = random(3);
	for (let round = 0; round < rounds; round++) {
		for (const { seen, weight, isText } of shuffled(examples, next)) {
			const scale = 1 / Math.sqrt(seen.length);
			let score = weights[numbers.size] ?? 0;
			for (const number of seen) score += scale * (weights[number] ?? 0);
			const error = weight * ((isText ? 1 : 0) - 1 / (1 + Math.exp(-score)));
			const move = (number: number, slope: number) => {
				squares[number] = (squares[number] ?? 0) + slope * slope;
				weights[number] = (weights[number] ?? 0) + (step * slope) / Math.sqrt(squares[number] ?? 1);
			};
			move(numbers.size, error);
			for (const number of seen) move(number, error * scale - pull * (weights[number] ?? 0));
		}
	}
	const pairs = [...numbers].flatMap(([token, number]): [string, number][] => {
		const weight = Math.round((weights[number] ?? 0) * 100) / 100;
		return Math.abs(weight) < least ? [] : [[token, weight]];
	});
	return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function numbersOf(pages: readonly Taught[], kind: Kind): Map<string, number> {
	const sites = new Map<string, Set<number>>();
	for (const page of pages) {
		for (const tokens of tokensOf(page)[kind]) {
			for (const token of tokens) {
				const seen = sites.get(token);
				if (seen) seen.add(page.site);
				else sites.set(token, new Set([page.site]));
			}
		}
	}
	const often = [...sites].flatMap(([token, { size }]) => (size >= leastSites ? [token] : [])).sort();
	return new Map(often.map((token, number) => [token, number]));
}
