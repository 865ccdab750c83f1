import type { Gender } from '../../names.ts';
import type { Token } from '../../tokens.ts';
import { firstNameGender, peoples, places } from '../lexicon/lists.ts';
import {
	bodies,
	callings,
	credits,
	honorifics,
	nounGender,
	officeModifiers,
	offices,
} from '../lexicon/titles.ts';
import { calendar } from '../lexicon/words.ts';

const surnames = new Set(
	'king baker brewer cook judge pope prince bishop page dean chase marshal young major coach fellow chambers taylor mason carter'.split(
		' ',
	),
);

/** "Former Secretary", "Pennsylvania Gov.", "President", "the King": an office with nobody in it; or a day. */
export function isTitleAlone(lowers: readonly string[], before: Token | undefined): boolean {
	const bare = lowers.map((word) => (word.endsWith('.') ? word.slice(0, -1) : word));
	if (bare.length > 1 && bare.every((word) => calendar.has(word))) return true;
	if (bare.length === 1 && surnames.has(bare[0] ?? '')) return before?.lower === 'the';
	if (bare.length === 2 && firstNameGender(bare[0] ?? '') && surnames.has(bare[1] ?? '')) return false;
	const isTitle = (word: string) => offices.has(word) || honorifics.has(word);
	return (
		bare.some(isTitle) &&
		bare.every((word) => isTitle(word) || officeModifiers.has(word) || places.has(word) || peoples.has(word))
	);
}

/** Leaves the honorifics, offices and their modifiers that are before a name. */
export function afterTitles(tokens: readonly Token[], runFirst: number, end: number) {
	let first = runFirst;
	let gender: Gender | null = nounGender(tokens[runFirst - 1]?.lower ?? '');
	let titled = false;
	for (let at = runFirst; at < end - 1; at++) {
		const lower = tokens[at]?.lower ?? '';
		const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
		const honorific = honorifics.get(bare) ?? (isSecondOfTwo(tokens, at, runFirst) ? null : undefined);
		if (honorific !== undefined) {
			gender = honorific ?? gender;
			titled = true;
			first = at + 1;
		} else if (offices.has(bare) || lower === 'del.') {
			if (at === runFirst && firstNameGender(bare) && end - at === 2) break;
			gender ??= nounGender(bare);
			titled = true;
			first = at + 1;
		} else if (!officeModifiers.has(bare) && !peoples.has(bare) && !places.has(bare) && firstNameGender(bare))
			break;
	}
	const called = afterCalling(tokens, runFirst, end);
	first = Math.max(
		first,
		afterPosting(tokens, runFirst, end),
		afterComplement(tokens, runFirst, end),
		afterCredit(tokens, first, end),
		afterLetters(tokens, first, end),
		called,
	);
	if (first > runFirst && (tokens[runFirst - 1]?.lower === 'of' || called === first)) titled = true;
	while (first < end - 2 || (first < end - 1 && !titled)) {
		const lower = tokens[first]?.lower ?? '';
		// "August Venn" may be somebody; "an August report" is a month's.
		const isMonth =
			calendar.has(lower) && (!firstNameGender(lower) || articles.has(tokens[runFirst - 1]?.lower ?? ''));
		if (peoples.has(lower) || (first === runFirst && isMonth)) first++;
		else break;
	}
	return { first, titled, gender };
}

const articles = new Set(['a', 'an', 'the', 'its', 'their', 'his', 'her']);

/** "envoy to Peru Ada Venn": the place that somebody in an office is sent to. */
function afterPosting(tokens: readonly Token[], runFirst: number, end: number): number {
	if (!postings.has(tokens[runFirst - 1]?.lower ?? '') || !offices.has(tokens[runFirst - 2]?.lower ?? ''))
		return runFirst;
	let first = runFirst;
	while (first < end - 2 && places.has(tokens[first]?.lower ?? '')) first++;
	return first;
}

const postings = new Set(['to', 'in', 'for', 'at']);

/** "Secretary of State John Kerry": the words after "of" that still belong to the office. */
function afterComplement(tokens: readonly Token[], runFirst: number, end: number): number {
	if (tokens[runFirst - 1]?.lower !== 'of' || !offices.has(tokens[runFirst - 2]?.lower ?? ''))
		return runFirst;
	for (let at = runFirst + 1; at < end - 1; at++) {
		if (isFirstName(tokens[at]?.lower ?? '')) return at;
	}
	let first = runFirst;
	while (first < end - 1) {
		const lower = tokens[first]?.lower ?? '';
		if (!officeModifiers.has(lower) && !places.has(lower) && !bodies.has(lower)) break;
		first++;
	}
	return first;
}

const isFirstName = (lower: string): boolean =>
	firstNameGender(lower) !== null ||
	(lower.includes('-') && firstNameGender(lower.split('-')[0] ?? '') !== null);

/** "Fishmonger Ada Venn": a calling that starts a sentence, before a first name and a surname. */
const afterCalling = (tokens: readonly Token[], runFirst: number, end: number): number =>
	end - runFirst > 2 &&
	callings.has(tokens[runFirst]?.lower ?? '') &&
	firstNameGender(tokens[runFirst + 1]?.lower ?? '') !== null
		? runFirst + 1
		: runFirst;

/** "Tan Sri", "Datuk Seri": the second word alone may be a name. */
const isSecondOfTwo = (tokens: readonly Token[], at: number, runFirst: number): boolean =>
	at > runFirst &&
	['sri', 'seri'].includes(tokens[at]?.lower ?? '') &&
	['tan', 'datuk', 'dato'].includes(tokens[at - 1]?.lower ?? '');

/** "Getty Images Ada Venn": the credit of a picture, and a first name behind it. */
function afterCredit(tokens: readonly Token[], from: number, end: number): number {
	for (let at = from + 1; at < end - 2; at++) {
		if (credits.has(tokens[at]?.lower ?? '') && isFirstName(tokens[at + 1]?.lower ?? '')) return at + 1;
	}
	return from;
}

/** "UCP MLA Ada Venn": letters in capitals before a first name and a surname that are not. */
function afterLetters(tokens: readonly Token[], from: number, end: number): number {
	let first = from;
	while (first < end - 2 && /^\p{Lu}{2,4}$/u.test(tokens[first]?.text ?? '')) first++;
	const isName = (at: number) => /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '');
	const isBody = bodies.has(tokens[end - 1]?.lower ?? '');
	return first > from &&
		isName(first) &&
		isName(end - 1) &&
		!isBody &&
		isFirstName(tokens[first]?.lower ?? '')
		? first
		: from;
}
