import type { Forest, Tree } from '../../../src/language/model/trees.ts';
import type { ReaderModel } from '../../../src/language/summary/reader/model.ts';
import { type BoostOptions, fitForest, type Group } from '../boost.ts';
import type { Lesson } from './examples.ts';

const unclearOptions: BoostOptions = {
	...{ trees: 200, leaves: 6, rate: 0.05, pull: 4, least: 12, sample: 0.6, columns: 0.3, seed: 5 },
};
const pointOptions: BoostOptions = {
	...{ trees: 150, leaves: 6, rate: 0.05, pull: 8, least: 40, sample: 0.7, columns: 0.2, seed: 6 },
};

/** Forests whose mean is taken, each from other draws: the sentence chosen is the one that one forest errs for most. */
const forests = 4;
const otherSeed = 10;

/** What an article counts that is no news: two of three are news, whose point is easier to find. */
const rarer = 2.5;

/** Learns both forests: each verdict is a choice between "unclear" and "clear", each article one among its sentences. */
export function learnReader(lessons: readonly Lesson[]): ReaderModel {
	const examples = lessons.flatMap((lesson) => lesson.examples);
	const ofUnclear = Object.keys(examples[0]?.row ?? {});
	const ofPoint = Object.keys(lessons[0]?.rows[0] ?? {});
	const rowOf = (row: Readonly<Record<string, number>>, names: readonly string[]) =>
		Float64Array.from(names, (name) => row[name] ?? 0);
	return {
		unclear: meanForest(
			examples.map(({ row, isUnclear, weight }) => ({
				...{ rows: [rowOf(row, ofUnclear)], right: [isUnclear ? 0 : 1], weight, orNone: true },
			})),
			ofUnclear,
			unclearOptions,
		),
		point: meanForest(
			lessons.flatMap(({ rows, labelled: { points, kind } }) =>
				points.length === 0
					? []
					: [
							{
								rows: rows.map((row) => rowOf(row, ofPoint)),
								right: [...points],
								weight: kind === 'news' ? 1 : rarer,
							},
						],
			),
			ofPoint,
			pointOptions,
		),
	};
}

function meanForest(groups: Group[], features: string[], options: BoostOptions): Forest {
	const trees = Array.from({ length: forests }, (_, number) =>
		fitForest(groups, features, { ...options, seed: options.seed + otherSeed * number }),
	).flatMap((forest) => forest.trees);
	return { features, trees: trees.map(shareOf) };
}

/** A tree that adds its part of the mean. */
const shareOf = (tree: Tree): Tree =>
	typeof tree === 'number'
		? Number((tree / forests).toFixed(5))
		: [tree[0], tree[1], shareOf(tree[2]), shareOf(tree[3])];
