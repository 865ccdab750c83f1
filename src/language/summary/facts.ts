import type { Candidate } from './sentences.ts';

/** What is known of a word in one article. */
export interface WordFacts {
	/** How often it stands there, in how many sentences, and in how many of the first four. */
	count: number;
	sentences: number;
	leading: number;
	/** The ranks of its first and last sentence. */
	first: number;
	last: number;
	/** How often with a capital, and in a sentence that is mostly a quotation. */
	capitals: number;
	quoted: number;
	closed: boolean;
	/** Whether the headline or the deck has it. */
	announced: boolean;
	seenIn: number;
}

/** What is known of two words next to each other. */
export interface PairFacts {
	one: string;
	other: string;
	count: number;
	first: number;
}

export interface Facts {
	readonly sentences: number;
	readonly words: ReadonlyMap<string, WordFacts>;
	readonly pairs: ReadonlyMap<string, PairFacts>;
}

/** The rank of what stands before the lede. */
export const beforeLede = 70;
/** Sentences that count as the beginning. */
const beginning = 4;
/** From this share on a sentence is mostly a quotation. */
export const mostlyQuoted = 0.3;

/** @param announced the words of headline and deck, as the sentences' keys. */
export function factsOf(sentences: readonly Candidate[], announced: ReadonlySet<string>): Facts {
	const words = new Map<string, WordFacts>();
	const pairs = new Map<string, PairFacts>();
	for (const [index, { keys, capital, closed, rank, quoted }] of sentences.entries()) {
		let before = '';
		for (const [at, key] of keys.entries()) {
			const facts = words.get(key) ?? unseen(closed[at] === true, announced.has(key));
			words.set(key, facts);
			facts.count++;
			if (capital[at]) facts.capitals++;
			if (quoted > mostlyQuoted) facts.quoted++;
			facts.last = rank ?? 0;
			if (rank !== null) facts.first = Math.min(facts.first, rank);
			if (facts.seenIn !== index) {
				facts.seenIn = index;
				facts.sentences++;
				if (rank !== null && rank < beginning) facts.leading++;
			}
			if (at > 0) {
				const pair = `${before} ${key}`;
				const known = pairs.get(pair) ?? { one: before, other: key, count: 0, first: beforeLede };
				pairs.set(pair, known);
				known.count++;
				if (rank !== null) known.first = Math.min(known.first, rank);
			}
			before = key;
		}
	}
	return { sentences: sentences.length, words, pairs };
}

function unseen(closed: boolean, announced: boolean): WordFacts {
	return {
		...{ count: 0, sentences: 0, leading: 0, first: beforeLede, last: 0, capitals: 0, quoted: 0 },
		...{ closed, announced, seenIn: -1 },
	};
}
