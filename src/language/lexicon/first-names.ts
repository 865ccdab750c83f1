import names from '../../../data/models/names.json' with { type: 'json' };

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'));

const female = set(names.female);
const male = set(names.male);
const either = set(names.either);

export const places: ReadonlySet<string> = set(names.places);
export const peoples: ReadonlySet<string> = set(names.peoples);
export const organizations: ReadonlySet<string> = set(names.organizations);

export type Gender = 'm' | 'f';

/** The gender that a first name suggests, 'either' for one that people of both bear, null for none known. */
export function firstNameGender(lower: string): Gender | 'either' | null {
	if (either.has(lower)) return 'either';
	const isFemale = female.has(lower);
	const isMale = male.has(lower);
	if (isFemale && isMale) return 'either';
	return isFemale ? 'f' : isMale ? 'm' : null;
}
