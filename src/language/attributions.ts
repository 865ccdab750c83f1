import { attribute } from './attribution/attribute.ts';
import type { Attribution } from './attribution/attribution.ts';
import { confidenceFeatures } from './attribution/confidence.ts';
import { firstAfter } from './attribution/first-after.ts';
import { withLeadIns } from './lead-in.ts';
import { sigmoid } from './model/loglinear.ts';
import type { Models, Trained } from './model/models.ts';
import type { SpeakerRules } from './pack.ts';
import { parseArticle } from './parse-article.ts';
import type { ParsedArticle } from './parsed-article.ts';
import type { Words } from './words.ts';

/** A span with its source and how sure the name is, 0 to 1, before any threshold. */
export interface Judged extends Attribution {
	confidence: number;
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
	const found = settle(parsedArticle, trained, speakers).map((one) => ({
		...one,
		confidence: confidenceOf(one, trained),
	}));
	return { parsedArticle, found };
}

/** How far the name, or the phrase for somebody without one, can be trusted, 0 to 1; 0 where there is neither. */
function confidenceOf(one: Attribution, { confidence }: Pick<Trained, 'confidence'>): number {
	if (one.outright) return namedOutright;
	if (!one.mention || (!one.person && one.mention.kind !== 'nominal')) return 0;
	return sigmoid(confidence.score((emit) => confidenceFeatures(one, emit)));
}

/** The source of every marked span: what the models choose, and the rules for what they do not see. */
export function settle(
	parsedArticle: ParsedArticle,
	models: Models,
	speakers: Pick<SpeakerRules, 'createDescribed'>,
): Attribution[] {
	const described = speakers.createDescribed(parsedArticle);
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
function withHead({ parsedParagraphs, words }: ParsedArticle, one: Attribution): Attribution {
	const { mention } = one;
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
	const { tokens } = parsed.paragraph;
	if (!head || !words.speaksFor?.has(tokens[head.after]?.lower ?? '')) return one;
	return {
		...one,
		mention: head,
		person: head.person,
		sourceChance: Math.max(one.sourceChance, one.quotation),
		link: 'head',
	};
}

/** "Venn was asked: “…”": the one who is asked or told is not the speaker. */
function isSpokenTo({ parsedParagraphs, words }: ParsedArticle, { mention, place }: Attribution): boolean {
	if (mention?.side !== 'after' || mention.paragraph !== place.paragraph) return false;
	const tokens = parsedParagraphs[mention.paragraph]?.paragraph.tokens ?? [];
	// "was also described as": an adverb may stand between.
	const isPassive = [1, 2].some((step) => words.passives?.has(tokens[mention.cueAt - step]?.lower ?? ''));
	return isPassive && words.addressing?.has(mention.cue ?? '') === true && mention.cueAt < place.first;
}
