// npm run train:likeness -- CLAIMS_FOLDER
// Learns the weights of data/models/likeness.json from the messages of the part "train", by gradient ascent on the
// probability of the right statements among those found; prints the mean average precision at 5 of every part.
import { writeFileSync } from 'node:fs';
import { likenessFeatures } from '../src/language/compare/likeness.ts';
import { packFor } from '../src/language/packs.ts';
import { type ClaimList, claimLists, meanPrecision } from './check/claims.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
	console.error('usage: npm run train:likeness -- CLAIMS_FOLDER');
	process.exit(2);
}
const { functionWords } = packFor('en').words;
const rounds = 500;
const rate = 2;
const decay = 0.001;

const lists = await claimLists(folder);
const features = new Map(
	lists.map(
		(list) => [list, likenessFeatures(list.text, list.candidates, list.rarity, functionWords)] as const,
	),
);
const rowsOf = (list: ClaimList) => features.get(list) ?? [];
const isRight = ({ right, candidates }: ClaimList, index: number) =>
	right.includes(candidates[index]?.id ?? '');
const train = lists.filter(({ part }) => part === 'train');
const weights = learn(train);
const order = (list: ClaimList) => {
	const scores = rowsOf(list).map((row) => dot(row, weights));
	return scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
};
writeFileSync(
	'data/models/likeness.json',
	`${JSON.stringify(weights.map((one) => Math.round(one * 1e4) / 1e4))}\n`,
);
for (const [part, some] of Map.groupBy(lists, ({ part: name }) => name)) {
	const reached = some.filter((list) => list.candidates.some((_, index) => isRight(list, index))).length;
	console.log(
		JSON.stringify({
			part,
			among: Math.round((1_000 * reached) / some.length) / 10,
			learned: meanPrecision(some, order),
		}),
	);
}

function dot(row: readonly number[], by: readonly number[]): number {
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
	let by: number[] = new Array(size).fill(0);
	for (let round = 0; round < rounds; round++) {
		const gradient: number[] = new Array(size).fill(0);
		let count = 0;
		for (const [list, row] of scaled) {
			const right = row.map((_, index) => isRight(list, index));
			const all = right.filter(Boolean).length;
			if (all === 0) continue;
			count++;
			const scores = row.map((values) => dot(values, by));
			const highest = Math.max(...scores);
			const powers = scores.map((score) => Math.exp(score - highest));
			const sum = powers.reduce((total, power) => total + power, 0);
			for (const [index, values] of row.entries()) {
				const miss = (right[index] ? 1 / all : 0) - (powers[index] ?? 0) / sum;
				for (const [at, value] of values.entries()) gradient[at] = (gradient[at] ?? 0) + miss * value;
			}
		}
		by = by.map((one, at) => one + rate * ((gradient[at] ?? 0) / count - decay * one));
	}
	return by.map((one, at) => one / (spread[at] ?? 1));
}
