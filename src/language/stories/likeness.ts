import type { StoryPrint } from './print.ts';

const dayMs = 86_400_000;

/** How many of how many articles have a word, before any is looked at: names and numbers are rarer than other words. */
const prior = { articles: 1_000, name: 50, word: 200 };
/** What it says that two articles have the same words of somebody. */
const sharedSaid = 0.2;
/** What each day between two articles takes away, and after how many no two tell the same story. */
const apart = { aDay: 0.1, most: 4 };
/** Fewer different words say too little. */
const leastStems = 12;

/** How likely two articles tell the same story: 0 to about 1. */
export type Likeness = (one: StoryPrint, other: StoryPrint) => number;

/**
 * Compares articles by the cosine of their words, rare ones weighing more (tf-idf; Salton and Buckley 1988), by shared
 * quotations, and by the time between them.
 * @param background articles by which it is told how rare a word is: those that are compared, and perhaps others.
 */
export function likenessAmong(background: readonly StoryPrint[]): Likeness {
	const having = new Map<string, number>();
	for (const { stems } of background) {
		for (const stem of stems.keys()) having.set(stem, (having.get(stem) ?? 0) + 1);
	}
	const all = background.length + prior.articles;
	const weigh = ({ stems, names }: StoryPrint) => {
		const weights = new Map<string, number>();
		let square = 0;
		for (const [stem, count] of stems) {
			const before = names.has(stem) || /^\d/u.test(stem) ? prior.name : prior.word;
			const weight = Math.log(1 + count) * Math.log(1 + all / (before + (having.get(stem) ?? 0)));
			weights.set(stem, weight);
			square += weight * weight;
		}
		return { weights, length: Math.sqrt(square) };
	};
	const weighed = new Map<StoryPrint, ReturnType<typeof weigh>>();
	const weightsOf = (print: StoryPrint) => {
		let found = weighed.get(print);
		if (!found) {
			found = weigh(print);
			weighed.set(print, found);
		}
		return found;
	};
	return (one, other) => {
		const days = Math.abs(one.at - other.at) / dayMs;
		if (days > apart.most || Math.min(one.stems.size, other.stems.size) < leastStems) return 0;
		const [a, b] = [weightsOf(one), weightsOf(other)];
		let product = 0;
		for (const [stem, weight] of a.weights) product += weight * (b.weights.get(stem) ?? 0);
		const said = one.said.isDisjointFrom(other.said) ? 0 : sharedSaid;
		return Math.max(0, product / (a.length * b.length) + said - apart.aDay * days);
	};
}
