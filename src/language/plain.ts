import { beforeNames, beforeNumbers, inSentences, neverLast, starters } from './en/lexicon/abbreviations.ts';
import { plainCues } from './en/lexicon/cues.ts';
import type { LanguagePack } from './pack.ts';

const none: ReadonlySet<string> = new Set();

/** The pack of languages without one: marks are found, and no names. */
export const plainPack: LanguagePack = {
	language: 'und',
	words: {
		// Where sentences end is decided by what the packs know: "Dr." ends none in other languages either.
		beforeNames,
		inSentences,
		starters,
		neverLast,
		beforeNumbers,
		functionWords: none,
		negations: none,
		numberWords: none,
		cueVerbs: new Map(),
		plainCues,
		finite: none,
		minor: none,
		pronouns: none,
		firstPerson: none,
		particles: none,
		nameSuffixes: none,
		honorifics: new Map(),
		questionLabels: none,
		answerLabels: none,
		clipped: null,
		attribution: null,
		isShortFormOf: (one, other) => one === other,
		isParticiple: () => false,
		isTitleCase: () => false,
	},
	speakers: null,
	cued: null,
	contentWords: (text) => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]+/gu) ?? [],
	// Cutting words off is a light stemmer that needs to know no language.
	stem: (word) => word.slice(0, 6),
	leansOnBefore: () => false,
	addsToBefore: () => false,
	namesKnown: () => false,
	articles: { definite: none, indefinite: none },
	isPageLine: () => false,
	isPartOfTalk: () => false,
	takesAStand: () => false,
	mannerOfComment: (text) => (/\?\s*$/u.test(text) ? 'asks' : 'tells'),
};
