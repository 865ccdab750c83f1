import type { LanguagePack } from '../pack.ts';
import { beforeLede } from './facts.ts';
import type { Needs } from './needs.ts';
import type { Candidate } from './sentences.ts';
import type { ArticleWords } from './word-measures.ts';
import { times, type Weighed } from './worth.ts';

/** What is measured of a sentence once, for all the sets that it is in. */
export interface Measured {
	readonly length: number;
	readonly rank: number;
	readonly capitals: number;
	readonly numbers: number;
	readonly commas: number;
	readonly quoted: number;
	/** 1 or 0: it has a double mark; opens with a word of an open class; reports; adds to others; leans on one. */
	readonly marks: number;
	readonly opensOpen: number;
	readonly reported: number;
	readonly adds: number;
	readonly leans: number;
	/** The share of its words that are of closed classes. */
	readonly closed: number;
	readonly chance: number;
	readonly recurring: number;
	readonly inBeginning: number;
	readonly pairChance: number;
	readonly bestPair: number;
	readonly likelyPairs: number;
	/** What it is worth alone, by the first look. */
	readonly alone: number;
}

/** From this chance on a pair of words is likely. */
const likely = 0.3;

export function measureSentences(
	all: readonly Candidate[],
	needs: readonly Needs[],
	alone: readonly number[],
	{ words, pairs, wordChances, pairChances }: Weighed,
	{ counts, isOpen, inBeginning }: ArticleWords,
	pack: LanguagePack,
): Measured[] {
	return all.map((one, index): Measured => {
		const own = words[index] ?? new Int32Array();
		const open = [...new Set(own)].filter((word) => isOpen[word]);
		const different = Math.max(1, open.length);
		const ofPairs = Array.from(pairs[index] ?? [], (pair) => pairChances[pair] ?? 0);
		const need = needs[index];
		return {
			length: one.keys.length,
			rank: one.rank ?? beforeLede,
			capitals: one.capital.filter(Boolean).length,
			numbers: one.keys.filter((key) => /^\p{N}/u.test(key)).length,
			commas: one.text.split(',').length - 1,
			quoted: one.quoted,
			marks: /["“]/u.test(one.text) ? 1 : 0,
			opensOpen: one.closed[0] === false && one.keys.length > 1 && /^\p{Lu}/u.test(one.text) ? 1 : 0,
			reported: one.tokens.some(({ lower }) => pack.words.plainCues.has(lower)) ? 1 : 0,
			adds: need?.weaker ? 1 : 0,
			leans: need?.needsBefore || need?.bracket ? 1 : 0,
			closed: own.filter((word) => !isOpen[word]).length / Math.max(1, own.length),
			chance: sumOf(open, (word) => wordChances[word * times] ?? 0) / different,
			recurring: sumOf(open, (word) => Math.log(counts[word] ?? 1)) / Math.sqrt(different),
			inBeginning: open.filter((word) => inBeginning[word]).length / different,
			pairChance: sumOf(ofPairs, (chance) => chance) / Math.max(1, ofPairs.length),
			bestPair: Math.max(0, ...ofPairs),
			likelyPairs: ofPairs.filter((chance) => chance > likely).length,
			alone: alone[index] ?? 0,
		};
	});
}

/** Gives the sum of a value of each. */
export function sumOf<One>(all: Iterable<One>, of: (one: One) => number): number {
	let sum = 0;
	for (const one of all) sum += of(one);
	return sum;
}
