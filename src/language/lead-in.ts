import type { Attribution } from './attribution/attribution.ts';
import { firstAfter } from './attribution/first-after.ts';
import { paragraphBefore } from './attribution/paragraphs.ts';
import type { Mention, ParsedParagraph } from './mentions.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { isSomebody, type Person } from './person.ts';
import type { Words } from './words.ts';

/**
 * Who speaks in paragraphs of nothing but quotation, without any verb of speech, after one without quotation that ends
 * with a sentence about one person: "Orrin was unmoved. ¶ “No.”" Attributions with another source get that person
 * instead, for as long as the quotation continues. So does whoever is the only subject of the sentence right before a
 * quotation in its own paragraph: "“It is old,” said Orrin. Venn was not convinced. “Then it will sink.”"
 */
export function withLeadIns(parsedArticle: ParsedArticle, found: readonly Attribution[]): Attribution[] {
	let before: { source: Mention; paragraph: number } | null = null;
	let moved: { from: Mention; to: Mention } | null = null;
	return found.map((one) => {
		const { paragraph } = one.place;
		const goesOn: boolean = before?.paragraph === paragraph - 1 && isOpen(parsedArticle, before.paragraph);
		const source: Mention | null = !isBare(parsedArticle, one)
			? null
			: goesOn
				? (before?.source ?? null)
				: leadIn(parsedArticle, paragraph);
		before = source && { source, paragraph };
		const here = leadInHere(parsedArticle, one);
		if (here) moved = one.mention && here.person !== one.person ? { from: one.mention, to: here } : null;
		else if (moved && (source || !staysMoved(parsedArticle, one, moved))) moved = null;
		if (moved) return ledBy(one, moved.to);
		if (!source || one.mention === source || one.person === source.person) return one;
		if (!goesOn && isBetter(one, source)) return one;
		return ledBy(one, source);
	});
}

const ledBy = (one: Attribution, source: Mention): Attribution => ({
	...one,
	mention: source,
	person: source.person,
	personChance: 1,
	rivals: 0,
	link: 'lead-in',
});

/**
 * What goes on from a quotation that is somebody else's goes along with it, up to where the one whom the models chose
 * for both is named again.
 */
function staysMoved(
	{ parsedParagraphs }: ParsedArticle,
	{ place, mention, outright }: Attribution,
	{ from, to }: { from: Mention; to: Mention },
): boolean {
	const isNear = place.paragraph - to.paragraph <= 1;
	if (mention !== from || place.own === 1 || outright || !isNear) return false;
	const above =
		place.paragraph > to.paragraph ? (parsedParagraphs[to.paragraph]?.mentions.slice(-REACH) ?? []) : [];
	return [...above, ...mentionsBefore(parsedParagraphs[place.paragraph], place.first)].every(
		({ paragraph, first, person }) =>
			person === null || person !== from.person || (paragraph === to.paragraph && first < to.first),
	);
}

/** Mentions before a quotation that are looked at: a paragraph may have any number. */
const REACH = 24;

function mentionsBefore(parsed: ParsedParagraph | undefined, first: number): Mention[] {
	const mentions = parsed?.mentions ?? [];
	const until = firstAfter(mentions, first);
	return mentions.slice(Math.max(0, until - REACH), until);
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
	return onlySubject(
		before,
		before.mentions.filter(({ sentence }) => sentence === last),
		words,
	);
}

/**
 * The one person who is the subject of the sentence right before a quotation of whole sentences that has no verb of
 * speech: "“It is old,” said Orrin. Venn was not convinced. “Then it will sink.”" Null where the source that was chosen
 * is nearer.
 */
function leadInHere({ parsedParagraphs, words }: ParsedArticle, one: Attribution): Mention | null {
	const { place, outright, mention } = one;
	const parsed = parsedParagraphs[place.paragraph];
	if (!parsed || !mention || outright || place.first === 0 || place.own === 1) return null;
	const isWhole = place.capital && '.?!'.includes(place.point) && place.before === '.';
	const { sentence, inside } = parsed.paragraph;
	const last = place.first - 1;
	const own = sentence[last] ?? 0;
	if (!isWhole || own === place.startSentence) return null;
	for (let at = last; at >= 0 && sentence[at] === own; at--) if ((inside[at] ?? -1) >= 0) return null;
	const isAbove =
		mention.paragraph < place.paragraph || (mention.paragraph === place.paragraph && mention.sentence < own);
	if (!isAbove) return null;
	const before = mentionsBefore(parsed, place.first).filter((other) => other.sentence === own);
	const subject = onlySubject(parsed, before, words);
	return subject?.person && isKnown(subject.person) ? subject : null;
}

/** A word that opens one sentence ("Forests burn.") is hardly a person's name. */
const isKnown = ({ kind, words, names }: Person): boolean =>
	kind === 'person' || words.length > 1 || names.length > 1;

/** The one person among the mentions of a sentence who is a subject of it. */
function onlySubject({ paragraph }: ParsedParagraph, own: readonly Mention[], words: Words): Mention | null {
	const subjects = own.filter(
		({ kind, syntacticRole, person, cue, side, name, first }) =>
			!words.within?.has(paragraph.tokens[(name?.titleFirst ?? first) - 1]?.lower ?? '') &&
			kind === 'name' &&
			(syntacticRole === 'subject' || (cue !== null && side !== 'object')) &&
			person !== null &&
			isSomebody(person),
	);
	const [only, other] = subjects;
	return only && !other ? only : null;
}
