import { frequency, isOneParagraph, type Match } from './match.ts';
import { nearStrength } from './meanings.ts';
import type { Passage } from './passages.ts';
import { type Presence, presenceOf } from './presence.ts';
import { remember } from './remember.ts';

/** What is common to the passages of one match. */
export interface Look {
	readonly match: Match;
	readonly present: (number: number) => Presence;
	readonly soft: (number: number) => number;
	/** As `present`, with words that come near in meaning. */
	readonly near: (number: number) => Float64Array;
	readonly paragraph: (number: number) => ParagraphLook;
	/** Terms, the rarest first. */
	readonly byRarity: readonly number[];
	readonly best: {
		readonly score: number;
		readonly around: number;
		readonly soft: number;
		readonly near: number;
		readonly paragraph: number;
	};
}

interface ParagraphLook {
	/** The numbers of its passages. */
	readonly numbers: readonly number[];
	readonly strength: Float64Array;
	readonly covered: number;
	readonly best: number;
}

/** What the evidence of some passages, by their numbers, is reckoned from; each part is worked out once. */
export function lookAt(match: Match, ranked: readonly number[]): Look {
	const { question, collection, weights, scores, around } = match;
	const present = remember((number) => presenceOf(question, collection.passages[number] as Passage));
	const soft = remember((number) => softScore(match, present(number), number));
	const near = remember((number) => nearStrength(match, number, present(number)));
	const nearShare = (number: number) => shareOf(match, near(number));
	const ofParagraph = remember((first) => paragraphLook(match, first, present));
	const paragraph = (number: number) => {
		let first = number;
		while (isOneParagraph(collection, first - 1, number)) first--;
		return ofParagraph(first);
	};
	const top = (value: (number: number) => number) => Math.max(1e-6, ...ranked.map(value));
	return {
		match,
		present,
		soft,
		near,
		paragraph,
		byRarity: [...weights.keys()].sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0)),
		best: {
			score: top((number) => scores[number] ?? 0),
			around: top((number) => around[number] ?? 0),
			soft: top(soft),
			near: top(nearShare),
			paragraph: top((number) => paragraph(number).covered),
		},
	};
}

/** BM25 where words that may stand for a term count for a part. */
function softScore({ collection, weights }: Match, { strength }: Presence, number: number): number {
	let sum = 0;
	for (const [term, weight] of weights.entries())
		sum += weight * frequency(strength[term] ?? 0, collection, number);
	return sum;
}

/** The weighted share of the terms. */
function shareOf({ weights, total }: Match, strength: Float64Array): number {
	return weights.reduce((sum, weight, term) => sum + weight * (strength[term] ?? 0), 0) / total;
}

function paragraphLook(match: Match, first: number, present: (number: number) => Presence): ParagraphLook {
	const { collection, weights, scores, total } = match;
	const numbers: number[] = [];
	for (let number = first; isOneParagraph(collection, number, first); number++) numbers.push(number);
	const strength = new Float64Array(weights.length);
	for (const number of numbers) {
		const own = present(number).strength;
		for (const term of weights.keys()) strength[term] = Math.max(strength[term] ?? 0, own[term] ?? 0);
	}
	return {
		numbers,
		strength,
		covered: weights.reduce((sum, weight, term) => sum + weight * (strength[term] ?? 0), 0) / total,
		best: Math.max(1e-6, ...numbers.map((number) => scores[number] ?? 0)),
	};
}
