import type { Gender, Name } from './names.ts';
import type { Paragraph } from './page.ts';
import type { Person } from './person.ts';

/**
 * What a token is to an attribution, as one letter: S "said" and its like, V another verb of speech, W any other
 * verb, B an auxiliary, A an adverb, I a preposition, D a determiner, C a conjunction, T "that", R a relative
 * pronoun, P a personal pronoun, O a possessive ending, H a noun for a person, N a capitalised word, 0 a number,
 * x another word, a mark itself, Q a token inside quotation marks.
 */
export type TokenClass = string;

/** The side on which a verb of speech is next to a mention; an object is spoken to or of. */
export type Side = 'after' | 'apposition' | 'before' | 'object' | 'according' | 'possessive' | 'none';

/** The grammatical role of a mention in its sentence, as far as the words around it show. */
export type SyntacticRole = 'subject' | 'owner' | 'object' | 'other';

/** Something outside quotation marks that may be a source. Token numbers are half-open. */
export interface Mention {
	paragraph: number;
	first: number;
	after: number;
	kind: 'name' | 'pronoun' | 'nominal';
	/** For a name, who is meant. */
	person: Person | null;
	name: Name | null;
	/** The pronoun, or the last word of the noun phrase, in lower case. */
	head: string;
	/** The gender that a pronoun shows, and whether it tells whose something is ("her"). */
	gender: Gender | null;
	owns: boolean;
	/** Its grammatical role in its sentence. */
	syntacticRole: SyntacticRole;
	/** Number of the sentence in its paragraph. */
	sentence: number;
	/** The verb of speech attached to it, its place among the tokens, and on which side it is. */
	cue: string | null;
	cueAt: number;
	side: Side;
	/** Side and verb as one word. */
	key: string;
	/** How many mentions of its sentence come before it. */
	rank: number;
	/** How many spans of its paragraph start before it. */
	spansBefore: number;
}

/** A paragraph with everything that attribution needs. */
export interface ParsedParagraph {
	paragraph: Paragraph;
	classes: TokenClass[];
	names: Name[];
	mentions: Mention[];
	/** It tells what a picture shows and has no quotation: the text goes on past it, and nobody in it is mentioned. */
	isAside: boolean;
}
