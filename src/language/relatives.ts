import type { Name } from './names.ts';
import type { Person } from './person.ts';
import { mayBeOne, type NameParts } from './same-person.ts';
import type { Words } from './words.ts';

/** More people of one surname than this are not told apart: it keeps hostile texts linear. */
export const FAMILY = 24;

/** Who of a surname was last named in full, where, and whether nobody else of that surname was in that paragraph. */
export interface Latest {
	person: Person;
	paragraph: number;
	isAlone: boolean;
}

type Kin = { person: Person; parts: NameParts };

/** The people of an article by surname and by first name, for the names that are only one of these. */
export class Relatives {
	private readonly bySurname = new Map<string, Kin[]>();
	private readonly byFirst = new Map<string, Kin[]>();
	private readonly language: Words;

	constructor(language: Words) {
		this.language = language;
	}

	/** Adds a person who is named in full; `whole` has all words of the name except suffixes. */
	add(person: Person, parts: NameParts & { readonly whole: readonly string[] }): void {
		push(this.bySurname, parts.surname, { person, parts });
		push(this.byFirst, parts.given, { person, parts });
		if (parts.whole.length > 2) push(this.bySurname, parts.whole.slice(-2).join(' '), { person, parts });
	}

	/**
	 * Who a surname or a first name alone means. Of people who share a surname the one that title and "Jr." fit; else the
	 * only one named in full by then, or the only one of them in the paragraph; nobody where that leaves several, or where
	 * an initial, a title or "III" alone tells him from another. A first name means the only one who has it.
	 */
	choose(name: Name, { generation }: NameParts, word: string, latest: Latest | undefined): Person | null {
		const kin = ofGeneration(this.bySurname.get(word) ?? [], generation).filter((one) => agrees(name, one));
		const here = latest?.isAlone && latest.paragraph === name.paragraph ? latest.person : null;
		const [first, second] = kin;
		if (first && !second) return first.person;
		if (first) {
			const known = kin.filter(({ person }) => isBefore(person.names[0], name));
			const [only, other] = known;
			const meant = known.find(({ person }) => person === here) ?? (other ? undefined : only);
			return !meant || this.hasNamesake(meant, kin) ? null : meant.person;
		}
		const [only, other] = (this.byFirst.get(word) ?? []).filter((one) => agrees(name, one) && isPersons(one));
		return only && !other && generation === '' ? only.person : null;
	}

	private hasNamesake(one: Kin, kin: readonly Kin[]): boolean {
		return kin.some(
			(other) => other !== one && mayBeOne(one.parts.given, other.parts.given, this.language.isShortFormOf),
		);
	}
}

/**
 * The first word of a name that no first name or title shows to be a person's may be a firm's or a newspaper's: "Halden
 * Ferry Hub", "the Halden Echo".
 */
const isPersons = ({ person: { kind, gender, words } }: Kin): boolean =>
	kind === 'person' || gender !== null || (words.length < 3 && kind !== 'named thing');

/** Whether a title before the name shows no other gender than what is known of the person. */
const agrees = ({ gender, genderShown }: Name, { person }: Kin): boolean =>
	!genderShown || !person.gender || person.gender === gender;

/** Which of father and son a name means: "Orrin Jr." the son alone, "Orrin" either. */
function ofGeneration(kin: readonly Kin[], generation: string): readonly Kin[] {
	return generation === '' ? kin : kin.filter(({ parts }) => parts.generation === generation);
}

const isBefore = (one: Name | undefined, other: Name): boolean =>
	one !== undefined &&
	(one.paragraph < other.paragraph || (one.paragraph === other.paragraph && one.first < other.first));

function push(map: Map<string, Kin[]>, key: string, kin: Kin): void {
	const list = map.get(key);
	if (!list) map.set(key, [kin]);
	else if (list.length < FAMILY) list.push(kin);
}
