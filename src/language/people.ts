import type { Name } from './names.ts';
import type { Person } from './person.ts';
import { FAMILY, type Latest, Relatives } from './relatives.ts';
import { foldWord, type NameParts, namePartsOf, sortIntoPeople } from './same-person.ts';
import type { Words } from './words.ts';

/** The people of an article, and for each of its names the person meant. */
export interface People {
	all: Person[];
	of: Map<Name, Person>;
	/** Names that several people have. */
	namesakes: ReadonlySet<string>;
}

/** A name in the parts that identify a person, with all its words but the suffixes. */
interface Parts extends NameParts {
	whole: readonly string[];
	/** All parts as one word. */
	form: string;
}

function partsOf(name: Name, language: Words): Parts {
	const parts = namePartsOf(name.words, language, name.genderShown ? name.gender : null);
	const whole = name.words
		.map(foldWord)
		.filter((word, index) => index === 0 || !language.nameSuffixes.has(word));
	return { ...parts, whole, form: formOf(parts) };
}

const formOf = ({ given, middle, surname, generation, gender }: NameParts): string =>
	[given, middle.join(' '), surname, generation, gender ?? ''].join('/');

/** Joins the names of one article, in reading order, into people. Linear in the number of names. */
export function joinPeople(names: readonly Name[], language: Words): People {
	const all: Person[] = [];
	const of = new Map<Name, Person>();
	const parts = new Map(names.map((name) => [name, partsOf(name, language)]));
	const ofName = (name: Name): Parts => parts.get(name) ?? partsOf(name, language);
	const surnames = doubleSurnames(names, parts);
	const wordOf = ({ whole, surname }: Parts) => (surnames.has(whole.join(' ')) ? whole.join(' ') : surname);
	const isFull = (name: Name) => ofName(name).given !== '' && !surnames.has(ofName(name).whole.join(' '));
	const relatives = new Relatives(language);
	joinFull();
	joinSingle();
	const namesakes = new Set(
		[...Map.groupBy(all, ({ name }) => name)].flatMap(([name, some]) => (some.length > 1 ? name : [])),
	);
	return { all, of, namesakes };

	/** Names with a first name and a surname, and those of bodies. */
	function joinFull(): void {
		const full = names.filter(isFull);
		const whose = sorted(full.filter(({ kind }) => kind !== 'body').map(ofName));
		const byKey = new Map<string, Person>();
		for (const name of full) {
			const own = ofName(name);
			const isBody = name.kind === 'body';
			const key = isBody ? own.whole.join(' ') : (whose.get(own.form) ?? '');
			const known = byKey.get(key);
			const person = known ?? add(name);
			byKey.set(key, person);
			if (known) join(known, name);
			else if (!isBody) relatives.add(person, own);
			of.set(name, person);
		}
	}

	/** The person of each form of a name, as a key. More forms of one surname than a family has are kept apart. */
	function sorted(forms: readonly Omit<Parts, 'whole'>[]): Map<string, string> {
		const families = new Map<string, Map<string, NameParts>>();
		for (const form of forms) {
			const family = families.get(form.surname) ?? new Map<string, NameParts>();
			families.set(form.surname, family.set(form.form, form));
		}
		const whose = new Map<string, string>();
		for (const [surname, family] of families) {
			const keys = [...family.keys()];
			const some = [...family.values()].slice(0, FAMILY);
			const people = some.length > 1 ? sortIntoPeople(some, language.isShortFormOf) : [0];
			for (const [index, form] of keys.entries())
				whose.set(form, index < FAMILY ? `${surname} #${people[index]}` : form);
		}
		return whose;
	}

	/** Surnames and first names alone, each after everyone with a full name is known. */
	function joinSingle(): void {
		const latest = new Map<string, Latest>();
		const alone: Name[] = [];
		for (const name of names) {
			const known = of.get(name);
			const own = ofName(name);
			if (known) {
				const before = latest.get(own.surname);
				const isAlone = before?.paragraph !== name.paragraph || (before.isAlone && before.person === known);
				latest.set(own.surname, { person: known, paragraph: name.paragraph, isAlone });
				continue;
			}
			const person = relatives.choose(name, own, wordOf(own), latest.get(own.surname));
			if (person) {
				join(person, name.genderShown ? name : { ...name, gender: null });
				of.set(name, person);
			} else alone.push(name);
		}
		const forms = alone.map((name) => {
			const parts = { ...ofName(name), given: '', middle: [], surname: wordOf(ofName(name)) };
			return { ...parts, form: formOf(parts) };
		});
		const whose = sorted(forms);
		const byKey = new Map<string, Person>();
		for (const [index, name] of alone.entries()) {
			const key = whose.get(forms[index]?.form ?? '') ?? '';
			const known = byKey.get(key);
			const person = known ?? add(name);
			if (known) join(known, name);
			byKey.set(key, person);
			of.set(name, person);
		}
	}

	function add(name: Name): Person {
		const person: Person = {
			id: all.length,
			name: name.words.join(' '),
			words: name.words,
			kind: name.kind,
			gender: name.gender,
			genderShown: name.genderShown,
			genderKnown: name.genderKnown ?? false,
			names: [name],
			pronouns: { m: 0, f: 0 },
			speaks: false,
		};
		all.push(person);
		return person;
	}
}

/** Surnames of two words: "Wasserman Schultz" where the article also has "Debbie Wasserman Schultz". */
function doubleSurnames(names: readonly Name[], parts: ReadonlyMap<Name, Parts>): Set<string> {
	const found = new Set<string>();
	for (const name of names) {
		const whole = parts.get(name)?.whole ?? [];
		if (name.kind !== 'body' && whole.length > 2 && (whole.at(-2) ?? '').length > 1)
			found.add(whole.slice(-2).join(' '));
	}
	return found;
}

function join(person: Person, name: Name): void {
	person.names.push(name);
	if (name.words.length > person.words.length) {
		person.words = name.words;
		person.name = name.words.join(' ');
	}
	if (name.gender && (!person.gender || (name.genderShown && !person.genderShown))) {
		person.gender = name.gender;
		person.genderShown = name.genderShown;
		person.genderKnown = name.genderKnown ?? false;
	}
	// A firm or a town may have the surname of somebody.
	const isNamesake =
		name.words.length < person.words.length && (name.kind === 'body' || name.kind === 'place');
	const isVague = person.kind === 'unknown' && name.kind !== 'named thing' && !isNamesake;
	if (person.kind === 'named thing' || isVague) person.kind = name.kind;
}
