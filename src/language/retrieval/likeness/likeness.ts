import weights from '../../../../data/models/likeness.json' with { type: 'json' };
import { okapi } from '../okapi.ts';
import { stemOf } from '../text-words.ts';
import { meaningOf } from './meanings.ts';
import { inWords, type ReadText, readText } from './read.ts';

/** Something that was said, with the headline over it. */
export interface LikeCandidate {
	readonly text: string;
	readonly headline: string;
	/** What the words say that it shares with the query, as the store gives it. */
	readonly shared: number;
}

/** Candidates worth asking a store for, and those of them that are looked at closely: each costs time. */
export const mostLike = { found: 60, ranked: 24 };
/** What a word says of which nothing is known. */
const ordinary = 7;

/**
 * Puts candidates in the order of how likely they are what a loosely worded message means: a linear model over how
 * much of either's words, neighbouring words, numbers, names and letters the other has, and how near their words are in
 * what they mean. Of many candidates those with most of the message's words by BM25 are ordered, and the others left
 * out. `data/models/likeness.json` was learned by `npm run train:likeness`.
 * @param rarity what each of the words asked for says, by `likeWords`.
 * @returns indexes of the candidates, best first.
 */
export function rankByLikeness(
	message: string,
	candidates: readonly LikeCandidate[],
	rarity: ReadonlyMap<string, number>,
	functionWords: ReadonlySet<string>,
): number[] {
	const scores = likenessFeatures(message, candidates, rarity, functionWords).map(({ index, row }) => {
		return { index, score: row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) };
	});
	return scores.sort((one, other) => other.score - one.score).map(({ index }) => index);
}

/** What `rankByLikeness` sees of each candidate that it looks at closely, by its index. */
export function likenessFeatures(
	message: string,
	candidates: readonly LikeCandidate[],
	rarity: ReadonlyMap<string, number>,
	functionWords: ReadonlySet<string>,
): { readonly index: number; readonly row: readonly number[] }[] {
	const says = new Map([...rarity].map(([word, bits]) => [stemOf(word), bits]));
	const mine = readText(inWords(message, functionWords));
	const meaning = meaningOf(mine.meanings);
	const all = Math.max(
		1,
		[...says.values()].reduce((sum, bits) => sum + bits, 0),
	);
	const best = Math.max(1, ...candidates.map(({ shared }) => shared));
	const chosen = byWords(candidates, says, functionWords);
	const highest = Math.max(1, ...chosen.map(({ score }) => score));
	return chosen.map(({ index, score, text, headline, candidate: { shared } }) => {
		const said = readText(text);
		const head = readText(headline);
		const both = said.stems.union(head.stems);
		const matched = (stems: ReadonlySet<string>) => bitsOf(stems.intersection(mine.stems), says) / all;
		const covered = [coverage(said.stems, mine.stems, says), coverage(head.stems, mine.stems, says)] as const;
		const numbers = said.numbers.union(head.numbers);
		const letters = said.letters.union(head.letters);
		const row = [
			score / highest,
			score / all,
			shared / best,
			shared / all,
			matched(said.stems),
			matched(head.stems),
			matched(both),
			...covered,
			Math.max(...covered),
			part(said.pairs, mine.pairs),
			part(head.pairs, mine.pairs),
			part(numbers, mine.numbers),
			numbers.size > 0 ? 1 : 0,
			part(said.names, mine.stems),
			said.names.size > 0 ? 1 : 0,
			(2 * sharedOf(letters, mine.letters)) / Math.max(1, letters.size + mine.letters.size),
			Math.log(1 + said.stems.size),
			...meaning.compare(new Map([...said.meanings, ...head.meanings])),
		];
		return { index, row };
	});
}

/** The candidates with most of the words that are looked for, by BM25. */
function byWords(
	candidates: readonly LikeCandidate[],
	says: ReadonlyMap<string, number>,
	functionWords: ReadonlySet<string>,
) {
	const rows = candidates.map((candidate, index) => {
		const text = inWords(candidate.text, functionWords);
		const headline = inWords(candidate.headline, functionWords);
		return { index, candidate, text, headline, stems: [...text.stems, ...headline.stems] };
	});
	const usual = rows.reduce((sum, { stems }) => sum + stems.length, 0) / Math.max(1, rows.length);
	return rows
		.map((row) => ({ ...row, score: okapi(row.stems, usual, says) }))
		.sort((one, other) => other.score - one.score || one.index - other.index)
		.slice(0, mostLike.ranked);
}

const bitsOf = (stems: ReadText['stems'], says: ReadonlyMap<string, number>): number =>
	stems.values().reduce((sum, one) => sum + (says.get(one) ?? ordinary), 0);

function coverage(
	stems: ReadText['stems'],
	of: ReadText['stems'],
	says: ReadonlyMap<string, number>,
): number {
	return bitsOf(stems.intersection(of), says) / Math.max(1, bitsOf(stems, says));
}

/** How many both have; a set of them is not needed. */
function sharedOf(some: ReadonlySet<number>, of: ReadonlySet<number>): number {
	let shared = 0;
	for (const one of some) if (of.has(one)) shared++;
	return shared;
}

const part = (some: ReadonlySet<string>, of: ReadonlySet<string>): number =>
	some.intersection(of).size / Math.max(1, some.size);
