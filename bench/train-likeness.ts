// npm run train:likeness -- CLAIMS_FOLDER
// Learns the weights of data/models/likeness.json from the messages of the part "train", by raising the
// probability of the right statements among those found; prints the mean average precision at 5 of every part.
import { writeFileSync } from 'node:fs';
import { packFor } from '../src/language/packs.ts';
import { likenessFeatures } from '../src/language/retrieval/likeness/likeness.ts';
import { type ClaimList, claimLists, meanPrecision } from './check/claims.ts';
import { minimise } from './training/answers/minimise.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
	console.error('usage: npm run train:likeness -- CLAIMS_FOLDER');
	process.exit(2);
}
const { functionWords } = packFor('en').words;
/** Pulls all weights towards zero (L2). */
const pull = 0.001;

const lists = await claimLists(folder);
const features = new Map(
	lists.map(
		(list) => [list, likenessFeatures(list.text, list.candidates, list.rarity, functionWords)] as const,
	),
);
const looked = (list: ClaimList) => features.get(list) ?? [];
const rowsOf = (list: ClaimList) => looked(list).map(({ row }) => row);
const isRight = ({ right, candidates }: ClaimList, index: number) =>
	right.includes(candidates[index]?.id ?? '');
const train = lists.filter(({ part }) => part === 'train');
const weights = learn(train);
const order = (list: ClaimList, by = weights) =>
	looked(list)
		.map(({ index, row }) => ({ index, score: dot(row, by) }))
		.sort((one, other) => other.score - one.score)
		.map(({ index }) => index);
writeFileSync(
	'data/models/likeness.json',
	`${JSON.stringify(weights.map((one) => Math.round(one * 1e4) / 1e4))}\n`,
);
// Each fifth of the messages by weights that were learned on the others.
const parts = 5;
const apart = new Map(
	Array.from({ length: parts }, (_, at) => at).flatMap((at) => {
		const isApart = (_: ClaimList, index: number) => Math.floor((parts * index) / train.length) === at;
		const own = learn(train.filter((list, index) => !isApart(list, index)));
		return train.filter(isApart).map((list) => [list, own] as const);
	}),
);
console.log(JSON.stringify({ crossValidated: meanPrecision(train, (list) => order(list, apart.get(list))) }));
for (const [part, some] of Map.groupBy(lists, ({ part: name }) => name)) {
	const reached = some.filter((list) => looked(list).some(({ index }) => isRight(list, index))).length;
	console.log(
		JSON.stringify({
			part,
			among: Math.round((1_000 * reached) / some.length) / 10,
			learned: meanPrecision(some, (list) => order(list)),
		}),
	);
}

function dot(row: readonly number[], by: ArrayLike<number>): number {
	return row.reduce((sum, value, index) => sum + value * (by[index] ?? 0), 0);
}

function learn(some: readonly ClaimList[]): number[] {
	const rows = some.flatMap(rowsOf);
	const size = rows[0]?.length ?? 0;
	const spread = Array.from({ length: size }, (_, at) => {
		const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
		return Math.sqrt(rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length) || 1;
	});
	const scaled = new Map(
		some.map((list) => [list, rowsOf(list).map((row) => row.map((value, at) => value / (spread[at] ?? 1)))]),
	);
	const choices = [...scaled].flatMap(([list, row]) => {
		const right = looked(list).map(({ index }) => isRight(list, index));
		return right.includes(true) ? [{ row, right, all: right.filter(Boolean).length }] : [];
	});
	const by = minimise((point, slope) => {
		let cost = 0;
		for (let at = 0; at < size; at++) {
			const one = point[at] ?? 0;
			cost += (pull / 2) * one * one;
			slope[at] = pull * one;
		}
		for (const { row, right, all } of choices) {
			const scores = row.map((values) => dot(values, point));
			const highest = Math.max(...scores);
			const powers = scores.map((score) => Math.exp(score - highest));
			const sum = powers.reduce((total, power) => total + power, 0);
			for (const [index, values] of row.entries()) {
				const wanted = right[index] ? 1 / all : 0;
				const power = (powers[index] ?? 0) / sum;
				if (wanted > 0) cost -= (wanted * Math.log(Math.max(power, 1e-300))) / choices.length;
				const push = (power - wanted) / choices.length;
				if (Math.abs(push) < 1e-9) continue;
				for (const [at, value] of values.entries()) slope[at] = (slope[at] ?? 0) + push * value;
			}
		}
		return cost;
	}, size);
	return Array.from(by, (one, at) => one / (spread[at] ?? 1));
}
