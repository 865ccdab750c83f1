import type { Gender } from '../names.ts';
import type { Paragraph } from '../page.ts';
import type { CuedRules } from './rules.ts';
import type { Source } from './sources.ts';

/** Words between a verb and its subject. */
export const between = 6;

export const isCue = ({ tokens, words }: Paragraph, at: number): boolean =>
	words.cueVerbs.has(tokens[at]?.lower ?? '');

/** A verb of speech within a few words, past nothing but words. */
export function cueWithin(paragraph: Paragraph, from: number, to: number, most: number): number | null {
	for (let at = from; at < to && at - from < most; at++) {
		if (isCue(paragraph, at)) return at;
		if (paragraph.tokens[at]?.kind === 'mark') return null;
	}
	return null;
}

/** A verb of speech behind its subject, past what may be between. */
export function cueAfter(paragraph: Paragraph, from: number, to: number, rules: CuedRules): number | null {
	for (let at = from; at < to && at - from < between; at++) {
		if (isCue(paragraph, at)) return at;
		const { lower = '' } = paragraph.tokens[at] ?? {};
		if (!rules.auxiliaries.has(lower) && !rules.fillers.has(lower)) return null;
	}
	return null;
}

export function onlyFillers({ tokens }: Paragraph, from: number, to: number, rules: CuedRules): boolean {
	if (to - from > between) return false;
	for (let at = from; at < to; at++) {
		const { lower = '' } = tokens[at] ?? {};
		if (!rules.auxiliaries.has(lower) && !rules.fillers.has(lower)) return false;
	}
	return true;
}

/** The subject that a verb has behind a hyphen. */
export const turnedSource = (at: number, gender: Gender): Source => ({
	kind: 'pronoun',
	first: at,
	after: at + 1,
	name: null,
	gender,
	office: null,
	oblique: false,
});

/** The subject that a verb alone implies, or the body behind it: "…, explica el ayuntamiento". */
export function dropped({ tokens }: Paragraph, cue: number, rules: CuedRules): Source {
	const noun = tokens[cue + 2];
	// Any other noun ("el regidor") may be a word for the one who spoke before.
	const isBody = noun?.kind === 'word' && (rules.bodies.has(noun.lower) || /^\p{Lu}{2,}$/u.test(noun.text));
	const isNoun = isBody && rules.articles.has(tokens[cue + 1]?.lower ?? '');
	return {
		kind: isNoun ? 'description' : 'pronoun',
		first: isNoun ? cue + 1 : cue,
		after: isNoun ? cue + 3 : cue + 1,
		name: null,
		gender: isNoun ? null : rules.genderOfVerb(tokens[cue]?.lower ?? ''),
		office: null,
		oblique: false,
	};
}
