import type { LanguagePack } from '../pack.ts';
import { mostlyQuoted } from './facts.ts';
import type { Candidate } from './sentences.ts';

/** Words of headline and deck that a sentence has to have to count as the news. */
const enough = 2;
/** Sentences behind the first among which the news is looked for. */
const reach = 20;

/**
 * Counts the ranks from the sentence that tells the news. That is the first one, unless it only sets the scene: it has
 * none of the words of headline and deck or tells what was before ("Earlier this year, …"), and a later sentence of the
 * reporter's, which can be read alone, has two words of them or more. What stands before the news then has no rank, so that no word is likelier for standing there.
 * @param announced the words of headline and deck, as the sentences' keys.
 */
export function fromNews(
	all: readonly Candidate[],
	announced: ReadonlySet<string>,
	pack: LanguagePack,
): readonly Candidate[] {
	const first = all.findIndex(({ rank }) => rank === 0);
	const lede = all[first];
	if (!lede) return all;
	const isBackground = pack.isBackground?.(lede.text) ?? false;
	if (!isBackground && (sharedWith(lede, announced) > 0 || isReport(lede, pack))) return all;
	const news = all.findIndex(
		(one, index) =>
			index > first &&
			index <= first + reach &&
			!one.furniture &&
			!isQuotation(one) &&
			!pack.leansOnBefore(one.text) &&
			sharedWith(one, announced) >= Math.max(enough, sharedWith(lede, announced)),
	);
	if (news < 0) return all;
	return all.map((one, index) => ({ ...one, rank: index < news ? null : index - news }));
}

/** Whether a sentence reports rather than sets a scene: it has a verb of speech, or a figure, outside a quotation. */
const isReport = (lede: Candidate, pack: LanguagePack): boolean =>
	!isQuotation(lede) &&
	lede.tokens.some(
		({ kind, lower }) =>
			pack.words.plainCues.has(lower) || (kind === 'number' && !/^(?:19|20)\p{N}{2}$/u.test(lower)),
	);

/** Whether a sentence is mostly what somebody said. */
export const isQuotation = (sentence: Candidate | undefined): boolean =>
	sentence !== undefined && sentence.quoted > mostlyQuoted;

/** Whether a sentence has enough words of headline and deck to tell what they announce. */
export const tellsNews = (sentence: Candidate | undefined, announced: ReadonlySet<string>): boolean =>
	sentence !== undefined && sharedWith(sentence, announced) >= enough;

/** How many different words of headline and deck a sentence has, those of closed classes left out. */
function sharedWith({ keys, closed }: Candidate, announced: ReadonlySet<string>): number {
	return new Set(keys.filter((key, at) => !closed[at] && announced.has(key))).size;
}
