import type { Bracket, SummarySentence } from '../../article.ts';

type Shown = Pick<SummarySentence, 'text' | 'sentence' | 'bracket'>;

/** A form of address before a surname, which the whole name takes the place of: "Mr [Ada Venn]" is nobody's name. */
const title =
	/(?<![\p{L}’'-])(?:Mr|Mrs|Ms|Miss|Mx|Herr|Frau|Monsieur|Madame|M|Mme|Sr|Sra|Señor|Señora)\.? $/u;

/**
 * The sentences of a summary as they are shown, in the same order: a pronoun that means somebody of an earlier
 * sentence is replaced by the name in square brackets, unless the sentence directly before is shown too; so is a
 * surname by the whole name, with the form of address before it, unless a sentence shown before it has that. Apart from brackets they are word for word.
 */
export function asShown(sentences: readonly Shown[]): string[] {
	return sentences.map(({ text, bracket }, at) =>
		bracket === undefined || isKnown(sentences, at, bracket)
			? text
			: `${text.slice(0, bracket.start).replace(title, '')}[${bracket.name}]${text.slice(bracket.end)}`,
	);
}

/** Whether what is shown before a sentence tells whom it means where the bracket is. */
function isKnown(sentences: readonly Shown[], at: number, { replaces, name }: Bracket): boolean {
	const { sentence = 0 } = sentences[at] ?? {};
	return replaces === 'surname'
		? sentences.slice(0, at).some((one) => one.text.includes(name))
		: sentences[at - 1]?.sentence === sentence - 1;
}
