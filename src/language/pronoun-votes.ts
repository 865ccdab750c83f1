import type { Mention, ParsedParagraph } from './mentions.ts';
import { isSomebody, type Person } from './person.ts';

/** Of one sentence: who is named in it so far, and whether somebody without a name is too. */
interface Named {
	sentence: number;
	people: Set<Person>;
	hasOthers: boolean;
}

/**
 * Counts for each person how often "he" and "she" stand where hardly anybody else can be meant: the person is the only
 * one named before in the sentence, or in the sentence before where this one names nobody. First names that no list
 * knows get a gender so, and wrong guesses are outvoted. Linear.
 */
export function countPronouns(people: readonly Person[], parsedParagraphs: readonly ParsedParagraph[]): void {
	for (const { mentions, classes } of parsedParagraphs) {
		let before: Named | null = null;
		let now: Named = { sentence: -1, people: new Set(), hasOthers: false };
		for (const mention of mentions) {
			if (mention.sentence !== now.sentence) {
				before = mention.sentence === now.sentence + 1 ? now : null;
				now = { sentence: mention.sentence, people: new Set(), hasOthers: false };
			}
			const { gender, person } = mention;
			if (gender) {
				const only =
					onlyOf(now) ?? (now.people.size === 0 && !now.hasOthers && before ? onlyOf(before) : null);
				if (only) only.pronouns[gender]++;
			} else if (person && isSomebody(person)) now.people.add(person);
			else if (isHuman(mention, classes)) now.hasOthers = true;
		}
	}
	for (const person of people) {
		const { m, f } = person.pronouns;
		const least = person.gender ? OUTVOTED : ENOUGH;
		if (!person.genderShown && Math.abs(m - f) >= least) person.gender = m > f ? 'm' : 'f';
	}
}

/** So many more pronouns of one gender than of the other give it to somebody of whom no list knows it… */
const ENOUGH = 2;
/** …and to somebody whose first name suggests the other one. */
const OUTVOTED = 3;

function onlyOf({ people, hasOthers }: Named): Person | null {
	const [only, other] = people;
	return only && !other && !hasOthers ? only : null;
}

const isHuman = ({ kind, after }: Mention, classes: readonly string[]): boolean =>
	kind === 'nominal' && classes[after - 1] === 'H';
