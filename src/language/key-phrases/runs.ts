import { fold } from '../fold.ts';
import type { LanguagePack } from '../pack.ts';
import { sentencesOf } from '../sentence-ends.ts';
import { type Token, tokenize } from '../tokens.ts';
import { type Stops, stopsOf } from './stops.ts';

/** A word of a run; offsets are UTF-16. */
export interface RunWord {
	readonly text: string;
	/** One form for case, accents and the endings that the language's pack knows. */
	readonly key: string;
	readonly start: number;
	readonly end: number;
	/** A capital that shows something: not that of a sentence's first word. */
	readonly capital: boolean;
	/** The first word of a sentence: its capital shows nothing. */
	readonly first: boolean;
}

/** Content words directly behind each other, without a mark or a function word between them. */
export interface Run {
	readonly words: readonly RunWord[];
	/** What comes before it: an article or a preposition speaks for a noun, a pronoun or "to" for a verb. */
	readonly before: 'noun' | 'verb' | 'other';
	readonly text: string;
	/** Of all sentences so far, counted from 0. */
	readonly sentence: number;
}

/** A word longer than this is none. */
const longestWord = 40;

/** The runs of content words of some paragraphs, in order. Linear. */
export function runsOf(paragraphs: readonly string[], pack: LanguagePack): Run[] {
	const stops = stopsOf(pack);
	const runs: Run[] = [];
	let sentence = 0;
	for (const text of paragraphs) {
		const tokens = tokenize(text, pack.words);
		let at = 0;
		for (const { end } of sentencesOf(tokens, text, pack.words)) {
			const from = at;
			while (at < tokens.length && (tokens[at]?.end ?? 0) <= end) at++;
			runs.push(...runsOfSentence(tokens.slice(from, at), text, sentence++, stops, pack));
		}
	}
	return runs;
}

function runsOfSentence(
	tokens: readonly Token[],
	text: string,
	sentence: number,
	stops: Stops,
	{ contentWords, words: { isTitleCase } }: LanguagePack,
): Run[] {
	const runs: Run[] = [];
	const showsNothing = isTitleCase(tokens);
	let words: RunWord[] = [];
	let before: Run['before'] = 'other';
	const close = (next: Run['before']) => {
		if (words.length > 0) runs.push({ words, before, text, sentence });
		words = [];
		before = next;
	};
	let isFirst = true;
	for (const token of tokens) {
		const { start, end, lower, capital, kind } = token;
		const last = words.at(-1);
		if (last && !isOneSpace(text, last.end, start)) close('other');
		if (kind !== 'word' || end - start > longestWord || !/\p{L}{2}/u.test(token.text)) {
			// An opening mark before the first word leaves it the first.
			close('other');
			if (kind !== 'mark') isFirst = false;
			continue;
		}
		if (stops.breaks(token)) {
			close(stops.kindOf(lower));
			isFirst = false;
			continue;
		}
		words.push({
			text: text.slice(start, end),
			key: (contentWords(lower)[0] ?? fold(lower)).replace(/(?<=\p{L}{3})y$/u, ''),
			start,
			end,
			capital: capital && !isFirst && !showsNothing,
			first: isFirst || showsNothing,
		});
		isFirst = false;
	}
	close('other');
	return runs;
}

const space = /^[ \u00a0]$/u;
const isOneSpace = (text: string, from: number, to: number) => space.test(text.slice(from, to));
