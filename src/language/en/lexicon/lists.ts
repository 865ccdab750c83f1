import lists from '../../../../data/models/lexicon.json' with { type: 'json' };
import type { Gender } from '../../names.ts';
import { once } from '../../once.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'));

/** First names that the lists leave out or leave open because they are words as well. */
const alsoMale = set(
	'bill|will|mark|rob|frank|rich|bob|al|ray|nick|max|leo|gene|jay|mitt|randy|jack|grant|dean|guy|art|hank|sonny|brook',
);
const alsoFemale = set(
	'rose|faith|hope|joy|april|june|sue|peg|sandy|ivy|iris|dawn|summer|autumn|melody|ruby|pearl|amber|crystal',
);

/** First names that the lists give to one gender only, but both have. */
const alsoEither = new Set(
	(
		'lindsey marty adel billie leslie kelly taylor tracy terry cameron jean robin lee jordan morgan casey jamie dana pat ' +
		'sam kim lynn shannon ashley stacy whitney avery riley parker quinn rory sidney sydney courtney marion jan gale val ' +
		'jackie bobbie jessie jesse angel ali nikita sasha sandy loren dominique claude camille michel rene kerry kelsey ' +
		'shelby stevie alexis andrea beverly carey cary cory dale daryl devon emerson frankie gerry hayden jody jo joey kris ' +
		'logan meredith merrill mickey nicky noel paris peyton reese ronnie shawn sean skyler stacey toby tristan vivian'
	).split(' '),
);

export const places: ReadonlySet<string> = set(lists.places);
export const peoples: ReadonlySet<string> = set(lists.peoples);
export const organizations: ReadonlySet<string> = set(lists.organizations);

/** Nouns for people by what they do ("analyst", "officials"). */
export const actors: ReadonlySet<string> = set(lists.actors);
export const pastVerbs: ReadonlySet<string> = set(lists.past);

type NameGender = Gender | 'either' | null;

function gendersOf(women: ReadonlySet<string>, men: ReadonlySet<string>): Map<string, NameGender> {
	const genders = new Map<string, NameGender>();
	for (const name of women) genders.set(name, men.has(name) ? 'either' : 'f');
	for (const name of men) if (!women.has(name)) genders.set(name, 'm');
	return genders;
}

/** First names that English papers know best. The lists later in the row have the say. */
const english = once(() => {
	const genders = gendersOf(set(lists.female), set(lists.male));
	const more = [
		[set(lists.either), 'either'],
		[alsoFemale, 'f'],
		[alsoMale, 'm'],
		[alsoEither, 'either'],
	] as const;
	for (const [names, gender] of more) for (const name of names) genders.set(name, gender);
	return genders;
});

/** Of languages other than English; many bear a name of the other gender elsewhere. */
const elsewhere = once(() => gendersOf(set(lists.femaleElsewhere), set(lists.maleElsewhere)));

/** The gender of a first name that English papers know best; as `firstNameGender`. */
export const englishNameGender = (lower: string): NameGender => english().get(lower) ?? null;

/** The gender that a first name suggests, 'either' for one that people of both have, null for an unknown one. */
export const firstNameGender = (lower: string): NameGender =>
	english().get(lower) ?? elsewhere().get(lower) ?? null;
