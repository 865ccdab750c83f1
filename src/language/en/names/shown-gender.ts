import type { Gender } from '../../names.ts';
import type { Paragraph } from '../../page.ts';
import type { Token } from '../../tokens.ts';
import { plainCues } from '../lexicon/cues.ts';
import { nounGender } from '../lexicon/titles.ts';

/** Words of a phrase between commas that are looked at, and of a clause before the one who is asked. */
const PHRASE = 10;
const CLAUSE = 16;

const owners = new Set(['his', 'her', 'their', 'my', 'our', 'the', 'a', 'an', 'whose']);
/** Where the noun of a phrase is followed by what it is of: "mother of two". */
const ending = new Set('of for at in from with to who whose and or on'.split(' '));
const asking = new Set('asked told pressed questioned reached informed challenged'.split(' '));

/**
 * The gender that the article shows of a name beside it: by a noun for a woman or a man between commas behind it ("Venn,
 * the outgoing mayor and her brother, …") or before it ("Her brother, Tom Venn, …"), and for a surname by the pronoun of
 * an opening that can mean nobody else ("Asked whether she was sorry, Venn …") or of what is said ("Venn said that she …"). Null where nothing does.
 */
export function genderShownBeside(
	paragraph: Paragraph,
	first: number,
	after: number,
	isSurname: boolean,
): Gender | null {
	if (paragraph.inTitle) return null;
	return (
		behind(paragraph, after) ??
		before(paragraph, first) ??
		(isSurname ? (askedBefore(paragraph, first) ?? saidOfSelf(paragraph, after)) : null)
	);
}

/** A list has no phrase about a name: "Ada Venn, her brother and a neighbour". */
function behind({ tokens, inside }: Paragraph, after: number): Gender | null {
	if (tokens[after]?.text !== ',' || inside[after] !== -1) return null;
	let from = after + 1;
	// "Venn, 52, the mayor’s wife, …".
	if (tokens[from]?.kind === 'number' && tokens[from + 1]?.text === ',') from += 2;
	let end = from;
	while (end < tokens.length && end - from < PHRASE && tokens[end]?.kind !== 'mark') end++;
	const closing = tokens[end]?.text ?? '.';
	if (closing !== ',' && closing !== '.') return null;
	if (closing === ',' && ['and', 'or'].includes(tokens[end + 1]?.lower ?? '')) return null;
	const words = tokens.slice(from, end).map(({ lower }) => lower);
	if (!owners.has(words[0] ?? '') && tokens[from + 1]?.lower !== "'s" && tokens[from + 2]?.lower !== "'s")
		return null;
	let shown: Gender | null = null;
	for (const [at, word] of words.entries()) {
		const isHead = at === words.length - 1 || ending.has(words[at + 1] ?? '');
		const gender = isHead ? nounGender(word) : null;
		if (gender && shown && gender !== shown) return null;
		shown ??= gender;
		// Behind a preposition the nouns are of others: "the mayor of his brother’s town".
		if (ending.has(word) && word !== 'and' && word !== 'or') break;
		if (word === 'and' && !owners.has(words[at + 1] ?? '')) break;
	}
	return shown;
}

function before({ tokens }: Paragraph, first: number): Gender | null {
	if (tokens[first - 1]?.text !== ',') return null;
	const gender = nounGender(tokens[first - 2]?.lower ?? '');
	const opens = tokens[first - 3]?.lower ?? '';
	return gender && (owners.has(opens) || opens === "'s") ? gender : null;
}

function askedBefore({ tokens, sentence }: Paragraph, first: number): Gender | null {
	if (tokens[first - 1]?.text !== ',') return null;
	let from = first - 1;
	while (from > 0 && sentence[from - 1] === sentence[first] && first - from < CLAUSE) from--;
	if (!asking.has(tokens[from]?.lower ?? '')) return null;
	const clause = tokens.slice(from + 1, first - 1);
	if (clause.some((token) => isName(token))) return null;
	const pronoun = clause.find(({ lower }) => lower === 'he' || lower === 'she')?.lower;
	return pronoun === undefined ? null : pronoun === 'he' ? 'm' : 'f';
}

/** "Venn said that she would go": mostly of oneself. */
function saidOfSelf({ tokens }: Paragraph, after: number): Gender | null {
	if (!plainCues.has(tokens[after]?.lower ?? '')) return null;
	const lower = tokens[after + (tokens[after + 1]?.lower === 'that' ? 2 : 1)]?.lower;
	return lower === 'he' ? 'm' : lower === 'she' ? 'f' : null;
}

const isName = ({ kind, capital, lower }: Token): boolean => kind === 'word' && capital && lower !== 'i';
