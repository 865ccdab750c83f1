import type { Quote } from '../../article.ts';
import type { Gender } from '../names.ts';
import type { Paragraph } from '../page.ts';
import { foldSpaces } from '../spelling.ts';
import type { Attribution } from './attribution.ts';
import { type Discourse, subjectBefore } from './discourse.ts';
import type { CuedName } from './names.ts';
import type { CuedPerson } from './people.ts';
import { type Office, officeKey } from './roles.ts';
import type { CuedRules } from './rules.ts';
import type { Source } from './sources.ts';

/** How sure a speaker is by the kind of attribution: fixed, since there is no corpus to learn it from. */
export const sureness = { firm: 0.97, loose: 0.9, office: 0.87, pronoun: 0.85, carried: 0.8 };

/** What the text says about the speaker. */
export type FoundSpeaker = Pick<Quote, 'speaker' | 'role' | 'confidence' | 'mention' | 'cue'> & {
	person: CuedPerson | null;
};

export const nobody: FoundSpeaker = {
	speaker: null,
	role: null,
	confidence: null,
	mention: null,
	cue: null,
	person: null,
};

/** An article as the steps share it. */
export interface Reading {
	readonly page: readonly Paragraph[];
	readonly sources: readonly (readonly Source[])[];
	/** The names of each paragraph, those inside the marks too, by the token that they start at. */
	readonly names: readonly ReadonlyMap<number, CuedName>[];
	readonly people: ReadonlyMap<CuedName, CuedPerson>;
	readonly offices: ReadonlyMap<CuedPerson, Office>;
	/** Who holds an office, by its key. */
	readonly holdersOf: ReadonlyMap<string, readonly CuedPerson[]>;
	readonly rules: CuedRules;
	readonly discourse: Discourse;
}

/**
 * Who an attribution means, by name where the article has one; only the paragraph's text before a token decides
 * who a pronoun means.
 */
export function foundSpeakerOf(
	one: Attribution,
	paragraph: Paragraph,
	reading: Reading,
	before: number,
): FoundSpeaker {
	const { source, cue } = one;
	const { tokens, text } = paragraph;
	const verb = cue === null ? undefined : tokens[cue];
	const said = { cue: verb ? text.slice(verb.start, verb.end) : null, mention: placeOf(source, paragraph) };
	const sure = one.firm ? sureness.firm : sureness.loose;
	if (source.kind !== 'pronoun') {
		const found = { ...meantBy(source, paragraph, reading, before, sure), ...said };
		return one.firm || cue === null || found.person === null || isSomebody(found.person) ? found : nobody;
	}
	if (verb && reading.rules.isPlural(verb.lower)) return nobody;
	const shown = source.gender ?? (verb ? reading.rules.genderOfVerb(verb.lower) : null);
	const about = subject(paragraph, reading, Math.min(before, source.first), shown);
	if (about) {
		const found = meantBy(about, paragraph, reading, about.first, sureness.pronoun);
		if (found.person && !isSomebody(found.person)) return nobody;
		return { ...found, ...said, confidence: sureness.pronoun };
	}
	const person = reading.discourse.meant(shown, paragraph.index);
	return person && isSomebody(person) ? { ...named(person, sureness.pronoun, reading), ...said } : nobody;
}

/** Whether a name is surely a person's: a single word without title or first name may be anything. */
const isSomebody = ({ name, words, proven }: CuedPerson): boolean =>
	name !== '' && (proven || words.length > 1);

/** The place of a source: the name without the words that lead to it, or all of a phrase. */
function placeOf({ name, first, after }: Source, { tokens, index }: Paragraph): FoundSpeaker['mention'] {
	const start = tokens[name?.first ?? first]?.start ?? 0;
	return { paragraph: index, start, end: tokens[(name?.after ?? after) - 1]?.end ?? start };
}

const named = (person: CuedPerson, confidence: number, { offices }: Reading): FoundSpeaker => ({
	...nobody,
	speaker: person.name,
	role: offices.get(person)?.role ?? null,
	confidence,
	person,
});

const subject = (paragraph: Paragraph, { sources, people }: Reading, before: number, gender: Gender | null) =>
	subjectBefore(paragraph, sources[paragraph.index] ?? [], people, before, gender);

/** Who a name or a description means; the description itself where it is nobody named. */
function meantBy(
	source: Source,
	paragraph: Paragraph,
	reading: Reading,
	before: number,
	sure: number,
): FoundSpeaker {
	const { people, holdersOf, offices, rules } = reading;
	const person = source.name ? people.get(source.name) : undefined;
	if (person && person.name !== '') return named(person, sure, reading);
	const { start, end } = placeOf({ ...source, name: null }, paragraph) ?? { start: 0, end: 0 };
	const itself = {
		...nobody,
		role: foldSpaces(paragraph.text.slice(start, end)),
		confidence: sureness.loose,
	};
	if (source.kind !== 'description' || source.office === null) return itself;
	if (rules.indefinite.has(paragraph.tokens[source.first]?.lower ?? '')) return itself;
	const keys = [source.office, ...rules.headsOf(source.office)].map(officeKey);
	const holders = keys.map((key) => holdersOf.get(key) ?? []).find(({ length }) => length > 0) ?? [];
	const fits = holders.filter(
		({ gender, name }) => name !== '' && (!source.gender || !gender || gender === source.gender),
	);
	const [only] = fits;
	if (only && fits.length === 1) return named(only, Math.min(sure, sureness.office), reading);
	if (holders.length > 0) return itself;
	// "die Chefin" of somebody whose office is not given, or "die 23-Jährige": the subject of the sentence before.
	const about = subject(paragraph, reading, Math.min(before, source.first), source.gender);
	const theirs = about?.name ? people.get(about.name) : undefined;
	if (!theirs || theirs.name === '') return itself;
	const isFree = source.gender !== null && !offices.get(theirs)?.role;
	return isFree || rules.isEpithet(source.office) ? named(theirs, sureness.carried, reading) : itself;
}
