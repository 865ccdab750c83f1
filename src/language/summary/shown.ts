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
	return sentences.map(({ text, sentence, bracket, opening = 0 }, at) => {
		const isBehind = sentences[at - 1]?.sentence === sentence - 1;
		const from = isBehind ? 0 : opening;
		const before = from === 0 ? '' : '… ';
		if (bracket === undefined) return `${before}${text.slice(from)}`;
		const { start, end, replaces, name } = bracket;
		const isKnown = replaces === 'pronoun' ? isBehind : isNamed(sentences.slice(0, at), name);
		if (isKnown) return `${before}${text.slice(from)}`;
		return `${before}${text.slice(from, start).replace(title, '')}[${name}]${text.slice(end)}`;
	});
}

const isNamed = (sentences: readonly Shown[], name: string): boolean =>
	sentences.some(({ text }) => text.includes(name));
