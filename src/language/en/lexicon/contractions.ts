import type { Contractions } from '../../words.ts';

const withNot =
	'do does did is are was were has have had would could should must need might ought dare may'.split(' ');

/** What contractions stand for. "ain't" stands for too many things to be here. */
export const contractions: Contractions = {
	words: new Map<string, readonly string[]>([
		...withNot.map((verb) => [`${verb}n't`, [`${verb} not`]] as const),
		["can't", ['can not', 'cannot']],
		['cannot', ['can not']],
		["won't", ['will not']],
		["shan't", ['shall not']],
		["let's", ['let us']],
	]),
	endings: new Map([
		["'s", ['is', 'has']],
		["'re", ['are']],
		["'m", ['am']],
		["'ve", ['have']],
		["'ll", ['will', 'shall']],
		["'d", ['would', 'had']],
	]),
};
