import type { TokenClass } from '../mentions.ts';
import { once } from '../once.ts';
import type { Paragraph } from '../page.ts';
import type { Token } from '../tokens.ts';
import { cueVerbs, plainCues } from './lexicon/cues.ts';
import { actors, pastVerbs } from './lexicon/lists.ts';
import { crowds, pronouns } from './lexicon/words.ts';

const words: Record<string, string> = {
	I: 'in on at by with from to of into onto over under above below between among amid against about across along around behind beside beyond despite down inside near off out outside past per through throughout toward towards up upon via within without during as for like',
	D: 'a an the this these those some any every each both another one two three four five many several most few other others either neither six seven eight nine ten his her its their our my your all',
	C: 'and or but nor so yet if because although though while whereas unless until since when where how whether than once after before',
	B: 'is are was were be been being am has have had having do does did doing will would shall should may might can could must not never',
	A: 'there here also then later once again just even still already only soon recently repeatedly often now finally earlier further instead meanwhile however therefore thus perhaps rather nevertheless nonetheless too together twice today yesterday tonight',
	R: 'who whom which whose what',
};

const fixed = new Map<string, TokenClass>([
	...Object.entries(words).flatMap(([kind, list]) => list.split(' ').map((word) => [word, kind] as const)),
	['that', 'T'],
	["'s", 'O'],
]);
for (const word of pronouns.keys()) if (!fixed.has(word)) fixed.set(word, 'P');
for (const mark of ',.:;?!()[]') fixed.set(mark, mark);
for (const mark of ['—', '–', '-', '―']) fixed.set(mark, '-');

/** The same with what the lists know: one look instead of one for each list. */
const listed = once(() => {
	const all = new Map(fixed);
	const lists: [TokenClass, Iterable<string>][] = [
		['S', plainCues],
		['V', cueVerbs.keys()],
		['H', actors],
		['H', crowds],
		['W', pastVerbs],
	];
	for (const [kind, list] of lists) for (const word of list) if (!all.has(word)) all.set(word, kind);
	return all;
});

/** "he'd", "they've": a pronoun with the auxiliary behind it. */
const contracted = /^(?:i|you|he|she|it|we|they)'(?:d|ll|ve|m|re)$/;

/** The class of a word by its lower-case form; what the lists do not know goes by its ending. */
function classOfLower(lower: string): TokenClass {
	const known = listed().get(lower);
	if (known) return known;
	if (lower.length > 4 && lower.endsWith('ed')) return 'W';
	if (lower.length > 4 && lower.endsWith('ly')) return 'A';
	return lower.includes("'") && contracted.test(lower) ? 'P' : 'x';
}

function classOf(token: Token, starts: boolean, inTitle: boolean): TokenClass {
	if (token.kind === 'number') return '0';
	if (token.kind === 'mark') return fixed.get(token.text) ?? '*';
	const found = classOfLower(token.lower);
	if (!token.capital) return found;
	if (starts) return found === 'x' || found === 'H' || found === 'W' ? 'N' : found;
	const kept = inTitle ? 'BICDTRPASVW' : 'BICDTRPA';
	return kept.includes(found) && token.lower !== 'may' ? found : 'N';
}

/** Words after which 's is a verb ("he's") and no possessive. */
const contracting = new Set('he she it that there here who what where how let'.split(' '));

/** "the pilots’ letter": an apostrophe right behind an s, with a word behind it. */
function isPluralOwner(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at];
	if (token?.text !== '’' && token?.text !== "'") return false;
	const before = tokens[at - 1];
	return (
		before?.kind === 'word' &&
		before.end === token.start &&
		before.lower.endsWith('s') &&
		tokens[at + 1]?.kind === 'word'
	);
}

/** Verbs that, with "to", only say how often something is said: "used to say". */
const habits = new Set('used likes liked loves loved'.split(' '));

function isHabit(tokens: readonly Token[], at: number): boolean {
	const lower = tokens[at]?.lower ?? '';
	const verb = habits.has(lower) ? at : lower === 'to' ? at - 1 : -1;
	return (
		habits.has(tokens[verb]?.lower ?? '') &&
		tokens[verb + 1]?.lower === 'to' &&
		plainCues.has(tokens[verb + 2]?.lower ?? '')
	);
}

/** The class of each token of a paragraph. */
export function classesOf({ tokens, inside, sentence, inTitle }: Paragraph): TokenClass[] {
	return tokens.map((token, at) => {
		if ((inside[at] ?? -1) >= 0) return 'Q';
		if (isHabit(tokens, at)) return 'B';
		if (isPluralOwner(tokens, at)) return 'O';
		if (token.lower === "'s" && contracting.has(tokens[at - 1]?.lower ?? '')) return 'B';
		return classOf(
			token,
			at === 0 || sentence[at] !== sentence[at - 1] || (inside[at - 1] ?? -1) >= 0,
			inTitle,
		);
	});
}
