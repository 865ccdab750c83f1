import { attribute } from './attribution/attribute.ts';
import type { Attribution } from './attribution/attribution.ts';
import { confidenceFeatures } from './attribution/confidence.ts';
import { withLeadIns } from './lead-in.ts';
import { sigmoid } from './model/loglinear.ts';
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
	const described = speakers.createDescribed(parsedArticle);
	const found = withLeadIns(parsedArticle, goingOn(parsedArticle, attribute(parsedArticle, trained))).map(
		(chosen): Judged => {
			const one = withHead(parsedArticle, chosen);
			if (isSpokenTo(parsedArticle, one)) return { ...one, person: null, mention: null, confidence: 0 };
			if (one.outright) return { ...one, confidence: namedOutright };
			const meant = one.person === null && one.mention ? described(one.mention) : null;
			// Whether a phrase is the source does not depend on who it means.
			if (one.person === null && one.mention?.kind === 'pronoun')
				return { ...one, person: meant, confidence: meant ? one.sourceChance : 0 };
			const isShown = one.person !== null || one.mention?.kind === 'nominal';
			const sure = isShown ? sigmoid(trained.confidence.score((emit) => confidenceFeatures(one, emit))) : 0;
			return { ...one, person: one.person ?? meant, confidence: sure };
		},
	);
	return { parsedArticle, found };
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
	const head = parsed.mentions.findLast(
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
	};
}

/** "Venn was asked: “…”": the one who is asked or told is not the speaker. */
function isSpokenTo({ parsedParagraphs, words }: ParsedArticle, { mention, place }: Attribution): boolean {
	if (mention?.side !== 'after' || mention.paragraph !== place.paragraph) return false;
	const tokens = parsedParagraphs[mention.paragraph]?.paragraph.tokens ?? [];
	const isPassive = words.passives?.has(tokens[mention.cueAt - 1]?.lower ?? '') === true;
	return isPassive && words.addressing?.has(mention.cue ?? '') === true && mention.cueAt < place.first;
}
