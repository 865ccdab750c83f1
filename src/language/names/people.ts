import type { Gender } from '../lexicon/lists.ts';
import { nameSuffixes, particles } from '../lexicon/words.ts';
import type { Name, NameKind } from './names.ts';

/** Everyone and everything that an article names, each once, with all its mentions. */
export interface Person {
	id: number;
	/** The fullest name that the article gives, without title. */
	name: string;
	words: string[];
	kind: NameKind;
	gender: Gender | null;
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

/** Without suffixes, initials and particles: what two names of one person have in common. */
function core(words: readonly string[]): string[] {
	const kept = words.map(fold).filter((word) => !nameSuffixes.has(word) && !particles.has(word));
	const full = kept.filter((word, index) => word.length > 1 || index === kept.length - 1);
	return full.length > 0 ? full : kept;
}

/** Joins the names of one article, in reading order, into people. Linear in the number of names. */
export function joinPeople(names: readonly Name[]): People {
	const all: Person[] = [];
	const of = new Map<Name, Person>();
	const byFull = new Map<string, Person>();
	const bySurname = new Map<string, Person[]>();
	const byFirst = new Map<string, Person[]>();
	for (const name of names) {
		if (name.words.length < 2) continue;
		const parts = core(name.words);
		const surname = parts.at(-1) ?? '';
		const key = parts.length > 1 && name.kind !== 'body' ? `${parts[0]} ${surname}` : parts.join(' ');
		const known = byFull.get(key);
		const person = known ?? add(name);
		if (known) join(known, name);
		else {
			byFull.set(key, person);
			if (person.kind !== 'body' && parts.length > 1) {
				push(bySurname, surname, person);
				push(byFirst, parts[0] ?? '', person);
			}
		}
		of.set(name, person);
	}
	const single = new Map<string, Person>();
	const latest = new Map<string, Latest>();
	for (const name of names) {
		const known = of.get(name);
		const parts = core(name.words);
		if (known) {
			const surname = parts.at(-1);
			if (surname) latest.set(surname, { person: known, paragraph: name.paragraph });
			continue;
		}
		const word = parts[0] ?? '';
		const person =
			choose(name, bySurname.get(word), latest.get(word)) ?? choose(name, byFirst.get(word), undefined);
		if (person) join(person, name);
		const alone = person ?? single.get(word) ?? add(name);
		if (!person) {
			if (single.has(word)) join(alone, name);
			single.set(word, alone);
		}
		of.set(name, alone);
	}
	return { all, of };

	function add(name: Name): Person {
		const person: Person = {
			id: all.length,
			name: name.words.join(' '),
			words: name.words,
			kind: name.kind,
			gender: name.gender,
			names: [name],
			speaks: false,
		};
		all.push(person);
		return person;
	}
}

/** More people of one surname than this are not told apart: it keeps hostile texts linear. */
const FAMILY = 24;

function push(map: Map<string, Person[]>, key: string, person: Person): void {
	const list = map.get(key);
	if (list && list.length < FAMILY) list.push(person);
	else if (list) return;
	else map.set(key, [person]);
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
	const fits = people.filter((person) => !name.gender || !person.gender || person.gender === name.gender);
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
	person.gender ??= name.gender;
	if (person.kind === 'unknown') person.kind = name.kind;
}
