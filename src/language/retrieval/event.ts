import type { QuestionWords } from '../questions.ts';

/** A word of a question, as far as its verb is looked for. */
interface AskedWord {
	readonly folded: string;
	readonly stem: string;
	readonly capital: boolean;
}

/** Words before a noun, behind which no verb stands. */
const beforeNouns = new Set('the a an of in his her its their our my your this that these those'.split(' '));

/**
 * The stem of the verb that says what a question takes to have happened: behind the subject of "did" ("why did the mayor
 * *resign*?"), else the first verb in the past ("who *closed* the bridge?"); null where none is seen.
 */
export function eventOf<Word extends AskedWord>(
	words: readonly Word[],
	isContent: (word: Word) => boolean,
	grammar: QuestionWords | undefined,
): string | null {
	if (!grammar) return null;
	const auxiliary = words.findIndex(({ folded }) => grammar.doing.has(folded));
	if (auxiliary < 0) {
		// "When was the pier built?": the auxiliary is in the past as well, and says nothing.
		const isVerb = ({ folded }: Word) => grammar.isPast(folded) && !grammar.helpers.has(folded);
		return words.slice(1).find(isVerb)?.stem ?? null;
	}
	let found: string | null = null;
	for (let at = auxiliary + 2; at < words.length; at++) {
		const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
		if (!word || !isContent(word) || word.capital || beforeNouns.has(before?.folded ?? '')) continue;
		found = word.stem;
		// "did the harbour ferry sink in May": the last of the nouns and verbs that stand in a row.
		if (!next || !isContent(next) || next.capital) break;
	}
	return found;
}
