import type { Place } from './attribution/place.ts';
import type { CuedRules } from './cued/rules.ts';
import type { Mention, ParsedParagraph, TokenClass } from './mentions.ts';
import type { Trained } from './model/models.ts';
import type { Name } from './names.ts';
import type { Paragraph } from './page.ts';
import type { ParsedNames } from './parsed-article.ts';
import type { Person } from './person.ts';
import type { QuestionWords } from './questions.ts';
import type { Words } from './words.ts';

/** How speakers are read in a language. */
export interface SpeakerRules {
	/** The class of each token of a paragraph. */
	classesOf(paragraph: Paragraph): TokenClass[];
	/** All names of a paragraph, in order, those inside quotations too. */
	namesOf(paragraph: Paragraph): Name[];
	/** Goes over the names of an article, by paragraph, once all are known. */
	settleNames(page: readonly Paragraph[], names: readonly Name[][]): Name[][];
	/** Mentions that may be a source, outside the marks, in order. */
	mentionsOf(
		paragraph: Paragraph,
		classes: readonly TokenClass[],
		names: readonly Name[],
		personOf: (name: Name) => Person | null,
	): Mention[];
	/** The office or part that the article gives somebody, in its own words, or null. */
	roleOf(person: Person, parsedParagraphs: readonly { paragraph: Paragraph }[]): string | null;
	/** Where the phrase for a source without a name is: UTF-16, half-open. */
	descriptionOf(parsed: ParsedParagraph, mention: Mention): { start: number; end: number };
	/**
	 * Finds who a source without a name means: somebody that the article has introduced so ("the mayor"), or the body
	 * that "it" and "they" mean; or null.
	 */
	createDescribed(parsedNames: ParsedNames): (mention: Mention) => Person | null;
	/** Whether the article says that the source did not, or did not surely, say the words of a span. */
	isDenied(parsed: ParsedParagraph, place: Place, source: Mention | null): boolean;
	/** Whether a noun, in lower case, tells what somebody is or does. */
	isCalling(lower: string): boolean;
	/** Whether a paragraph tells what a picture shows. */
	isCaption(text: string): boolean;
	/** The trained models, prepared at first use. */
	models(): Trained;
}

/** What is asked about an article that is discussed; each takes one sentence or statement. */
export interface DiscussionRules {
	/** Whether a sentence is understood without the one before it. */
	standsAlone(sentence: string): boolean;
	/** Whether a sentence states something for nobody by name: "reportedly", "critics say". */
	namesNobody(sentence: string): boolean;
	/** Whether a sentence says that something is not known, not decided or not answered. */
	leavesOpen(sentence: string): boolean;
	/** Whether a sentence gives a figure that somebody must have counted. */
	counts(sentence: string): boolean;
	/** Whether a statement says that something is not so. */
	isNegated(statement: string): boolean;
	/** Whether a reader says plainly that somebody else is wrong. */
	disputes(comment: string): boolean;
	/** Content words, as `contentWords` gives them, that say nothing of a subject: "make", "time". */
	lightWords: ReadonlySet<string>;
}

/** What the key phrases of an article must not be. Words are in lower case. */
export interface KeyPhraseRules {
	/** Words, as `contentWords` gives them, that say nothing of a subject at the edge of a phrase: "year", "people". */
	lightWords: ReadonlySet<string>;
	/** Words that are in no phrase at all: days and months. */
	breaks: ReadonlySet<string>;
	/** Whether a word's ending shows that no phrase of a noun has it, or ends with it. */
	isNoNoun(word: string, isLast: boolean): boolean;
}

/** What one language knows. Everything else in this folder is common to all of them. */
export interface LanguagePack {
	/** The primary subtag of BCP 47, e.g. "en". */
	language: string;
	words: Words;
	/** Null where speakers are not read: quotations then have no names. */
	speakers: SpeakerRules | null;
	/**
	 * How speakers are read where no model is trained: by verbs of speech. Null where `speakers` does, or nobody is
	 * read.
	 */
	cued: CuedRules | null;
	/** How questions are asked; left out where they are only looked up by their words. */
	questions?: QuestionWords;
	/** Rows of words of which one may stand for another in an answer; left out where none are known. */
	relatedWords?: readonly (readonly string[])[];
	/** Words with those that say the opposite; left out where none are known. */
	oppositeWords?: ReadonlyMap<string, ReadonlySet<string>>;
	/** The content words, in order, in lower case, one form for all endings of a word. */
	contentWords(text: string): string[];
	/** The figures of short numbers in words, as `stem` leaves them; left out where none are known. */
	numerals?: ReadonlyMap<string, string>;
	/** One form for all endings of a word, given in lower case. */
	stem(word: string): string;
	/**
	 * Whether a sentence depends on an earlier one: it opens with a pronoun, a connective, or what was told before
	 * ("Asked about that night, …").
	 */
	leansOnBefore(sentence: string): boolean;
	/**
	 * What joins a sentence to the one before it, up to the word behind it: "But ", "However, "; empty without one, left
	 * out where none is known. Without it the sentence is still whole and says the same.
	 */
	joiningIn?(sentence: string): string;
	/** Whether what joins a sentence to the one before it sets it against that; left out where none is known. */
	setsAgainst?(opening: string): boolean;
	/** Whether a paragraph says what an article had wrong ("Correction: An earlier version …"); left out where none is known. */
	isCorrection?(paragraph: string): boolean;
	/** Whether a sentence points, anywhere, at what an earlier one tells of: "this reaction"; left out where none is known. */
	pointsAtTold?(sentence: string): boolean;
	/** Whether what a sentence quotes has a word that points out of it: “it”, “that”; left out where none is known. */
	pointsInTalk?(sentence: string): boolean;
	/** Whether a sentence opens with what somebody is and not with who: "The driver said"; left out where none is known. */
	opensUnnamed?(sentence: string): boolean;
	/** Whether a sentence demands or judges, as the point of a comment does; left out where none is known. */
	judges?(sentence: string): boolean;
	/** Whether a sentence says what a text teaches, finds or advises; left out where none is known. */
	claims?(sentence: string): boolean;
	/** Whether a sentence is set beside a first or against it ("another", "instead"); left out where no sign is known. */
	needsFirst?(sentence: string): boolean;
	/** Whether a sentence is an instance of what was told ("For example"); left out where no sign is known. */
	isInstance?(sentence: string): boolean;
	/** Whether a writer speaks of themselves outside quotations; left out where no sign is known. */
	speaksAsI?(sentence: string): boolean;
	/** The nouns of "the report" and the like that a sentence leaves unexplained, in lower case; left out where none is known. */
	sourcesIn?(sentence: string): string[];
	/** Whether what stands before a possessive in its sentence ends with somebody without a name whom it may mean; left out where nobody can tell. */
	hasOwnerBefore?(before: string): boolean;
	/** Whether a possessive is in truth whom something is done to, as the text behind it tells; left out where no word is both. */
	isDoneTo?(pronoun: string, behind: string): boolean;
	/** Whether a headline asks, or promises to tell why, how or what; left out where none is known. */
	asks?(headline: string): boolean;
	/** Whether a sentence shown apart leaves open what it is about, or tells nothing; left out where none is known. */
	unclearAlone?(sentence: string): boolean;
	/** The surname of the one whom a sentence introduces, as a note at the end does the writer; null without one, left out where none is known. */
	introducedIn?(sentence: string): string | null;
	/** Whether all that a sentence tells is that somebody said nothing; left out where none is known. */
	saysNothing?(sentence: string): boolean;
	/** Whether a sentence says "the group’s" with no name before it, or opens with a deed that was told; left out where none is known. */
	needsNamedNear?(sentence: string): boolean;
	/**
	 * The class of words that say how a sentence hangs on others ("they", "also"), in lower case; left out where no
	 * model has learned what they show.
	 */
	signWords?: ReadonlyMap<string, string>;
	/** Whether a sentence adds to what was told, and can still be read alone: "Venn also said …". */
	addsToBefore(sentence: string): boolean;
	/** Whether a sentence opens with what another nearby names: "The company", "The plan". */
	namesKnown(sentence: string): boolean;
	/** Articles before what is known ("the") and before what is new ("a"), in lower case. */
	articles: {
		readonly definite: ReadonlySet<string>;
		readonly indefinite: ReadonlySet<string>;
		/** Words before a noun that was told ("this"), and before what is somebody's who was named ("their"); where known. */
		readonly points?: ReadonlySet<string>;
		readonly owns?: ReadonlySet<string>;
		/** Words before an article that opens a sentence all the same: "As the", "In the"; where known. */
		readonly opens?: ReadonlySet<string>;
		/** Words behind a noun that explain it ("of"), and nouns of which there is one ("police"); where known. */
		readonly explains?: ReadonlySet<string>;
		readonly unique?: ReadonlySet<string>;
	};
	/** Whether a sentence tells what was before the news: "Earlier this year, …"; left out where none is known. */
	isBackground?(sentence: string): boolean;
	/** Whether a line is of the page rather than of the text ("Scroll down for video"), or tells what a picture shows. */
	isPageLine(line: string): boolean;
	/** Whether an utterance needs the one before it to be understood, and whether it takes a stand. */
	isPartOfTalk(utterance: string): boolean;
	takesAStand(utterance: string): boolean;
	/** Left out where only the general rules find key phrases. */
	keyPhrases?: KeyPhraseRules;
	/** Left out where no questions to discuss are made of articles in this language. */
	discussion?: DiscussionRules;
	/** What a comment does, roughly. */
	mannerOfComment(text: string): 'asks' | 'objects' | 'agrees' | 'tells';
}
