import { actors } from './lexicon/lists.ts';
import { functionWords } from './lexicon/words.ts';

/** Words of a description before its noun: "The former Labour councillor". */
const longest = 4;
/** Offices of which a reader knows the holder. */
const unique = new Set('president pope king queen prince princess chancellor premier people'.split(' '));
/** What tells, behind the noun, who is meant: "The driver of the bus", "The man accused of the theft". */
const explains = new Set(
	'of for who whose that which from in at on with behind to accused charged suspected convicted named called known responsible living working'.split(
		' ',
	),
);
const aged = /^\d+-year-olds?$/u;
/** "the Australian", "the Englishman": what somebody is called after a place, before a verb. */
const fromPlace = /^\p{Lu}\p{Ll}+(?:an|ese|sh|ch|man|woman)$/u;
const verb =
	/^(?:has|had|is|was|will|would|can|could|may|might|must|did|does|also|said|says|won|lost|told|went|came|took|made|\p{Ll}+ed)$/u;
/** Roles that the list of nouns for people lacks. */
const others = new Set('peer boss striker champion'.split(' '));

/**
 * Whether a sentence opens with what somebody is, and says neither who nor which one: "The 40-year-old Norwegian won",
 * "The former teacher said".
 */
export function opensUnnamed(sentence: string): boolean {
	const words = /^["'“‘(]*[Tt]he (?<rest>.{1,120})/u.exec(sentence)?.groups?.rest?.split(' ') ?? [];
	for (const [at, raw] of words.slice(0, longest).entries()) {
		const word = raw.replace(/[’']s$|[,.;:!?”"’']+$/gu, '');
		const lower = word.toLowerCase();
		const next = words[at + 1] ?? '';
		const isCalled = fromPlace.test(word) && verb.test(next);
		const isSomebody = aged.test(lower) || actors.has(word) || others.has(word) || isCalled;
		const goesOn = actors.has(next) || (aged.test(lower) && fromPlace.test(next));
		if (isSomebody && !goesOn) return !unique.has(lower) && !tells(raw, next, words[at + 2] ?? '');
		if (functionWords.has(lower) || /[,.;:]$/u.test(raw)) return false;
	}
	return false;
}

/** Whether what follows the noun tells who is meant: a name, with a comma or without, or what explains it. */
function tells(noun: string, next: string, afterNext: string): boolean {
	const bare = next.replace(/[,.;:]+$/u, '').toLowerCase();
	if (/[’']s$/u.test(noun)) return false;
	if (noun.endsWith(','))
		return /^\p{Lu}/u.test(next) || (/^\p{Ll}/u.test(next) && /^\p{Lu}/u.test(afterNext));
	return /^\p{Lu}/u.test(next) || explains.has(bare);
}
