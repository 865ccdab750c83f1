import type { Mention, ParsedParagraph } from '../mentions.ts';

const LONGEST = 14;
/** Prepositions before the person or body that somebody speaks for or belongs to. */
const belonging = new Set('for of by with from at to in on'.split(' '));
const inPhrase = 'DxHNO0WAP';

/**
 * What the article calls a source that it does not name, as it is written there: "a spokesman for the mayor", "the
 * mayor’s aides". From the owner before the noun to the end of the phrase that says who he speaks for; UTF-16
 * offsets in the paragraph, half-open.
 */
export function descriptionOf(parsed: ParsedParagraph, mention: Mention): { start: number; end: number } {
	const { paragraph, classes, names } = parsed;
	const { tokens } = paragraph;
	let first = mention.first;
	if (classes[first] === 'O') {
		const owner = names.find((name) => name.after === first);
		if (owner) first = owner.titleFirst;
		else
			while (first > 0 && mention.first - first < LONGEST && inPhrase.includes(classes[first - 1] ?? '.'))
				first--;
		while (first > 0 && classes[first - 1] === 'D') first--;
	}
	let after = mention.after;
	while (after < tokens.length && after - first < LONGEST && belonging.has(tokens[after]?.lower ?? '')) {
		const end = phraseEnd(classes, after + 1, first + LONGEST);
		if (end === after + 1) break;
		after = end;
	}
	// The verb of speech and what follows it are no part of the phrase.
	if (mention.cueAt >= mention.after && mention.cueAt < after) after = mention.cueAt;
	while (after > mention.after && 'AIC'.includes(classes[after - 1] ?? '.')) after--;
	return { start: tokens[first]?.start ?? 0, end: tokens[after - 1]?.end ?? 0 };
}

function phraseEnd(classes: readonly string[], from: number, limit: number): number {
	let at = from;
	while (at < classes.length && at < limit && inPhrase.includes(classes[at] ?? '.')) at++;
	return at;
}
