import type { Name } from '../../names.ts';
import type { Paragraph } from '../../page.ts';
import type { Token } from '../../tokens.ts';
import { cueVerbs } from '../lexicon/cues.ts';
import { englishNameGender, firstNameGender, pastVerbs } from '../lexicon/lists.ts';
import { bodies, honorifics, honours, offices } from '../lexicon/titles.ts';
import { isWeekday } from '../lexicon/weekdays.ts';
import { crowds, functionWords, nameSuffixes, particles, pronouns } from '../lexicon/words.ts';
import { kindOf } from './kind.ts';
import { genderShownBeside } from './shown-gender.ts';
import { afterTitles, isTitleAlone } from './titles.ts';

const prefixed = /^(?:al|el|ben|bin|ad|as|ash|an|ar|at|az|ul|ud|d'|o')-?\p{Lu}/u;
const LONGEST = 8;

function isCased(token: Token): boolean {
	return token.text.toUpperCase() !== token.lower;
}

/** Whether a word can be part of a name: a capital, a script without capitals, "al-Rashid". */
function isNamelike(token: Token): boolean {
	if (token.kind !== 'word') return false;
	if (token.capital) return !token.text.includes('-') || !/^\p{L}-\p{Ll}/u.test(token.text);
	const code = token.text.charCodeAt(0);
	if (code > 0x2ff) return !isCased(token);
	return (token.text.includes('-') || token.text.includes("'")) && prefixed.test(token.text);
}

const isSuffix = (token: Token | undefined): boolean => token !== undefined && nameSuffixes.has(token.lower);

/** All names of a paragraph, in order, those inside quotations too. Linear. */
export function namesOf(paragraph: Paragraph): Name[] {
	const found: Name[] = [];
	const { tokens, inside } = paragraph;
	let at = 0;
	while (at < tokens.length) {
		const token = tokens[at];
		if (!token || !startsName(paragraph, at) || isOpeningWord(paragraph, at)) {
			at++;
			continue;
		}
		const after = paragraph.inTitle ? headlineEnd(tokens, at, runEnd(paragraph, at)) : runEnd(paragraph, at);
		const name = toName(paragraph, at, after);
		if (name) found.push(name);
		at = after;
	}
	return found;

	function startsName({ tokens }: Paragraph, at: number): boolean {
		const token = tokens[at];
		if (!token) return false;
		if (isNamelike(token))
			return !functionWords.has(token.lower) || isInitial(token) || isWordyName(paragraph, at);
		if (token.kind !== 'word' || !particles.has(token.lower)) return false;
		// "van der Berg": a name may begin with several.
		let beyond = at + 1;
		while (beyond - at < 3 && particles.has(tokens[beyond]?.text ?? '')) beyond++;
		const next = tokens[beyond];
		return (
			next !== undefined &&
			isNamelike(next) &&
			inside[at] === inside[beyond] &&
			!functionWords.has(next.lower)
		);
	}
}

/** "Ironically, …", "Chastened by …": an adverb or participle that only starts its sentence. */
function isOpeningWord({ tokens, sentence, inside }: Paragraph, at: number): boolean {
	const token = tokens[at];
	if (!token || (at > 0 && sentence[at - 1] === sentence[at] && inside[at - 1] === inside[at])) return false;
	const next = tokens[at + 1];
	if (!next || next.capital) return false;
	const { lower } = token;
	if (crowds.has(lower)) return true;
	if (lower.length > 5 && lower.endsWith('ly')) return firstNameGender(lower) === null;
	return lower.length > 4 && lower.endsWith('ed') && pastVerbs.has(lower);
}

/** Words of closed classes that people bear as names too: "Al From", "Will Estrada", "Theresa May". */
const wordyNames = new Set(
	'will may from so do an no oh own more old few down else once you my every'.split(' '),
);

/**
 * Whether a capitalised word of a closed class is a name here: not at the start of a sentence, or after a
 * quotation.
 */
function isWordyName({ tokens, sentence, inside, inTitle }: Paragraph, at: number): boolean {
	const token = tokens[at];
	if (!token?.capital || inTitle) return false;
	const within = inside[at] === inside[at - 1];
	// Only where it is somebody's surname, which `settleNames` knows.
	if (!wordyNames.has(token.lower))
		return !within && mayBeSurname(token.lower) && cueVerbs.has(tokens[at + 1]?.lower ?? '');
	if (within && (sentence[at - 1] !== sentence[at] || at === 0)) return false;
	if (tokens[at - 1]?.text === ':') return false;
	const next = tokens[at + 1];
	if (next?.capital) {
		const isAfterCue = within && cueVerbs.has(tokens[at - 1]?.lower ?? '');
		return (isAfterCue || !within) && inside[at] === -1 && firstNameGender(token.lower) !== null;
	}
	return within || cueVerbs.has(next?.lower ?? '');
}

/** In a headline a name ends before the verb, and after a first name and a surname. */
function headlineEnd(tokens: readonly Token[], first: number, after: number): number {
	for (let at = first + 1; at < after; at++) {
		const lower = tokens[at]?.lower ?? '';
		if (cueVerbs.has(lower) || pastVerbs.has(lower)) return at;
	}
	return firstNameGender(tokens[first]?.lower ?? '') ? Math.min(after, first + 2) : after;
}

function runEnd({ tokens, inside, inTitle, bounds }: Paragraph, first: number): number {
	/** Where the "of" stands that joins to a body what it is for, or -1. */
	let bodyOf = -1;
	let at = first + 1;
	while (at < tokens.length && at - first < LONGEST) {
		const token = tokens[at];
		if (!token) break;
		if (inside[at] !== inside[first] && pastNickname(at) === at) break;
		// "Board of Trade President Ada Venn": behind the body a person begins.
		if (bodyOf >= 0 && at > bodyOf + 1 && startsPerson(token)) break;
		if (
			isNamelike(token) &&
			inside[at] === inside[first] &&
			(!functionWords.has(token.lower) || isInitial(token)) &&
			!isWeekday(token.lower)
		) {
			at++;
			continue;
		}
		if (token.capital && functionWords.has(token.lower) && !tokens[at + 1]?.capital && !inTitle) {
			if (isWordySurname(token, tokens[at - 1])) at++;
			break;
		}
		if (particles.has(token.lower) && token.kind === 'word') {
			let beyond = at + 1;
			while (beyond < tokens.length && particles.has(tokens[beyond]?.lower ?? '') && beyond - at < 3)
				beyond++;
			const next = tokens[beyond];
			if (next && isNamelike(next) && inside[beyond] === inside[first] && !functionWords.has(next.lower)) {
				at = beyond + 1;
				continue;
			}
			break;
		}
		if (ownsBody(at)) {
			at += 2;
			continue;
		}
		if (joinsBody(at)) {
			if (bodyOf < 0) bodyOf = at;
			at += 2;
			continue;
		}
		const beyond = pastNickname(at);
		if (beyond > at) {
			at = beyond + 1;
			continue;
		}
		if (token.text === ',' && isSuffix(tokens[at + 1])) {
			at += 2;
			break;
		}
		break;
	}
	return at;

	/** "Fishers’ Guild": those whose body it is, before the noun for it. */
	function ownsBody(at: number): boolean {
		const [owner, mark] = [tokens[at - 1], tokens[at]];
		if (at - 1 !== first || !owner || !isApostrophe(mark?.text) || owner.end !== mark?.start) return false;
		if (!owner.lower.endsWith('s') || inside[at + 1] !== inside[first] || firstNameGender(owner.lower))
			return false;
		return (
			tokens.slice(at + 1, at + 4).find(({ capital, lower }) => !capital || bodies.has(lower))?.capital ===
			true
		);
	}

	/** "Department of Health and Human Services": what a body is of belongs to its name. */
	function joinsBody(at: number): boolean {
		const lower = tokens[at]?.lower ?? '';
		const next = tokens[at + 1];
		if (!next || !isNamelike(next) || functionWords.has(next.lower) || inside[at + 1] !== inside[first])
			return false;
		if (lower === 'of') return bodiesOf.has(tokens[at - 1]?.lower ?? '');
		return (
			lower === 'and' && bodyOf > 0 && officesOf.has(tokens[bodyOf - 1]?.lower ?? '') && !startsPerson(next)
		);
	}

	/** 'Ada "Minnow" Venn': the surname behind a nickname in marks, or `at` where none stands. */
	function pastNickname(at: number): number {
		const span = bounds[inside[at] ?? -1];
		if (inside[first] !== -1 || span?.first !== at || span.after - at > NICKNAME) return at;
		const next = tokens[span.after];
		const isSurname = next && isNamelike(next) && inside[span.after] === -1 && !functionWords.has(next.lower);
		return isSurname ? span.after : at;
	}
}

/** A first name, or a title that is before one. */
function startsPerson({ lower }: Token): boolean {
	const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
	return firstNameGender(lower) !== null || honorifics.has(bare) || offices.has(bare);
}

/**
 * Inside a sentence a capital sets off no word of a closed class, so behind a first name it is the surname: "Ann Other",
 * "Rose Many". A pronoun or a form with an apostrophe begins what is said, and "Mary I" is another name.
 */
function isWordySurname({ lower }: Token, before: Token | undefined): boolean {
	return precedesSurname(before) && (wordyNames.has(lower) || mayBeSurname(lower));
}

const mayBeSurname = (lower: string): boolean => /^[a-z]{2,}$/u.test(lower) && !pronouns.has(lower);

/** A first name, or a form of address: "Prime Minister Theresa May", "Ms. May". */
function precedesSurname(token: Token | undefined): boolean {
	const lower = token?.lower ?? '';
	return firstNameGender(lower) !== null || honorifics.has(lower.replace(/\.$/u, ''));
}

/** Nouns for bodies after which "of" begins what they are for, and those that are for several things. */
const officesOf = new Set(
	'union department ministry bureau office committee commission board council federation'.split(' '),
);
const bodiesOf = new Set([
	...officesOf,
	...'university college institute bank house society association court church museum library league academy'.split(
		' ',
	),
]);

/** The tokens of a nickname, marks included. */
const NICKNAME = 4;

const isApostrophe = (text: string | undefined): boolean => text === '’' || text === "'";

const isInitial = (token: Token): boolean =>
	token.text.length === 2 && token.text.endsWith('.') && token.capital;

function toName(paragraph: Paragraph, runFirst: number, runAfter: number): Name | null {
	const { tokens, inside, sentence } = paragraph;
	let after = runAfter;
	let end = after;
	while (end - 1 > runFirst && (isSuffix(tokens[end - 1]) || tokens[end - 1]?.text === ',')) end--;
	const { first, titled, gender: titleGender } = afterTitles(tokens, runFirst, end);
	while (after > first + 1 && tokens[after - 1]?.text === ',') after--;
	const words = tokens
		.slice(first, after)
		.filter((token, at) => token.text !== ',' && inside[first + at] === inside[first])
		.filter((token, at) => at === 0 || !honours.has(token.text))
		.map(({ text }) => (text.endsWith('-ji') ? text.replace(/(?<=\p{Ll})-ji$/u, '') : text))
		.reduce<string[]>((joined, text) => {
			if (isApostrophe(text) && joined.length > 0) joined.push(`${joined.pop()}’`);
			else joined.push(text);
			return joined;
		}, []);
	const lowers = words.map((word) => word.toLowerCase());
	const run = tokens.slice(runFirst, end).map((token) => token.lower);
	const before = tokens[runFirst - 1];
	if (words.length === 0 || isTitleAlone(lowers, before) || isTitleAlone(run, before)) return null;
	const starts =
		runFirst === 0 ||
		sentence[runFirst - 1] !== sentence[runFirst] ||
		inside[runFirst - 1] !== inside[runFirst];
	const kind = kindOf(words, lowers, titled, before);
	// A first name alone may be a surname: only those that English papers know best count.
	const given = (words.length > 1 ? firstNameGender : englishNameGender)(lowers[0] ?? '');
	const isSurname = words.filter((word) => !particles.has(word)).length === 1;
	const isSomebody = kind === 'person' || kind === 'unknown';
	const beside =
		titleGender === null && isSomebody ? genderShownBeside(paragraph, runFirst, after, isSurname) : null;
	// A list of people is read as a phrase about the first ("Ada Venn, her brother"): the first name knows better.
	const known = englishNameGender(lowers[0] ?? '');
	const isContradicted =
		words.length > 1 && beside !== null && (known === 'm' || known === 'f') && known !== beside;
	const shown = titleGender ?? (isContradicted ? null : beside);
	return {
		paragraph: paragraph.index,
		titleFirst: runFirst,
		first,
		after,
		words,
		kind,
		gender: shown ?? (given !== 'either' && kind !== 'body' ? given : null),
		genderShown: shown !== null,
		genderKnown: known === (shown ?? given),
		titled,
		inside: inside[first] ?? -1,
		starts: starts && first === runFirst,
	};
}
