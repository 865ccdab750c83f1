import type { LanguagePack } from './pack.ts';
import { packFor } from './packs.ts';

/** What somebody said in one go. */
export interface Said {
	/** The words inside the marks; a split quotation has several segments. */
	readonly segments: readonly string[];
	readonly kind: 'quote' | 'fragment';
}

/** Words of an utterance that is neither a scrap nor a speech. */
const shortest = 8;
const longest = 45;
/** Fewer words than this are no sentence: "High ground,". */
const sentence = 4;

/**
 * Which of a speaker's utterances shows best what they mean: a whole sentence that is understood alone, on
 * the matter of the headline, neither scrap nor speech; of equals the earlier one. The index, or -1 of none.
 * @param utterances of one speaker, in reading order; `language` is their article's, as a BCP 47 tag.
 */
export function mostTelling(
	utterances: readonly Said[],
	headline: string,
	language: string | null = null,
): number {
	const pack = packFor(language);
	const theme = new Set(pack.contentWords(headline));
	let best = -1;
	let most = Number.NEGATIVE_INFINITY;
	for (const [index, utterance] of utterances.entries()) {
		const worth = worthOf(utterance, theme, pack);
		if (worth > most) [best, most] = [index, worth];
	}
	return best;
}

function worthOf({ segments, kind }: Said, theme: ReadonlySet<string>, pack: LanguagePack): number {
	const text = segments.join(' ').trim();
	const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
	if (words === 0) return Number.NEGATIVE_INFINITY;
	const matter = new Set(pack.contentWords(text));
	// A fragment is shown inside its sentence; a scrap of a quotation has none.
	let worth = kind === 'fragment' ? 0 : words < sentence ? -1 : 2;
	// Two words of the headline are not yet on its matter.
	if (words >= sentence) worth += Math.min(2, 0.8 * matter.intersection(theme).size);
	worth += Math.min(1, matter.size / 12);
	if (pack.takesAStand(text)) worth += 0.5;
	if (pack.isPartOfTalk(text)) worth -= 1;
	if (/^\p{Ll}/u.test(text)) worth -= 1;
	if (text.endsWith('?')) worth -= 0.5;
	if (words < shortest) worth -= 1.5 * (1 - words / shortest);
	if (words > longest) worth -= Math.min(2, (words - longest) / 30);
	return worth;
}
