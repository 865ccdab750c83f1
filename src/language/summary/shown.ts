import type { SummarySentence } from '../../article.ts';

type Shown = Pick<SummarySentence, 'text' | 'sentence' | 'bracket' | 'opening'>;

/** A form of address before a surname, which the whole name takes the place of: "Mr [Ada Venn]" is nobody's name. */
const title =
	/(?<![\p{L}’'-])(?:Mr|Mrs|Ms|Miss|Mx|Herr|Frau|Monsieur|Madame|M|Mme|Sr|Sra|Señor|Señora)\.? $/u;

/**
 * The sentences of a summary as they are shown, in the same order. Unless the sentence directly before is shown too,
 * what joins one to it is left out, an ellipsis in its place, and a pronoun that means somebody of an earlier sentence
 * is replaced by the name in square brackets. So is a surname by the whole name, with the form of address before it,
 * unless a sentence shown before it has that. Apart from brackets and ellipses they are word for word.
 */
export function asShown(sentences: readonly Shown[]): string[] {
	const shown: string[] = [];
	for (const [at, { text, sentence, bracket, opening = 0 }] of sentences.entries()) {
		const isBehind = sentences[at - 1]?.sentence === sentence - 1;
		const from = isBehind ? 0 : opening;
		const before = from === 0 ? '' : '… ';
		const isKnown =
			bracket === undefined ||
			(bracket.replaces === 'pronoun' ? isBehind : shown.some((one) => one.includes(bracket.name)));
		shown.push(
			isKnown
				? `${before}${text.slice(from)}`
				: `${before}${text.slice(from, bracket.start).replace(title, '')}[${bracket.name}]${text.slice(bracket.end)}`,
		);
	}
	return shown;
}
