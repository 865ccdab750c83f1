import quotes from '../../commands/quotes.ts';
import type { QuoteAnswer } from '../../src/library/library.ts';
import { contextOf, line, nothingElse, plainLibrary, utterance } from './plain-library.ts';

const split = utterance('', {
	paragraph: 2,
	parts: [
		{ kind: 'said', text: 'We counted the days,' },
		{ kind: 'between', text: 'mayor Ilse Brandt said.' },
		{ kind: 'said', text: 'The ferry is the street that this town lost.' },
	],
});
/** What the library answers: two speakers in one article. */
export const answer: QuoteAnswer = {
	...nothingElse,
	article: line,
	total: 3,
	groups: [
		{
			speaker: 'Ilse Brandt',
			role: 'mayor',
			count: 2,
			utterances: [split, utterance('We sail on Monday.', { paragraph: 4 })],
		},
		{
			speaker: null,
			role: null,
			count: 1,
			utterances: [utterance('Nobody asked us.', { speaker: null, role: null, cue: null })],
		},
	],
};
/** Runs /quotes over a library that gives one answer. */
export const ask = (given: Parameters<typeof quotes.run>[0], found: QuoteAnswer = answer) =>
	quotes.run(given, contextOf(plainLibrary({ quotes: async () => found, latest: async () => [line] })));
