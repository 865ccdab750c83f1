import type { Gender, Name, NameKind } from './names.ts';
import type { Words } from './words.ts';

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
	names: Name[];
	/** A verb of speech stands beside one of the names. */
	speaks: boolean;
}

/** The people of an article, and for each of its names the person meant. */
export interface People {
	all: Person[];
	of: Map<Name, Person>;
}

const fold = (word: string): string =>
	word
		.normalize('NFD')
		.replace(/\p{M}|[.'’]/gu, '')
		.toLowerCase();

const isLower = (word: string | undefined): boolean => word !== undefined && word === word.toLowerCase();

/** A name in the parts that tell whose it is. */
interface Parts {
	/** Without suffixes, initials and particles: what two names of one person have in common. */
	core: string[];
	/** All its words but the suffixes. */
	whole: string[];
	/** "jr" or "sr", which tell a son from his father, or ''. */
	generation: string;
}

function partsOf(words: readonly string[], { nameSuffixes, particles }: Words): Parts {
	const folded = words.map(fold);
	const whole = folded.filter((word, index) => index === 0 || !nameSuffixes.has(word));
	const kept = whole.filter((word, index) => !(particles.has(word) && (index > 0 || isLower(words[0]))));
	const full = kept.filter((word, index) => word.length > 1 || index === kept.length - 1);
	const generation = folded.find((word, index) => index > 0 && (word === 'jr' || word === 'sr')) ?? '';
	return { core: full.length > 0 ? full : kept, whole, generation };
}

/** Joins the names of one article, in reading order, into people. Linear in the number of names. */
export function joinPeople(names: readonly Name[], language: Words): People {
	const all: Person[] = [];
	const of = new Map<Name, Person>();
	const parts = new Map(names.map((name) => [name, partsOf(name.words, language)]));
	const surnames = doubleSurnames(names, parts);
	const bySurname = new Map<string, Person[]>();
	const byFirst = new Map<string, Person[]>();
	joinFull();
	joinSingle();
	return { all, of };

	/** Names with a first name and a surname, and those of bodies. */
	function joinFull(): void {
		const byFull = new Map<string, Person>();
		for (const name of names) {
			const { core, whole, generation } = parts.get(name) ?? partsOf(name.words, language);
			if (core.length < 2 || surnames.has(whole.join(' '))) continue;
			const surname = core.at(-1) ?? '';
			const first = core[0] ?? '';
			const isBody = name.kind === 'body';
			const key = isBody ? core.join(' ') : `${first} ${surname} ${generation}`;
			const known = byFull.get(key) ?? (isBody ? null : alike(name, first, surname, generation));
			const person = known ?? add(name);
			byFull.set(key, person);
			if (known) join(known, name);
			else if (!isBody) {
				push(bySurname, surname, person);
				push(byFirst, first, person);
				if (whole.length > 2) push(bySurname, whole.slice(-2).join(' '), person);
			}
			of.set(name, person);
		}
	}

	/** Somebody of the surname whose first name is a short form of this one's, or the other way round. */
	function alike(name: Name, first: string, surname: string, generation: string): Person | null {
		const fits = bySurname.get(surname)?.filter((person) => {
			const other = partsOf(person.words, language);
			const sameGender = !name.gender || !person.gender || name.gender === person.gender;
			return (
				other.generation === generation && sameGender && language.isShortFormOf(first, other.core[0] ?? '')
			);
		});
		return fits?.length === 1 ? (fits[0] ?? null) : null;
	}

	/** Surnames and first names alone, each after everyone is known in full. */
	function joinSingle(): void {
		const single = new Map<string, Person>();
		const latest = new Map<string, Latest>();
		for (const name of names) {
			const known = of.get(name);
			const { core, whole, generation } = parts.get(name) ?? partsOf(name.words, language);
			if (known) {
				const surname = core.at(-1);
				if (surname) latest.set(surname, { person: known, paragraph: name.paragraph });
				continue;
			}
			const word = surnames.has(whole.join(' ')) ? whole.join(' ') : (core.at(-1) ?? '');
			const near = latest.get(core.at(-1) ?? '');
			const person =
				choose(name, ofGeneration(bySurname.get(word), generation, language), near) ??
				choose(name, byFirst.get(word), undefined);
			if (person) join(person, name.genderShown ? name : { ...name, gender: null });
			const alone = person ?? single.get(word) ?? add(name);
			if (!person) {
				if (single.has(word)) join(alone, name);
				single.set(word, alone);
			}
			of.set(name, alone);
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
			names: [name],
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

/** More people of one surname than this are not told apart: it keeps hostile texts linear. */
const FAMILY = 24;

function push(map: Map<string, Person[]>, key: string, person: Person): void {
	const list = map.get(key);
	if (list && list.length < FAMILY) list.push(person);
	else if (list) return;
	else map.set(key, [person]);
}

/** Of father and son the one whom a name means: "Orrin Jr." the son, "Orrin" the father where both are named. */
function ofGeneration(
	people: readonly Person[] | undefined,
	generation: string,
	language: Words,
): readonly Person[] | undefined {
	const fits = people?.filter((person) => partsOf(person.words, language).generation === generation);
	return fits && fits.length > 0 ? fits : people;
}

/** Who of a surname was last named in full, and where. */
interface Latest {
	person: Person;
	paragraph: number;
}

/** Of people who share a surname: the one of the title's gender; the one named near, else most often. */
function choose(
	name: Name,
	people: readonly Person[] | undefined,
	latest: Latest | undefined,
): Person | null {
	if (!people) return null;
	// A surname alone shows no gender, though its first word may be a first name as well.
	const gender = name.genderShown ? name.gender : null;
	const fits = people.filter((person) => !gender || !person.gender || person.gender === gender);
	if (latest && name.paragraph - latest.paragraph < 2 && fits.includes(latest.person)) return latest.person;
	let most: Person | null = null;
	for (const person of fits) if (!most || person.names.length > most.names.length) most = person;
	return most;
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
	}
	const isVague = person.kind === 'unknown' && name.kind !== 'named thing';
	if (person.kind === 'named thing' || isVague) person.kind = name.kind;
}
