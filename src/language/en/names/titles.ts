import type { Gender } from '../../names.ts';
import type { Token } from '../../tokens.ts';
import { firstNameGender, peoples, places } from '../lexicon/lists.ts';
import { bodies, honorifics, nounGender, officeModifiers, offices } from '../lexicon/titles.ts';
import { calendar } from '../lexicon/words.ts';

const surnames = new Set(
	'king baker brewer cook judge pope prince bishop page dean chase marshal young major coach fellow chambers taylor mason carter'.split(
		' ',
	),
);

/** "Former Secretary", "Pennsylvania Gov.", "President": an office with nobody in it; or a day of the week. */
export function isTitleAlone(lowers: readonly string[]): boolean {
	const bare = lowers.map((word) => (word.endsWith('.') ? word.slice(0, -1) : word));
	if (bare.length > 1 && bare.every((word) => calendar.has(word))) return true;
	if (bare.length === 1 && surnames.has(bare[0] ?? '')) return false;
	if (bare.length === 2 && firstNameGender(bare[0] ?? '') && surnames.has(bare[1] ?? '')) return false;
	const isTitle = (word: string) => offices.has(word) || honorifics.has(word);
	return (
		bare.some(isTitle) &&
		bare.every((word) => isTitle(word) || officeModifiers.has(word) || places.has(word) || peoples.has(word))
	);
}

/** Leaves the honorifics, offices and their modifiers that stand before a name. */
export function afterTitles(tokens: readonly Token[], runFirst: number, end: number) {
	let first = runFirst;
	let gender: Gender | null = nounGender(tokens[runFirst - 1]?.lower ?? '');
	let titled = false;
	for (let at = runFirst; at < end - 1; at++) {
		const lower = tokens[at]?.lower ?? '';
		const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
		const honorific = honorifics.get(bare);
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
