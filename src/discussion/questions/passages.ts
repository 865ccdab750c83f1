import { withoutQuotationMarks } from '../../errors.ts';
import type { LanguagePack } from '../../language/pack.ts';
import { sentences } from '../../language/sentences.ts';
import type { Material, Passage, Question } from './question.ts';

/** How much of an article is looked at, and the sentences that a reader takes in at once, in characters. */
const most = { paragraphs: 400, paragraph: 4_000, sentence: 320 };
const shortest = 30;

/** Sentences of the article's own voice that state something for nobody by name, and those that leave something open. */
export function passages(
	{ paragraphs, quotes, language, utterances }: Material,
	{ words, discussion }: LanguagePack,
): { readonly unsourced: readonly Question[]; readonly open: readonly Question[] } {
	if (discussion === undefined) return { unsourced: [], open: [] };
	const { standsAlone, namesNobody, leavesOpen, counts } = discussion;
	const unsourced: Passage[] = [];
	const figures: Passage[] = [];
	const open: Passage[] = [];
	const names = new Set(utterances.flatMap(({ speaker }) => speaker?.split(/\s+/u).at(-1) ?? []));
	for (const [paragraph, whole] of paragraphs.slice(0, most.paragraphs).entries()) {
		const text = whole.slice(0, most.paragraph);
		const quoted = quotes.filter((quote) => quote.paragraph === paragraph);
		for (const { start, end } of sentences(text, language)) {
			const sentence = text.slice(start, end);
			const isOwn = quoted.every((quote) => quote.end <= start || quote.start >= end);
			if (!isOwn || !standsAlone(sentence) || !isWhole(sentence, end < whole.length || text === whole))
				continue;
			if (leavesOpen(sentence)) open.push({ text: sentence, paragraph });
			else if (has(sentence, names)) continue;
			else if (namesNobody(sentence)) unsourced.push({ text: sentence, paragraph });
			// What stands beside somebody's words may be theirs as well, and the lede sums up what comes later.
			else if (paragraph > 0 && quoted.length === 0 && counts(sentence) && !has(sentence, words.cueVerbs)) {
				figures.push({ text: sentence, paragraph });
			}
		}
	}
	return {
		unsourced: [...unsourced, ...figures].map((passage) => ({ kind: 'source', passage })),
		open: open.map((passage) => ({ kind: 'open', passage })),
	};
}

/** A sentence that can stand alone: not a scrap, not cut off, with no words of somebody else in it. */
function isWhole(sentence: string, isComplete: boolean): boolean {
	return (
		isComplete &&
		sentence.length >= shortest &&
		sentence.length <= most.sentence &&
		withoutQuotationMarks(sentence) === sentence &&
		/^\p{Lu}/u.test(sentence) &&
		/[.!?…]$/u.test(sentence)
	);
}

/** Whether a sentence has one of these words as it is written: a name, a verb of speech. */
function has(sentence: string, known: { has(word: string): boolean }): boolean {
	return (sentence.match(/[\p{L}\p{M}-]+/gu) ?? []).some((word) => known.has(word));
}
