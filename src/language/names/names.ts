import { inSentences } from '../lexicon/abbreviations.ts';
import { cueVerbs } from '../lexicon/cues.ts';
import {
	actors,
	firstNameGender,
	type Gender,
	organizations,
	pastVerbs,
	peoples,
	places,
} from '../lexicon/lists.ts';
import { bodies, honorifics, officeModifiers, offices } from '../lexicon/titles.ts';
import { calendar, functionWords, nameSuffixes, particles } from '../lexicon/words.ts';
import type { Paragraph } from '../page.ts';
import type { Token } from '../tokens.ts';

/** A "word" has a capital only because it starts a sentence. */
export type NameKind = 'person' | 'body' | 'place' | 'unknown' | 'word';

/** A name as it stands once, apart from the titles before it. Token numbers are half-open. */
export interface Name {
	paragraph: number;
	/** Where the titles start that stand right before the name (equal to `first` where there are none). */
	titleFirst: number;
	first: number;
	after: number;
	words: string[];
	kind: NameKind;
	gender: Gender | null;
	/** An honorific or an office stands before it. */
	titled: boolean;
	/** The number of the span it stands in, or -1. */
	inside: number;
	/** It starts a sentence, so that its capital proves nothing. */
	starts: boolean;
}

const prefixed = /^(?:al|el|ben|bin|ad|as|ash|an|ar|at|az|ul|ud|d'|o')-?\p{Lu}/u;
const LONGEST = 8;

function isCased(token: Token): boolean {
	return token.text.toUpperCase() !== token.lower;
}

/** Whether a word can be part of a name: a capital, a script without capitals, "al-Rashid". */
function isNamelike(token: Token): boolean {
	if (token.kind !== 'word') return false;
	if (token.capital) return !/^\p{L}-\p{Ll}/u.test(token.text);
	const code = token.text.charCodeAt(0);
	if (code > 0x2ff) return !isCased(token);
	return (token.text.includes('-') || token.text.includes("'")) && prefixed.test(token.text);
}

const isSuffix = (token: Token | undefined): boolean => token !== undefined && nameSuffixes.has(token.lower);

/** All names of a paragraph, in order, those inside quotations too. Linear. */
export function namesOf(paragraph: Paragraph): Name[] {
	const found: Name[] = [];
	const { tokens, inside } = paragraph;
	const titleCase = isTitleCase(tokens);
	let at = 0;
	while (at < tokens.length) {
		const token = tokens[at];
		if (!token || !startsName(paragraph, at) || isOpeningWord(paragraph, at)) {
			at++;
			continue;
		}
		const after = titleCase ? headlineEnd(tokens, at, runEnd(paragraph, at)) : runEnd(paragraph, at);
		const name = toName(paragraph, at, after);
		if (name) found.push(name);
		at = after;
	}
	return found;

	function startsName({ tokens }: Paragraph, at: number): boolean {
		const token = tokens[at];
		if (!token) return false;
		if (isNamelike(token))
			return !functionWords.has(token.lower) || (token.text.length === 2 && token.text.endsWith('.'));
		const next = tokens[at + 1];
		return (
			particles.has(token.lower) &&
			token.kind === 'word' &&
			next !== undefined &&
			inside[at] === inside[at + 1] &&
			isNamelike(next) &&
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
	if (lower.length > 5 && lower.endsWith('ly')) return firstNameGender(lower) === null;
	return lower.length > 4 && lower.endsWith('ed') && pastVerbs.has(lower);
}

/** A headline in capitals proves no name by them. */
function isTitleCase(tokens: readonly Token[]): boolean {
	if (tokens.length > 40) return false;
	let capitals = 0;
	let small = 0;
	for (const token of tokens) {
		if (token.kind !== 'word' || token.text.length < 4) continue;
		if (token.capital) capitals++;
		else small++;
	}
	return capitals > 3 && capitals > 3 * small;
}

/** In a headline a name ends before the verb, and after a first name and a surname. */
function headlineEnd(tokens: readonly Token[], first: number, after: number): number {
	for (let at = first + 1; at < after; at++) {
		const lower = tokens[at]?.lower ?? '';
		if (cueVerbs.has(lower) || pastVerbs.has(lower)) return at;
	}
	return firstNameGender(tokens[first]?.lower ?? '') ? Math.min(after, first + 2) : after;
}

function runEnd({ tokens, inside }: Paragraph, first: number): number {
	let at = first + 1;
	while (at < tokens.length && at - first < LONGEST) {
		const token = tokens[at];
		if (!token || inside[at] !== inside[first]) break;
		if (isNamelike(token) && (!functionWords.has(token.lower) || isInitial(token)) && !isWeekday(token)) {
			at++;
			continue;
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
		if (token.text === ',' && isSuffix(tokens[at + 1])) {
			at += 2;
			break;
		}
		break;
	}
	return at;
}

const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const isWeekday = (token: Token): boolean => weekday.test(token.lower);
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
		.filter((token) => token.text !== ',')
		.map((token) => token.text);
	const lowers = words.map((word) => word.toLowerCase());
	const run = tokens.slice(runFirst, end).map((token) => token.lower);
	if (words.length === 0 || isTitleAlone(lowers) || isTitleAlone(run)) return null;
	const starts =
		runFirst === 0 ||
		sentence[runFirst - 1] !== sentence[runFirst] ||
		inside[runFirst - 1] !== inside[runFirst];
	const before = tokens[runFirst - 1];
	const kind = kindOf(words, lowers, titled, before);
	const given = firstNameGender(lowers[0] ?? '');
	return {
		paragraph: paragraph.index,
		titleFirst: runFirst,
		first,
		after,
		words,
		kind,
		gender: titleGender ?? (words.length > 1 && given !== 'either' && kind !== 'body' ? given : null),
		titled,
		inside: inside[first] ?? -1,
		starts: starts && first === runFirst,
	};
}

const surnames = new Set(
	'king baker cook judge pope prince bishop page dean chase marshal young major coach fellow chambers taylor mason carter'.split(
		' ',
	),
);

/** "Former Secretary", "Pennsylvania Gov.", "President": an office with nobody in it; or a day of the week. */
function isTitleAlone(lowers: readonly string[]): boolean {
	const bare = lowers.map((word) => (word.endsWith('.') ? word.slice(0, -1) : word));
	if (bare.every((word) => calendar.has(word))) return true;
	if (bare.length === 1 && surnames.has(bare[0] ?? '')) return false;
	const isTitle = (word: string) => offices.has(word) || honorifics.has(word);
	return (
		bare.some(isTitle) &&
		bare.every((word) => isTitle(word) || officeModifiers.has(word) || places.has(word) || peoples.has(word))
	);
}

/** Leaves the honorifics, offices and their modifiers that stand before a name. */
function afterTitles(tokens: readonly Token[], runFirst: number, end: number) {
	let first = runFirst;
	let gender: Gender | null = null;
	let titled = false;
	for (let at = runFirst; at < end - 1; at++) {
		const lower = tokens[at]?.lower ?? '';
		const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
		const honorific = honorifics.get(bare);
		if (honorific !== undefined) {
			gender = honorific ?? gender;
			titled = true;
			first = at + 1;
		} else if (offices.has(bare)) {
			if (at === runFirst && firstNameGender(bare) && end - at === 2) break;
			titled = true;
			first = at + 1;
		} else if (!officeModifiers.has(bare) && !peoples.has(bare) && !places.has(bare) && firstNameGender(bare))
			break;
	}
	first = Math.max(first, afterComplement(tokens, runFirst, end));
	if (first > runFirst && tokens[runFirst - 1]?.lower === 'of') titled = true;
	while (first < end - 2 || (first < end - 1 && !titled)) {
		const lower = tokens[first]?.lower ?? '';
		if (peoples.has(lower) || (first === runFirst && calendar.has(lower) && !firstNameGender(lower))) first++;
		else break;
	}
	return { first, titled, gender };
}

/** "Secretary of State John Kerry": the words after "of" that still belong to the office. */
function afterComplement(tokens: readonly Token[], runFirst: number, end: number): number {
	if (tokens[runFirst - 1]?.lower !== 'of' || !offices.has(tokens[runFirst - 2]?.lower ?? ''))
		return runFirst;
	for (let at = runFirst + 1; at < end - 1; at++) {
		if (firstNameGender(tokens[at]?.lower ?? '')) return at;
	}
	let first = runFirst;
	while (first < end - 1) {
		const lower = tokens[first]?.lower ?? '';
		if (!officeModifiers.has(lower) && !places.has(lower) && !bodies.has(lower)) break;
		first++;
	}
	return first;
}

const acronym = /^\p{Lu}[\p{Lu}\p{N}&.]+$/u;

function kindOf(
	words: readonly string[],
	lowers: readonly string[],
	titled: boolean,
	before: Token | undefined,
): NameKind {
	const last = lowers.at(-1) ?? '';
	const whole = lowers.join(' ');
	if (bodies.has(last) && (!titled || !firstNameGender(lowers[0] ?? ''))) return 'body';
	if (organizations.has(whole)) return 'body';
	if (words.length === 1 && !titled && placing.has(before?.lower ?? '')) return 'place';
	if (places.has(whole) || (peoples.has(whole) && !titled)) return 'place';
	if (words.length === 1 && last.endsWith('.') && inSentences.has(last.slice(0, -1))) return 'place';
	if (titled) return 'person';
	if (actors.has(last) && !firstNameGender(lowers[0] ?? '')) return 'body';
	if (words.length === 1 && acronym.test(words[0] ?? '')) return 'body';
	if (words.length > 1 && firstNameGender(lowers[0] ?? '') && before?.lower !== 'the') return 'person';
	if (words.length > 1 && isSuffixWord(last)) return 'person';
	return before?.lower === 'the' ? 'body' : 'unknown';
}

/** Words after which a single name is a place rather than a person. */
const placing = new Set(['in', 'near', 'across', 'throughout', 'outside', 'inside']);

const isSuffixWord = (lower: string): boolean => nameSuffixes.has(lower);
