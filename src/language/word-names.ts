import type { ParsedParagraph } from './mentions.ts';
import type { Name } from './names.ts';
import { once } from './once.ts';
import type { Person } from './person.ts';

/**
 * A word that only ever starts sentences, with no verb of speech next to it, is hardly a name, nor is one that the
 * article has without a capital too. `isCalling` knows the nouns for what somebody is or does.
 */
export function demoteWords(
	people: readonly Person[],
	parsedParagraphs: readonly ParsedParagraph[],
	isCalling: (lower: string) => boolean,
): void {
	for (const { mentions } of parsedParagraphs) {
		for (const { person, side } of mentions) {
			if (person && (side === 'after' || side === 'apposition' || side === 'before')) person.speaks = true;
		}
	}
	const plain = once(() => plainWords(parsedParagraphs));
	for (const person of people) {
		if (person.kind !== 'unknown' || person.words.length > 1 || person.speaks) continue;
		const starting = person.names.filter(
			(name) => name.starts && !isIntroduced(parsedParagraphs[name.paragraph], name, isCalling),
		);
		if (starting.length === 0) continue;
		if (starting.length === person.names.length || plain().has(person.name.toLowerCase()))
			person.kind = 'word';
	}
}

/** The words that an article has without a capital: "Repairs" of "Repairs in Arle, he said" where it has "repairs" too. */
function plainWords(parsedParagraphs: readonly ParsedParagraph[]): Set<string> {
	const words = new Set<string>();
	for (const { paragraph } of parsedParagraphs)
		for (const { kind, capital, lower } of paragraph.tokens)
			if (kind === 'word' && !capital) words.add(lower);
	return words;
}

/** Tokens of a phrase between commas that are looked at. */
const PHRASE = 5;

/** "Yuna, a resident of the quay, …", "Yuna, 36, …": a name, though it only starts its sentence. */
function isIntroduced(
	parsed: ParsedParagraph | undefined,
	{ after }: Name,
	isCalling: (lower: string) => boolean,
): boolean {
	if (parsed?.classes[after] !== ',') return false;
	const kinds = parsed.classes.slice(after + 1, after + 1 + PHRASE);
	if (kinds[0] === '0') return kinds[1] === ',';
	const words = parsed.paragraph.tokens.slice(after + 2, after + 1 + PHRASE);
	return kinds[0] === 'D' && words.some(({ lower }) => isCalling(lower));
}
