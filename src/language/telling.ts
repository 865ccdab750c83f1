import { contentWords } from './content-words.ts';

/** What somebody said in one go. */
export interface Said {
	/** The words inside the marks; a split quotation has several segments. */
	readonly segments: readonly string[];
	readonly kind: 'quote' | 'fragment';
}

/** Words of an utterance that is neither a scrap nor a speech. */
const shortest = 8;
const longest = 45;
const leansOnBefore =
	/^(?:he|she|it|they|this|that|these|those|his|her|their|its|such|there|but|and|so|because|which|who|also|then)\b/iu;
const takesAStand =
	/\b(?:must|never|will|shall|should|cannot|need|want|demand|promise|refuse|believe|hope|fear|always|only|nobody|everybody|enough|wrong|right)\b/iu;

/**
 * Which of a speaker's utterances shows best what they stand for: a whole sentence that is understood alone, on
 * the matter of the headline, neither scrap nor speech; of equals the earlier one. The index, or -1 of none.
 * @param utterances of one speaker, in reading order.
 */
export function mostTelling(utterances: readonly Said[], headline: string): number {
	const theme = new Set(contentWords(headline));
	let best = -1;
	let most = Number.NEGATIVE_INFINITY;
	for (const [index, utterance] of utterances.entries()) {
		const worth = worthOf(utterance, theme);
		if (worth > most) [best, most] = [index, worth];
	}
	return best;
}

function worthOf({ segments, kind }: Said, theme: ReadonlySet<string>): number {
	const text = segments.join(' ').trim();
	const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
	if (words === 0) return Number.NEGATIVE_INFINITY;
	const matter = new Set(contentWords(text));
	let worth = kind === 'quote' ? 2 : 0;
	worth += Math.min(2, 0.8 * matter.intersection(theme).size);
	worth += Math.min(1, matter.size / 12);
	if (takesAStand.test(text)) worth += 0.5;
	if (leansOnBefore.test(text)) worth -= 1;
	if (/^\p{Ll}/u.test(text)) worth -= 1;
	if (text.endsWith('?')) worth -= 0.5;
	if (words < shortest) worth -= 1.5 * (1 - words / shortest);
	if (words > longest) worth -= Math.min(2, (words - longest) / 30);
	return worth;
}
