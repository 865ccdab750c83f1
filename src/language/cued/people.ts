import type { Gender } from '../names.ts';
import type { CuedName } from './names.ts';
import type { CuedRules } from './rules.ts';

/** Somebody that an article names, with all the places where it does. */
export interface CuedPerson {
	/** The fullest name that occurs in the form of a subject, without title; empty where none does. */
	name: string;
	words: string[];
	gender: Gender | null;
	proven: boolean;
	names: CuedName[];
}

/** Joins the names of one article, in reading order, into people; a surname that two people have means the only one named by then, or neither. */
export function joinPeople(names: readonly CuedName[], rules: CuedRules): ReadonlyMap<CuedName, CuedPerson> {
	const of = new Map<CuedName, CuedPerson>();
	const full = new Map<string, CuedPerson>();
	const bySurname = new Map<string, Set<CuedPerson>>();
	const key = (words: readonly string[]): string =>
		words.map((word) => rules.stem(word.toLowerCase())).join(' ');
	for (const name of names) {
		if (name.words.length < 2) continue;
		const whole = key([name.words[0] ?? '', name.words.at(-1) ?? '']);
		const person = full.get(whole) ?? nobody();
		full.set(whole, person);
		add(person, name, rules);
		of.set(name, person);
		const surname = key([name.words.at(-1) ?? '']);
		bySurname.set(surname, (bySurname.get(surname) ?? new Set()).add(person));
	}
	const places = new Map(names.map((name, place) => [name, place]));
	const alone = new Map<string, CuedPerson>();
	for (const name of names) {
		if (of.has(name)) continue;
		const surname = key(name.words);
		const fits = [...(bySurname.get(surname) ?? [])].filter(
			({ gender }) => !gender || !name.gender || !name.proven || gender === name.gender,
		);
		const place = places.get(name) ?? 0;
		const known =
			fits.length > 1 ? fits.filter(({ names: [one] }) => one && (places.get(one) ?? 0) < place) : fits;
		const [only] = known;
		const person =
			only && known.length === 1 ? only : fits.length > 1 ? nobody() : (alone.get(surname) ?? nobody());
		if (fits.length === 0) alone.set(surname, person);
		add(person, name, rules);
		of.set(name, person);
	}
	return of;
}

function add(person: CuedPerson, name: CuedName, rules: CuedRules): void {
	person.names.push(name);
	person.gender ??= name.gender;
	person.proven ||= name.proven;
	// The first form is kept among equals: it is a subject's more often than a later one.
	if (name.words.length > person.words.length && rules.isNominative(name.words)) {
		person.words = name.words;
		person.name = name.words.join(' ');
	}
}

const nobody = (): CuedPerson => ({ name: '', words: [], gender: null, proven: false, names: [] });
