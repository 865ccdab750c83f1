import type { LanguagePack } from '../pack.ts';
import { plainPack } from '../plain.ts';
import type { Words } from '../words.ts';
import { keyPhraseRules } from './key-phrases.ts';
import type { Leaning } from './leaning.ts';
import type { CuedRules } from './rules.ts';
import { wordSet } from './word-set.ts';

export { wordSet } from './word-set.ts';

/** What a language must provide for its speakers to be read by verbs of speech. */
export interface CuedLanguage {
	readonly language: string;
	/** Abbreviations that end no sentence, in lower case without their stop. */
	readonly abbreviations: string;
	/** Those that end none before a number, besides the common ones. */
	readonly beforeNumbers: string;
	readonly functionWords: string;
	readonly negations: string;
	readonly numberWords: string;
	/** Words that come and go with a negation: "ein" where "kein" takes its place. */
	readonly besideNegations: string;
	/** Forms of verbs of speech. */
	readonly cueVerbs: string;
	/** Words between the verb and what was said: "que". */
	readonly complementizers: string;
	readonly rules: CuedRules;
	/** How sentences lean on earlier ones. */
	readonly leans: Leaning;
}

/** A pack of a language without a model. */
export function cuedPack({
	language,
	abbreviations,
	beforeNumbers,
	functionWords,
	negations,
	numberWords,
	besideNegations,
	cueVerbs,
	complementizers,
	rules,
	leans,
}: CuedLanguage): LanguagePack {
	const cues = wordSet(cueVerbs);
	const words: Words = {
		...plainPack.words,
		beforeNames: wordSet(abbreviations),
		inSentences: wordSet(abbreviations),
		beforeNumbers: new Set([...plainPack.words.beforeNumbers, ...wordSet(beforeNumbers)]),
		functionWords: wordSet(functionWords),
		negations: wordSet(negations),
		numberWords: wordSet(numberWords),
		besideNegations: wordSet(besideNegations),
		cueVerbs: new Map([...cues].map((form) => [form, form])),
		plainCues: cues,
		complementizers: wordSet(complementizers),
		particles: rules.particles,
		honorifics: new Map(rules.honorifics),
	};
	const keyPhrases = keyPhraseRules(language);
	return { ...plainPack, ...leans, language, words, cued: rules, ...(keyPhrases && { keyPhrases }) };
}
