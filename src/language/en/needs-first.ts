import { withoutQuoted } from './pointing.ts';

/** Words that set something beside a first one or against it: "another pier", "would instead", "a similar plan". */
const besides =
	/(?<![\p{L}’'-])(?:another(?! (?:\p{N}|(?:one|two|three|four|five|six|ten|few|dozen|hundred)(?!\p{L})))|instead(?! of(?!\p{L}))|likewise|similarly|similar(?! to(?!\p{L}))|too(?=[.;]|, ))(?![\p{L}’-])/iu;
const answers = /^["'“‘(]*sure enough(?!\p{L})/iu;
const instance = /^["'“‘(]*for (?:example|instance)(?!\p{L})/iu;
/** "the report", "the outlet", unless what follows says which. */
const source =
	/(?<![\p{L}’'-])the (?<noun>outlet|source|insider|publication|report|study|survey|poll|letter|memo|filing|lawsuit)s?(?! (?:of|by|from|that|to|on|in|about|for|which|who|said to)(?!\p{L}))(?![\p{L}’'-])/giu;

/** Whether a sentence is set beside a first or against it, which it does not tell itself. */
export const needsFirst = (sentence: string): boolean => {
	const own = withoutQuoted(sentence);
	return besides.test(own) || answers.test(own);
};

/** Whether a sentence is an instance of what was told. */
export const isInstance = (sentence: string): boolean => instance.test(sentence);

/** Whether a writer speaks of themselves outside quotations: "I", "my". */
export const speaksAsI = (sentence: string): boolean =>
	/(?<![\p{L}’'.-])(?:I|[Mm]y|me)(?![\p{L}.-])/u.test(withoutQuoted(sentence));

/** The nouns of "the report" or "the outlet" outside quotations that nothing behind them explains, in lower case. */
export const sourcesIn = (sentence: string): string[] =>
	[...withoutQuoted(sentence).matchAll(source)].map(({ groups }) => (groups?.noun ?? '').toLowerCase());

/** "The front-runner and", "a driver with": whom the possessive that follows in the sentence may mean. */
const beside =
	/(?<![\p{L}’'-])(?:the|an?|this|that|every|each|one) (?:[\p{Ll}\p{N}’'-]+ |\p{Lu}[\p{L}’'-]+ ){0,4}[\p{Ll}-]{3,} (?:and|or|with|plus)(?: all| both| some of| most of)? $/iu;

/** Whether somebody without a name stands beside a possessive, given what its sentence has before it. */
export const hasOwnerBefore = (before: string): boolean => beside.test(before);

/** Behind a "her" to which something is done: the end of a clause, or a word that nothing owned begins with. */
const notOwned =
	/^(?:\s*(?:[.,;:!?)"”—–]|$)|\s+(?:in|on|at|to|for|from|with|by|of|as|and|or|but|that|the|an?|this|these|if|when|while|before|after|because|about|against|into|over|out|off|is|was|were|are|has|had|will|would|could|should|may|might|can|not|again|away|than)(?![\p{L}-]))/iu;

/** Whether a possessive is in truth whom something is done to: only "her" may be either, which the text behind it tells. */
export const isDoneTo = (pronoun: string, behind: string): boolean =>
	pronoun.toLowerCase() === 'her' && notOwned.test(behind);
