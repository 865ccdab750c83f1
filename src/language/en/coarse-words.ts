import { createRequire } from 'node:module';
import type { RegExpMatcher } from 'obscenity';

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

/** Loaded and built at first use, so that the start of the bot does not wait for it. */
function matcher(): RegExpMatcher {
	if (prepared === null) {
		const list = createRequire(import.meta.url)('obscenity') as typeof import('obscenity');
		prepared = new list.RegExpMatcher({
			...new list.DataSet<{ originalWord: string }>()
				.addAll(list.englishDataset)
				.removePhrasesIf(({ metadata }) => metadata !== undefined && sober.has(metadata.originalWord))
				.build(),
			...list.englishRecommendedTransformers,
		});
	}
	return prepared;
}

/**
 * Where coarse words begin and end, in order, both included and perhaps inside longer words. English only, spelled
 * plainly or with figures and signs for letters.
 */
export const coarseMatches = (text: string): readonly { startIndex: number; endIndex: number }[] =>
	matcher().getAllMatches(text, true);

/** Whether a whole word (UTF-16, half-open) is a name or a harmless one. */
export function isInnocent(text: string, start: number, end: number): boolean {
	const word = text.slice(start, end).replace(/['’]s?$/u, '');
	if (innocent.test(word)) return true;
	if (/^pussy$/iu.test(word)) return /^\s+(?:riot|willow)/iu.test(text.slice(end, end + 9));
	if (!/^(?:Dick|Cocks?)$/u.test(word)) return false;
	return (
		nameAfter.test(text.slice(end, end + 3)) || nameBefore.test(text.slice(Math.max(0, start - 30), start))
	);
}
