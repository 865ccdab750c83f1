import { attribute } from './attribution/attribute.ts';
import type { Attribution } from './attribution/attribution.ts';
import { confidenceRows } from './attribution/confidence.ts';
import { firstAfter } from './attribution/first-after.ts';
import { paragraphBefore } from './attribution/paragraphs.ts';
import { withLeadIns } from './lead-in.ts';
import type { Mention } from './mentions.ts';
import { sigmoid } from './model/loglinear.ts';
import type { Models, Trained } from './model/models.ts';
import type { SpeakerRules } from './pack.ts';
import { parseArticle } from './parse-article.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { isSomebody } from './person.ts';
import type { Words } from './words.ts';

/** A span with its source and how sure the name is, 0 to 1, before any threshold. */
export interface Judged extends Attribution {
	confidence: number;
	/** The article says that the one found beside the words did not, or did not surely, say them. */
	denied: boolean;
}

/** The confidence where a label, a signature or the words after a dash name the speaker outright. */
export const namedOutright = 0.98;

/** Every marked span of an article with the best guess of its source, in reading order. Linear; never throws. */
export function judge(
	paragraphs: readonly string[],
	words: Words,
	speakers: SpeakerRules,
): { parsedArticle: ParsedArticle; found: Judged[] } {
	const trained = speakers.models();
	const parsedArticle = parseArticle(paragraphs, words, speakers);
	const settled = settle(parsedArticle, trained);
	const rows = confidenceRows(parsedArticle, settled);
	const judgedBy = (one: Attribution, row: Float64Array | null | undefined) => ({
		...one,
		quotation:
			isBareSentence(parsedArticle, one) || isSaidInTitle(parsedArticle, one)
				? Math.max(one.quotation, trained.leastQuotation)
				: one.quotation,
		confidence: isContradicted(one)
			? Math.min(confidenceOf(one, row, trained), contradicted)
			: Math.max(
					confidenceOf(one, row, trained),
					isPlainlySaid(parsedArticle, one) || isAnnounced(parsedArticle, one) || isLedTo(parsedArticle, one)
						? plainlySaid
						: 0,
				),
	});
	const found = settled.map((one, index) => {
		const parsed = parsedArticle.parsedParagraphs[one.place.paragraph];
		const denied = parsed !== undefined && !one.outright && speakers.isDenied(parsed, one.place, one.mention);
		return { ...judgedBy(one, rows[index]), denied, ...(denied && { confidence: 0 }) };
	});
	return { parsedArticle, found };
}

/** Where a pronoun and the gender of the one it should mean contradict each other, as far as that is known. */
const contradicted = 0.5;

/** "She" for somebody with the first name of a man, and with no more pronouns of a woman than of a man. */
function isContradicted({ mention, person }: Attribution): boolean {
	const { gender } = mention ?? { gender: null };
	if (!gender || !person?.gender || person.gender === gender) return false;
	return person.pronouns[gender] <= person.pronouns[person.gender];
}

/** Of a person right next to the marks with "said": in a short article there is little else that would show it. */
const plainlySaid = 0.8;

/** “…,” Venn said; “…,” said Venn; “…,” her statement said, where the article has one person whom "her" may mean. */
function isPlainlySaid(
	{ words, parsedParagraphs }: ParsedArticle,
	{ place, mention, person, rivals }: Attribution,
): boolean {
	if (!mention || mention.paragraph !== place.paragraph) return false;
	const opens = mention.cueAt < 0 ? mention.first : Math.min(mention.first, mention.cueAt);
	if (mention.kind === 'nominal' && person) return rivals === 1 && opens === place.reach;
	const isPlain =
		(mention.side === 'after' || mention.side === 'before') && words.plainCues.has(mention.cue ?? '');
	if (!isPlain || opens < place.reach || opens - place.reach > PHRASE) return false;
	// "the navy's officer Ada Venn said", "a Guard spokeswoman said": the phrase begins before the name.
	const lead = parsedParagraphs[mention.paragraph]?.classes.slice(place.reach, opens) ?? [];
	if (!lead.every((kind) => 'DxHNO0A'.includes(kind))) return false;
	return person ? mention.kind === 'name' && isSomebody(person) : mention.kind === 'nominal';
}

/** Tokens of the phrase that leads up to a name. */
const PHRASE = 6;

/**
 * "Venn told her: “…”", "her father shouted: “…”", "the letter to Venn, the mayor, said: “…”": the last verb before a
 * colon and the marks.
 */
function isAnnounced(parsedArticle: ParsedArticle, { place, mention, person }: Attribution): boolean {
	if (mention?.side !== 'after' && mention?.side !== 'apposition') return false;
	if (mention.kind === 'pronoun' || !leadsByColon(parsedArticle, mention, place)) return false;
	return person ? isSomebody(person) : mention.kind === 'nominal';
}

/** Whether the verb of a mention is the last before a colon that leads to the marks. */
const leadsByColon = (
	{ parsedParagraphs }: ParsedArticle,
	{ paragraph, cueAt }: Mention,
	place: Attribution['place'],
): boolean =>
	paragraph === place.paragraph &&
	cueAt === place.leadAt &&
	parsedParagraphs[paragraph]?.classes[place.first - 1] === ':';

/** "Venn warned of the winter. ¶ “We cannot wait.”": a paragraph of its own behind one with a verb of speech that names nobody else. */
function isLedTo(parsedArticle: ParsedArticle, one: Attribution): boolean {
	const { mention, person, place } = one;
	const { parsedParagraphs } = parsedArticle;
	if (!mention || !person || !isSomebody(person) || mention.kind !== 'name' || mention.side !== 'after')
		return false;
	const isNext = mention.paragraph === paragraphBefore(parsedParagraphs, place.paragraph);
	const before = parsedParagraphs[mention.paragraph];
	if (!isNext || !before || before.paragraph.spans.length > 0 || !isBareSentence(parsedArticle, one))
		return false;
	return before.mentions.every((other) => other.person === null || other.person === person);
}

/** A paragraph of nothing but marks around a whole sentence: titles and terms do not stand so. */
function isBareSentence({ parsedParagraphs }: ParsedArticle, { place }: Attribution): boolean {
	const tokens = parsedParagraphs[place.paragraph]?.paragraph.tokens ?? [];
	const isWhole = place.first === 0 && place.after >= tokens.length;
	return isWhole && place.capital && '.?!'.includes(place.point) && tokens.length > FEWEST;
}

/** "Venn Calls Bridge “a Disgrace”": in a headline there is little but the verb that would show a quotation. */
function isSaidInTitle(
	{ parsedParagraphs }: ParsedArticle,
	{ place, mention, person }: Attribution,
): boolean {
	if (!parsedParagraphs[place.paragraph]?.paragraph.inTitle || !mention || !person) return false;
	return (
		isSomebody(person) && mention.side === 'after' && mention.cueAt === place.leadAt && place.behind === '$'
	);
}

/** Tokens of a sentence in marks, the marks among them. */
const FEWEST = 6;

/** How far the name, or the phrase for somebody without one, can be trusted, 0 to 1; 0 where there is neither. */
function confidenceOf(
	{ outright, person }: Attribution,
	row: Float64Array | null | undefined,
	{ confidence, description }: Pick<Trained, 'confidence' | 'description'>,
): number {
	if (outright) return namedOutright;
	return row ? sigmoid((person ? confidence : description).score(row)) : 0;
}

/** The source of every marked span: what the models choose, and the rules for what they do not see. */
export function settle(parsedArticle: ParsedArticle, models: Models): Attribution[] {
	const { described } = parsedArticle;
	return withLeadIns(parsedArticle, goingOn(parsedArticle, attribute(parsedArticle, models))).map(
		(chosen) => {
			const one = withHead(parsedArticle, chosen);
			if (isSpokenTo(parsedArticle, one)) return { ...one, person: null, mention: null };
			if (one.outright || one.person !== null || !one.mention) return one;
			const meant = described(one.mention);
			return meant ? { ...one, person: meant, link: 'described' } : one;
		},
	);
}
/** A paragraph that ends inside a quotation is one where the next begins with the rest of it. */
function goingOn({ parsedParagraphs }: ParsedArticle, found: readonly Attribution[]): Attribution[] {
	const all = [...found];
	for (let at = all.length - 2; at >= 0; at--) {
		const [one, next] = [all[at], all[at + 1]];
		if (!one || !next || next.place.paragraph !== one.place.paragraph + 1 || next.place.first > 0) continue;
		const isOpen = parsedParagraphs[one.place.paragraph]?.paragraph.spans[one.place.span]?.closed === false;
		if (isOpen && next.quotation > one.quotation) all[at] = { ...one, quotation: next.quotation };
	}
	return all;
}

/** Tokens between a noun and the name that goes with it: "a spokesman for the league". */
const REACH = 3;

/**
 * A name or noun that only goes with a source ("a spokesman for the league said") gives way to that source, which has
 * the verb of speech.
 */
function withHead(parsedArticle: ParsedArticle, one: Attribution): Attribution {
	const { parsedParagraphs, words } = parsedArticle;
	const { mention, place } = one;
	const parsed = mention && parsedParagraphs[mention.paragraph];
	if (!mention || !parsed || mention.cue !== null || one.outright) return one;
	// Only the mentions right before are looked at: a paragraph may have any number.
	const until = firstAfter(parsed.mentions, mention.first);
	const head = parsed.mentions
		.slice(Math.max(0, until - REACH - 1), until)
		.findLast(
			({ kind, cue, after }) =>
				kind === 'nominal' && cue !== null && after < mention.first && mention.first - after <= REACH,
		);
	if (!head) return one;
	// "The society's letter to Venn, the mayor, said: “…”": the verb that leads to the marks is the letter's.
	const isLed = leadsByColon(parsedArticle, head, place);
	if (!isLed && !words.speaksFor?.has(parsed.paragraph.tokens[head.after]?.lower ?? '')) return one;
	return {
		...one,
		mention: head,
		person: head.person,
		sourceChance: Math.max(one.sourceChance, one.quotation),
		link: 'head',
	};
}

/** "Venn was asked: “…”", "The “heroes” of Venn were not asked": the one who is asked or told is not the speaker. */
function isSpokenTo({ parsedParagraphs, words }: ParsedArticle, { mention, place }: Attribution): boolean {
	if (mention?.side !== 'after' || mention.paragraph !== place.paragraph) return false;
	const tokens = parsedParagraphs[mention.paragraph]?.paragraph.tokens ?? [];
	// "Venn was telling reporters" is no passive.
	if (words.isParticiple(tokens[mention.cueAt]?.lower ?? '')) return false;
	// "was also described as": an adverb may stand between.
	const isPassive = [1, 2].some((step) => words.passives?.has(tokens[mention.cueAt - step]?.lower ?? ''));
	return isPassive && words.addressing?.has(mention.cue ?? '') === true;
}
