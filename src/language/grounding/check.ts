import type { LanguagePack } from '../pack.ts';
import { packFor } from '../packs.ts';
import { sentencesOf } from '../sentence-ends.ts';
import { tokenize } from '../tokens.ts';
import { has, namedText, namesStand, wordsOf } from './names.ts';
import { isAmong, numbersIn } from './numbers.ts';
import { mayQuote, plainSentence } from './plain-text.ts';

/** A generated sentence that passed every check. */
export interface GroundedSentence {
	readonly text: string;
	/** The passages it rests on, as numbers counted from 0, in order. */
	readonly rests: readonly number[];
}

export interface Grounded {
	readonly sentences: readonly GroundedSentence[];
	/** Sentences that were left out: a check failed, or they rest on nothing. */
	readonly dropped: number;
}

/** Why a sentence is not shown. */
export type Fault =
	| 'no place'
	| 'characters'
	| 'quotation'
	| 'language'
	| 'number'
	| 'name'
	| 'support'
	| 'length';

/** Characters of a sentence, and sentences of an answer: more were not asked for. */
const most = { characters: 400, sentences: 6, output: 12_000, places: 4 };
/** Share of a sentence's content words that the passages have, where both are in one language. */
const leastSupport = 0.5;
/** Share of a sentence's words that are small words of its language. */
const leastSmall = 0.12;

export interface GroundingOptions {
	/** The language that was asked for, and that of the passages, as BCP 47 tags. */
	readonly language: string;
	readonly passagesIn: string | null;
}

/**
 * Checks what a language model wrote against the passages it was given. A sentence is kept only where it names the
 * passages it rests on ("[2]"), and every number and every name in it is in these; one that could be a quotation is
 * never kept, whatever its words. Pure; linear in the output, of which the first 12,000 characters are read.
 */
export function ground(output: string, passages: readonly string[], options: GroundingOptions): Grounded {
	const pack = packFor(options.language);
	const kept: GroundedSentence[] = [];
	let dropped = 0;
	for (const { text, cited } of citedSentences(output.slice(0, most.output), pack)) {
		const checked = kept.length < most.sentences ? check(text, cited, passages, options) : 'length';
		if (typeof checked === 'string') dropped++;
		else if (!kept.some((one) => one.text === checked.text)) kept.push(checked);
	}
	return { sentences: kept, dropped };
}

const citation = /\s*\[\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*\]/gu;

/** The sentences of an output, each with the numbers in the brackets behind it. */
function citedSentences(
	output: string,
	pack: LanguagePack,
): readonly { readonly text: string; readonly cited: readonly number[] }[] {
	return output.split(/[\r\n\u2028\u2029]+/u).flatMap((line) => {
		// A stop behind the brackets belongs to the sentence before them.
		const moved = line.replace(/((?:\s*\[[\d\s,;]+\])+)\s*([.!?])/gu, '$2$1').trim();
		if (moved === '') return [];
		const found: { text: string; cited: number[] }[] = [];
		let from = 0;
		for (const match of moved.matchAll(new RegExp(`(?:${citation.source})+`, 'gu'))) {
			const text = moved.slice(from, match.index).trim();
			const cited = [...match[0].matchAll(/\d+/gu)].map(([number]) => Number(number));
			from = match.index + match[0].length;
			// Of several sentences before one citation only the last rests on it.
			const parts = split(text, pack);
			for (const [index, part] of parts.entries())
				found.push({ text: part, cited: index === parts.length - 1 ? cited : [] });
		}
		return [...found, ...split(moved.slice(from).trim(), pack).map((text) => ({ text, cited: [] }))];
	});
}

function split(text: string, { words }: LanguagePack): string[] {
	return sentencesOf(tokenize(text, words), text, words)
		.map(({ start, end }) => text.slice(start, end).trim())
		.filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function check(
	raw: string,
	cited: readonly number[],
	passages: readonly string[],
	options: GroundingOptions,
): GroundedSentence | Fault {
	const rests = [...new Set(cited.map((number) => number - 1))].sort((a, b) => a - b);
	const given = rests.flatMap((number) => passages[number] ?? []);
	if (rests.length === 0 || rests.length > most.places || given.length < rests.length) return 'no place';
	if (raw.length > most.characters) return 'length';
	const text = plainSentence(raw);
	if (text === null) return 'characters';
	const fault = faultOf(text, given, options);
	return fault ?? { text, rests };
}

/** What is wrong with a plain sentence that rests on some passages; null where nothing is. */
function faultOf(
	text: string,
	given: readonly string[],
	{ language, passagesIn }: GroundingOptions,
): Fault | null {
	const pack = packFor(language);
	const { functionWords, cueVerbs } = pack.words;
	if (mayQuote(text, (word) => cueVerbs.has(word))) return 'quotation';
	const words = wordsOf(text);
	const small = words.filter(({ lower }) => functionWords.has(lower)).length;
	if (small < words.length * leastSmall) return 'language';
	const source = packFor(passagesIn).language;
	const known = new Set(given.flatMap((passage) => [...numbersIn(passage, source)]));
	for (const number of numbersIn(text, pack.language)) if (!isAmong(number, known)) return 'number';
	const named = namedText(given);
	if (!namesStand(words, named, pack)) return 'name';
	const content = words.filter(({ lower }) => !functionWords.has(lower) && !cueVerbs.has(lower));
	const isGiven = ({ folded }: { folded: string }) =>
		has(named.all, folded, pack.language) || isLike(folded, named.all);
	// A name in small letters would stand beside the verb of speech.
	for (const [index, { lower }] of words.entries()) {
		if (!cueVerbs.has(lower)) continue;
		for (const beside of [words[index - 1], words[index + 1]]) {
			if (beside && !functionWords.has(beside.lower) && !cueVerbs.has(beside.lower) && !isGiven(beside))
				return 'name';
		}
	}
	const supported = content.filter(isGiven).length;
	if (pack.language === source) return supported < content.length * leastSupport ? 'support' : null;
	// In another language only names, numbers and foreign words are the same.
	return supported === 0 ? 'support' : null;
}

/** Whether some word of a set begins as this one does, but for the last three letters: "closing" and "closed". */
function isLike(word: string, words: ReadonlySet<string>): boolean {
	if (word.length < 4) return false;
	const stem = word.slice(0, Math.max(4, word.length - 3));
	for (const other of words) if (other.startsWith(stem) && other.length <= word.length + 3) return true;
	return false;
}
