import { DataSet, englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import type { Mark, Text } from '../card.ts';

/** Terms of the word list that news and its readers need: of the body, of crimes, of water works. */
const sober = new Set([
	'abo',
	'anus',
	'bestiality',
	'dyke',
	'ejaculate',
	'hooker',
	'incest',
	'masturbate',
	'orgasm',
	'orgy',
	'penis',
	'porn',
	'rape',
	'scat',
	'semen',
	'sex',
	'spastic',
	'vagina',
]);

/** Whole words in which the list finds a coarse one by mistake. */
const innocent =
	/^(?:anal|arse(?:nals?|nic)|boob(?:y|ies)|chinks?|cock(?:pits?|neys?|ers?|erels?|atoos?|les?|tails?|y|roach(?:es)?)|cumin|dick(?:s?ons?|ens|ie|y|insons?)|mishits?|niggard(?:ly|s)?|pricks?|pussy(?:cats?|foot\w*)|retards?|retard(?:ant|ants|ation)|shiitakes?|shitterton|tits?|titch\w*)$/iu;
/** "Dick Cheney", "Philip K. Dick": a first name, or a surname after one. */
const nameBefore = /\p{Lu}[\p{L}.]*\s$/u;
const nameAfter = /^\s\p{Lu}/u;

let prepared: RegExpMatcher | null = null;

/** Built at first use, so that the start of the bot does not wait for it. */
function matcher(): RegExpMatcher {
	prepared ??= new RegExpMatcher({
		...new DataSet<{ originalWord: string }>()
			.addAll(englishDataset)
			.removePhrasesIf(({ metadata }) => metadata !== undefined && sober.has(metadata.originalWord))
			.build(),
		...englishRecommendedTransformers,
	});
	return prepared;
}

/**
 * A stranger's words with the coarse ones behind spoilers: only the whole word. English only,
 * spelled plainly or with figures and signs for letters.
 */
export function coarseHidden(text: string): Text {
	const parts: (string | Mark)[] = [];
	let from = 0;
	for (const match of matcher().getAllMatches(text, true)) {
		const { start, end } = wholeWord(text, match.startIndex, match.endIndex + 1);
		if (start < from || isInnocent(text, start, end)) continue;
		if (start > from) parts.push(text.slice(from, start));
		parts.push({ mark: 'spoiler', text: text.slice(start, end) });
		from = end;
	}
	if (from < text.length) parts.push(text.slice(from));
	return parts;
}

const inWord = /[\p{L}\p{N}*@$'’]/u;

function wholeWord(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
	let start = from;
	let end = to;
	while (start > 0 && inWord.test(text[start - 1] ?? '')) start--;
	while (end < text.length && inWord.test(text[end] ?? '')) end++;
	return { start, end };
}

function isInnocent(text: string, start: number, end: number): boolean {
	const word = text.slice(start, end).replace(/['’]s?$/u, '');
	if (innocent.test(word)) return true;
	if (/^pussy$/iu.test(word)) return /^\s+(?:riot|willow)/iu.test(text.slice(end, end + 9));
	if (!/^(?:Dick|Cocks?)$/u.test(word)) return false;
	return (
		nameAfter.test(text.slice(end, end + 3)) || nameBefore.test(text.slice(Math.max(0, start - 30), start))
	);
}
