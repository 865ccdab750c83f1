import type { Attribution } from './attribution/attribution.ts';
import { paragraphBefore } from './attribution/paragraphs.ts';
import type { Mention } from './mentions.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { isSomebody } from './person.ts';

/**
 * Who speaks in paragraphs of nothing but quotation, without any verb of speech, after one without quotation that ends
 * with a sentence about one person: "Orrin was unmoved. ¶ “No.”" Attributions with another source get that person
 * instead, for as long as the quotation continues.
 */
export function withLeadIns(parsedArticle: ParsedArticle, found: readonly Attribution[]): Attribution[] {
	let before: { source: Mention; paragraph: number } | null = null;
	return found.map((one) => {
		const { paragraph } = one.place;
		const goesOn: boolean = before?.paragraph === paragraph - 1 && isOpen(parsedArticle, before.paragraph);
		const source: Mention | null = !isBare(parsedArticle, one)
			? null
			: goesOn
				? (before?.source ?? null)
				: leadIn(parsedArticle, paragraph);
		before = source && { source, paragraph };
		if (!source || one.mention === source || one.person === source.person) return one;
		if (!goesOn && isBetter(one, source)) return one;
		return { ...one, mention: source, person: source.person, personChance: 1, rivals: 0, link: 'lead-in' };
	});
}

/**
 * What the models chose stays where it is in the quotation's own paragraph, or spoke before and the subject
 * did not.
 */
const isBetter = ({ mention, place }: Attribution, source: Mention): boolean =>
	mention?.paragraph === place.paragraph ||
	(mention !== null && mention.cue !== null && mention.paragraph < place.paragraph && source.cue === null);

/** Whether a quotation opens its paragraph, which has no verb of speech outside. */
function isBare({ parsedParagraphs }: ParsedArticle, { place, outright }: Attribution): boolean {
	const mentions = parsedParagraphs[place.paragraph]?.mentions ?? [];
	return place.first === 0 && place.own === 0 && !outright && mentions.every(({ cue }) => cue === null);
}

const isOpen = ({ parsedParagraphs }: ParsedArticle, paragraph: number): boolean =>
	parsedParagraphs[paragraph]?.paragraph.spans.at(-1)?.closed === false;

/** The one person who is a subject in the last sentence of the paragraph before, where that has no quotation. */
function leadIn({ parsedParagraphs, words }: ParsedArticle, paragraph: number): Mention | null {
	const before = parsedParagraphs[paragraphBefore(parsedParagraphs, paragraph)];
	if (!before || before.paragraph.spans.length > 0) return null;
	const last = before.paragraph.sentence.at(-1);
	const subjects = before.mentions.filter(
		({ sentence, kind, syntacticRole, person, cue, side, name, first }) =>
			sentence === last &&
			!words.within?.has(before.paragraph.tokens[(name?.titleFirst ?? first) - 1]?.lower ?? '') &&
			kind === 'name' &&
			(syntacticRole === 'subject' || (cue !== null && side !== 'object')) &&
			person !== null &&
			isSomebody(person),
	);
	const [only, other] = subjects;
	return only && !other ? only : null;
}
