import { foldedKey } from '../../src/language/fold.ts';
import { generator, shuffled } from '../../src/language/random.ts';
import { type FoundUtterance, type QuoteAnswer, saidIn } from '../../src/library/library.ts';

/** In which order the quotations that fit are shown, one after the other. */
export type Show = 'best' | 'newest' | 'random';

/**
 * The quotations that fit, in the order in which one after the other is shown. "best" begins with those whose first
 * words were typed, then those that have all words themselves, then those that have them in the text around; of
 * equals the newest first. "random" is another order for each number of rounds.
 * @param typed what was looked for; empty for anything.
 */
export function inOrderToShow(
	{ groups, partly, total }: QuoteAnswer,
	typed: string,
	show: Show,
	number: number,
): readonly FoundUtterance[] {
	const fit = (total > 0 ? groups : partly).flatMap(({ utterances }) => utterances);
	const newest = fit.toSorted((a, b) => Date.parse(b.article.at) - Date.parse(a.article.at));
	if (show === 'newest') return newest;
	if (show === 'random') return shuffled(newest, generator(Math.floor(number / Math.max(1, newest.length))));
	const begun = foldedKey(typed);
	const rank = (utterance: FoundUtterance): number => {
		const { found } = utterance;
		if (begun !== '' && foldedKey(saidIn(utterance).join(' ')).startsWith(begun)) return 0;
		return found === undefined || found.around.length === 0 ? 1 : 2;
	};
	return newest.toSorted((a, b) => rank(a) - rank(b));
}
