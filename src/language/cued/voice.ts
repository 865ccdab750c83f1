import type { Quote } from '../../article.ts';
import type { Paragraph } from '../page.ts';
import { foldSpaces } from '../spelling.ts';
import type { Attribution } from './attribution.ts';
import type { Discourse } from './discourse.ts';
import type { CuedName } from './names.ts';
import type { CuedPerson } from './people.ts';
import { type Office, officeKey } from './roles.ts';
import type { CuedRules } from './rules.ts';
import type { Source } from './sources.ts';

/** How sure a speaker is by the way in which the text tells: fixed, since no corpus is at hand to learn it from. */
export const sureness = { firm: 0.97, loose: 0.9, office: 0.87, pronoun: 0.85, carried: 0.8 };

/** What the text says of who speaks. */
export type Voice = Pick<Quote, 'speaker' | 'role' | 'confidence' | 'mention' | 'cue'> & {
	person: CuedPerson | null;
};

export const nobody: Voice = {
	speaker: null,
	role: null,
	confidence: null,
	mention: null,
	cue: null,
	person: null,
};

/** An article as the steps see it. */
export interface Reading {
	readonly page: readonly Paragraph[];
	readonly sources: readonly (readonly Source[])[];
	readonly people: ReadonlyMap<CuedName, CuedPerson>;
	readonly offices: ReadonlyMap<CuedPerson, Office>;
	/** Who holds an office, by its key. */
	readonly holdersOf: ReadonlyMap<string, readonly CuedPerson[]>;
	readonly rules: CuedRules;
	readonly discourse: Discourse;
}

/** Who an attribution means, by name where the article has one. */
export function voiceOf(
	one: Attribution,
	paragraph: Paragraph,
	{ people, offices, holdersOf, discourse, rules }: Reading,
): Voice {
	const { source, cue } = one;
	const { tokens, text, index } = paragraph;
	const verb = cue === null ? undefined : tokens[cue];
	const said = {
		cue: verb ? text.slice(verb.start, verb.end) : null,
		mention: {
			paragraph: index,
			start: tokens[source.first]?.start ?? 0,
			end: tokens[source.after - 1]?.end ?? 0,
		},
	};
	const named = (person: CuedPerson, confidence: number): Voice => ({
		...said,
		speaker: person.name,
		role: offices.get(person)?.role ?? null,
		confidence,
		person,
	});
	if (source.name) {
		const person = people.get(source.name);
		const start = tokens[source.name.first]?.start ?? 0;
		const at = {
			...said,
			mention: { ...said.mention, start, end: tokens[source.name.after - 1]?.end ?? start },
		};
		return person && person.name !== ''
			? { ...named(person, one.firm ? sureness.firm : sureness.loose), ...at }
			: {
					...nobody,
					...said,
					role: foldSpaces(text.slice(said.mention.start, said.mention.end)),
					confidence: sureness.loose,
				};
	}
	if (source.kind === 'description') {
		const holders = holdersOf.get(officeKey(source.office ?? '')) ?? [];
		const fits = holders.filter(
			({ gender, name }) => name !== '' && (!source.gender || !gender || gender === source.gender),
		);
		const [only] = fits;
		if (only && fits.length === 1) return named(only, sureness.office);
		const role = foldSpaces(text.slice(said.mention.start, said.mention.end));
		return { ...nobody, ...said, role, confidence: sureness.loose };
	}
	if (verb && rules.isPlural(verb.lower)) return nobody;
	const shown = source.gender ?? (verb ? rules.genderOfVerb(verb.lower) : null);
	const person = discourse.meant(shown, index);
	return person && person.name !== '' ? named(person, sureness.pronoun) : nobody;
}
