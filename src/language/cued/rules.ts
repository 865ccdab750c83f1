import type { Gender } from '../names.ts';

/**
 * What a language provides to find speakers where no model is trained for it: its verbs of speech are in
 * `Words.cueVerbs`, and this says what may be around them. All words are in lower case.
 */
export interface CuedRules {
	/** Pronouns that may be the subject of a verb of speech, with the gender that they show. */
	readonly pronouns: ReadonlyMap<string, Gender>;
	readonly auxiliaries: ReadonlySet<string>;
	/** What may come between a verb of speech and its subject: adverbs, the person addressed, negations. */
	readonly fillers: ReadonlySet<string>;
	/** Words that begin a phrase which is no subject ("à", "gegenüber"). */
	readonly prepositions: ReadonlySet<string>;
	/** Words before the person addressed ("gegenüber"). */
	readonly toWhom: ReadonlySet<string>;
	/** Articles, with the gender that they show. */
	readonly articles: ReadonlyMap<string, Gender | null>;
	/** Those that introduce somebody new ("ein", "une"). */
	readonly indefinite: ReadonlySet<string>;
	/** Prepositions that continue an office ("de", "von"); any other ends it. */
	readonly ofWords: ReadonlySet<string>;
	readonly conjunctions: ReadonlySet<string>;
	/** What comes before a source instead of a verb ("selon", "laut", "по словам"), each word by word. */
	readonly accordingTo: readonly (readonly string[])[];
	/** What comes after one ("zufolge"). */
	readonly accordingToBehind: ReadonlySet<string>;
	/** Words before a name that are no office ("Mme", "Frau"), with the gender that they show. */
	readonly honorifics: ReadonlyMap<string, Gender | null>;
	/** The office that some of them show ("Me" is a lawyer's). */
	readonly honorificOffices: ReadonlyMap<string, string>;
	readonly firstNames: ReadonlyMap<string, Gender>;
	/** Words with a capital that are no names: days, months, peoples, bodies that everybody knows. */
	readonly notNames: ReadonlySet<string>;
	/** Small words inside a name ("de la", "von"). */
	readonly particles: ReadonlySet<string>;
	/** Nouns of bodies: with one of these a phrase is nobody's office. */
	readonly bodies: ReadonlySet<string>;
	/** Common nouns have capitals, so that a capital does not show a name. */
	readonly nounsHaveCapitals: boolean;
	/** A verb of speech may be without a subject: “…”, añadió. */
	readonly dropsSubject: boolean;
	/** Speech may be opened by a dash. */
	readonly hasDashes: boolean;
	/** Whether a word's ending shows it to be a common noun, where those have capitals. */
	isCommonNoun(word: string): boolean;
	/** Whether a noun is the office or part of one person, and the gender that its form shows; null where it is not. */
	officeOf(noun: string): { gender: Gender | null } | null;
	/** The offices that a compound is one of: "Rechtsanwältin" → "anwältin". */
	headsOf(noun: string): readonly string[];
	/** Whether a noun means anybody and names no office ("die 23-Jährige"). */
	isEpithet(noun: string): boolean;
	/** The gender that a first name, a surname or a form of a verb shows by its ending, where one does. */
	genderOfSurname(word: string): Gender | null;
	genderOfVerb(word: string): Gender | null;
	/** Whether a form of a verb has several subjects. */
	isPlural(verb: string): boolean;
	/** A verb with its subject behind a hyphen ("a-t-elle"), in its two parts; null for any other word. */
	inverted(word: string): { verb: string; pronoun: string } | null;
	/** A word without the article that is attached to it ("l’élue" → "élue"). */
	withoutElision(word: string): string;
	/** One form for the cases of a name's word. */
	stem(word: string): string;
	/** Whether a name has the form of a subject, and may be shown as it is. */
	isNominative(words: readonly string[]): boolean;
}
