/** What a question asks for. */
export type QuestionKind = 'who' | 'when' | 'where' | 'why' | 'how many' | 'how' | 'what' | 'other';

/** How questions are asked in a language, and what may answer them. All words are folded, not stemmed. */
export interface QuestionWords {
	/** Each question word with what it asks for. */
	readonly kinds: ReadonlyMap<string, string>;
	/** Words behind "how" that make it ask for a number ("many"). */
	readonly measures: ReadonlySet<string>;
	/** Auxiliary verbs, behind which the subject of a question stands. */
	readonly helpers: ReadonlySet<string>;
	/** Of these the ones behind which a verb stands in its base form behind the subject ("did"). */
	readonly doing: ReadonlySet<string>;
	/** Words that texts are full of and that tell something in a question all the same ("first"). */
	readonly telling: ReadonlySet<string>;
	/** Words that questions are full of, and that the answer often lacks ("called"). */
	readonly light: ReadonlySet<string>;
	/** Nouns that say what is asked for ("year"), each with the kind of question. */
	readonly wanted: ReadonlyMap<string, string>;
	/** Words of dates, beside numbers. */
	readonly months: ReadonlySet<string>;
	/** Numbers in words. */
	readonly numbers: ReadonlySet<string>;
	/** Words that ask for an amount: of money, a part, or so much of something ("how *much*", "what *percentage*"). */
	readonly asksAmount: ReadonlySet<string>;
	/** Words that ask for a number, of those and of things. */
	readonly counting: ReadonlySet<string>;
	/** Units, behind a number, and words that are an amount themselves. */
	readonly units: ReadonlySet<string>;
	readonly parts: ReadonlySet<string>;
	/** Words that give a reason. */
	readonly reasons: ReadonlySet<string>;
	/** Prepositions before a place. */
	readonly places: ReadonlySet<string>;
	readonly negations: ReadonlySet<string>;
	/** Of these the ones that deny the word behind them ("not"). */
	readonly denials: ReadonlySet<string>;
	/** Auxiliary verbs of what may or should be, and of what was ("did", "has"). */
	readonly wishes: ReadonlySet<string>;
	readonly past: ReadonlySet<string>;
	/** Verbs that say no more than that an amount is asked for ("what does it *cost*"). */
	readonly pricing: ReadonlySet<string>;
	/** Words that ask for the most or the least ("largest"), and others that say that something is ("first"). */
	readonly superlatives: ReadonlySet<string>;
	readonly alsoSuperlative: ReadonlySet<string>;
	/** Acts that are often told of the same things and are not the same: a row each. */
	readonly distinctActs: readonly (readonly string[])[];
	/** Stances ("oppose") and turns of a life ("die"), each with words one of which has to stand where it is told: a row each. */
	readonly stances: readonly (readonly string[])[];
	/** Words that ask for a stance without a verb ("who is *against* it?"). */
	readonly againstWords: ReadonlySet<string>;
	/** Verbs of two words ("turn down"), each with verbs of one word that say the same. */
	readonly phrasalVerbs: readonly (readonly [verb: string, particle: string, ...means: string[]])[];
	/** Whether a word is a verb in the past ("went"): the noun that is asked for ends before it. */
	readonly isPast: (folded: string) => boolean;
	/** Whether a word ends as nouns in the plural do ("ferries"). */
	readonly isPlural: (folded: string) => boolean;
	/** A sentence of the page that names what an article is about and tells nothing of it ("Top headlines … are here"). */
	readonly pageLine: RegExp;
	/** A question whether somebody said something. */
	readonly whetherSaid: RegExp;
	/** A question what somebody said, with `who`, and `about` where it names a subject. */
	readonly whatSaid: RegExp;
}
