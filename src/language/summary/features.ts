import { beforeLede, type Facts, type PairFacts, type WordFacts } from './facts.ts';

/** How often summaries keep a word that their article has: the share, and of how many articles it was counted. */
export type Rate = readonly [share: number, articles: number];

const flag = (is: boolean): number => (is ? 1 : 0);
const odds = (chance: number): number => Math.log(chance / (1 - chance));

/**
 * The features of the chance that a summary has a word at least `time` times. Those in two forms are one for words of
 * closed classes ("the") and one for all others.
 */
export const wordFeatures = [
	...['always', 'kept', 'kept, closed', 'kept, known well', 'articles'],
	...['second time', 'third time', 'fourth time', 'again by count', 'again'],
	...['closed', 'count', 'count, closed', 'sentences', 'sentences, closed', 'first', 'first, closed'],
	...['length of article', 'length of article, closed', 'count by first'],
	...['capital', 'capital by count', 'capital by first', 'number'],
	...['in lede', 'in second', 'in third', 'in lede, open', 'in beginning', 'letters'],
	...['spread', 'quoted', 'share of sentences', 'once', 'twice', 'only before lede'],
] as const;

/** The values of `wordFeatures`, in their order. */
export function wordRow(
	key: string,
	time: number,
	word: WordFacts,
	{ sentences }: Facts,
	[share, articles]: Rate,
): Float64Array {
	const closed = flag(word.closed);
	const open = 1 - closed;
	const count = Math.log(word.count);
	const inSentences = Math.log(word.sentences);
	const first = Math.log(1 + word.first);
	const capital = flag(word.capitals > word.count / 2);
	const size = Math.log(sentences);
	const kept = odds(share);
	return Float64Array.of(
		...[1, kept, kept * closed, kept * Math.min(1, articles / 20), Math.log(1 + articles)],
		...[flag(time === 2), flag(time === 3), flag(time > 3), time > 1 ? count : 0, time > 1 ? open : 0],
		...[closed, open * count, closed * count, open * inSentences, closed * inSentences],
		...[open * first, closed * first, open * size, closed * size, open * count * first],
		...[capital, capital * count, capital * first, flag(/^\p{N}/u.test(key))],
		...[
			flag(word.first === 0),
			flag(word.first === 1),
			flag(word.first === 2),
			open * flag(word.first === 0),
		],
		...[open * Math.min(word.leading, 3), Math.min(key.length, 10) / 10],
		(open * Math.max(0, word.last - word.first)) / sentences,
		(open * word.quoted) / word.count,
		(open * word.sentences) / sentences,
		...[flag(word.count === 1), flag(word.count === 2), flag(word.first >= beforeLede)],
	);
}

/** The features of the chance that a summary has two words next to each other. */
export const pairFeatures = [
	...['always', 'one', 'other', 'count', 'twice', 'first', 'in lede', 'share of one', 'share of other'],
	...['one closed', 'other closed', 'both closed', 'one capital', 'other capital', 'both capital'],
	...['first if twice', 'both kept'],
] as const;

/** The values of `pairFeatures`, in their order; the chances of the words are given. */
export function pairRow(
	pair: PairFacts,
	one: WordFacts,
	other: WordFacts,
	chances: readonly [number, number],
): Float64Array {
	const first = Math.log(1 + pair.first);
	const [capital, otherCapital] = [one.capitals / one.count, other.capitals / other.count];
	return Float64Array.of(
		...[1, odds(chances[0]), odds(chances[1]), Math.log(pair.count), flag(pair.count > 1), first],
		...[flag(pair.first === 0), pair.count / one.count, pair.count / other.count],
		...[flag(one.closed), flag(other.closed), flag(one.closed && other.closed)],
		...[capital, otherCapital, capital * otherCapital],
		...[pair.count > 1 ? first : 0, chances[0] * chances[1]],
	);
}
