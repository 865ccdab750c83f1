import type { Abbreviations, Token } from './tokens.ts';

/** What words that are written short stand for, one of several: "doesn't" for "does not", "'s" for "is" or "has". */
export interface Contractions {
	/** Whole words, in lower case. */
	readonly words: ReadonlyMap<string, readonly string[]>;
	/** Endings behind any word, from the apostrophe on. */
	readonly endings: ReadonlyMap<string, readonly string[]>;
}

/**
 * What the code common to all languages needs to know of one. All words are in lower case, without
 * the stop of an abbreviation.
 */
export interface Words extends Abbreviations {
	/** Words that plainly start a sentence behind such an abbreviation. */
	starters: ReadonlySet<string>;
	/** Abbreviations in small letters that end no sentence whatever follows: "vs.", "approx.". */
	neverLast: ReadonlySet<string>;
	/** Abbreviations that end no sentence before a number: "No. 5", "min. 40". */
	beforeNumbers: ReadonlySet<string>;
	/** Words of closed classes. */
	functionWords: ReadonlySet<string>;
	/** Words that deny, and words for numbers: where these are changed, so is the meaning. */
	negations: ReadonlySet<string>;
	numberWords: ReadonlySet<string>;
	/**
	 * Words that come and go with a negation and change nothing else: "do" of "do not have", "a" where "no" takes its
	 * place; left out where there are none.
	 */
	besideNegations?: ReadonlySet<string>;
	/** Words between two words of one number ("hundred and forty"); left out where there are none. */
	numberJoiners?: ReadonlySet<string>;
	/** Words that are written short; left out where there are none. */
	contractions?: Contractions;
	/** Each form of a verb that reports speech, to its base form. */
	cueVerbs: ReadonlyMap<string, string>;
	/** Of these the ones that hardly ever do anything else. */
	plainCues: ReadonlySet<string>;
	/**
	 * Between the verb and what was said ("that", "que"): a word with an apostrophe at its end is joined to the next one;
	 * left out where none are known.
	 */
	complementizers?: ReadonlySet<string>;
	/** Finite verbs and pronouns that a short quotation has and a title of a work has not. */
	finite: ReadonlySet<string>;
	/** Words that a title of a work leaves without a capital. */
	minor: ReadonlySet<string>;
	/** Pronouns inside a quotation, and those of the first person. */
	pronouns: ReadonlySet<string>;
	firstPerson: ReadonlySet<string>;
	/** How a question calls whom it asks ("you"), as a pattern; left out where nothing is known of it. */
	addressed?: RegExp;
	/** What shows that somebody speaks: "I" or "our", as a pattern; left out likewise. */
	spoken?: RegExp;
	/** Words between a first name and a surname ("van", "de"), and behind a name ("Jr."). */
	particles: ReadonlySet<string>;
	nameSuffixes: ReadonlySet<string>;
	/** What is before a name and says nothing of an office ("Mr"). */
	honorifics: ReadonlyMap<string, 'm' | 'f' | null>;
	/**
	 * Verbs that, in the passive behind one of these auxiliaries, have the one spoken to before them; left out
	 * likewise.
	 */
	passives?: ReadonlySet<string>;
	addressing?: ReadonlySet<string>;
	/** Participles that tell a question before its answer ("Asked about the boat, …"); left out likewise. */
	asked?: ReadonlySet<string>;
	/** An auxiliary and "not" in one word ("didn't"); left out likewise. */
	negated?: RegExp;
	/** Words with which a clause begins behind a verb of speech: "said that", "said he"; left out where none are known. */
	opensClause?: ReadonlySet<string>;
	/** Words before a noun that is known already ("the", "their"). */
	determiners?: ReadonlySet<string>;
	/** Prepositions before a body or place that a phrase for somebody names ("the engineer at Kesh Works"). */
	within?: ReadonlySet<string>;
	/** Prepositions between a speaker and the body or person spoken for ("for"). */
	speaksFor?: ReadonlySet<string>;
	/** Prepositions before a name that is not the speaker's ("Venn on Quillon: …"); left out where none are known. */
	beforeOthers?: ReadonlySet<string>;
	/** Nouns for what somebody has written or said ("statement"); left out where none are known. */
	statements?: ReadonlySet<string>;
	/** Labels of questions and of answers in an interview. */
	questionLabels: ReadonlySet<string>;
	answerLabels: ReadonlySet<string>;
	/** What introduces an interview: "we met", "spoke to"; left out where it is not known. */
	interviews?: RegExp;
	/** Words of labels that are before lines of the page ("WATCH: …"); left out where none are known. */
	pageLabels?: ReadonlySet<string>;
	/** Words of labels that members put before what they post ("FACT CHECK: …"); left out likewise. */
	postLabels?: ReadonlySet<string>;
	/** A word behind a single mark that belongs to it: "’tis". Null where the language has none. */
	clipped: RegExp | null;
	/** Where an attribution begins inside a quotation whose closing mark was forgotten; null for nowhere. */
	attribution: RegExp | null;
	/** Whether two first names may be one person's: "Pete" and "Peter". */
	isShortFormOf(one: string, other: string): boolean;
	/** Whether a verb's form is a participle that opens a phrase of its own ("saying"). */
	isParticiple(lower: string): boolean;
	/** Whether a paragraph is set as a headline, with capitals that prove no name. */
	isTitleCase(tokens: readonly Token[]): boolean;
}
