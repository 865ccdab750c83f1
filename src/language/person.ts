import type { Gender, Name, NameKind } from './names.ts';

/** Everyone and everything that an article names, each once, with all its mentions. */
export interface Person {
	id: number;
	/** The fullest name that the article gives, without title. */
	name: string;
	words: string[];
	kind: NameKind;
	gender: Gender | null;
	/** A title or noun shows the gender, and not only what the first name suggests. */
	genderShown: boolean;
	/** The first name is one that is known best for this gender. */
	genderKnown?: boolean;
	names: Name[];
	/** How often a pronoun of each gender stands where hardly anybody else can be meant. */
	pronouns: Record<Gender, number>;
	/** A verb of speech is next to one of the names. */
	speaks: boolean;
}

/** Whether this is, or may be, a person and no place, body or thing. */
export const isSomebody = ({ kind }: Pick<Person, 'kind'>): boolean =>
	kind === 'person' || kind === 'unknown';
