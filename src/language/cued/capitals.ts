import type { Paragraph } from '../page.ts';
import type { Token } from '../tokens.ts';
import type { CuedRules } from './rules.ts';

/** Longer runs of capitals are headlines and lists. */
const LONGEST = 6;

/** What the whole article shows of its words. */
export interface Seen {
	/** Words that stand somewhere in lower case: with a capital at a sentence's start they are no names. */
	readonly lower: ReadonlySet<string>;
}

export function seenIn(page: readonly Paragraph[]): Seen {
	const lower = new Set<string>();
	for (const { tokens } of page)
		for (const token of tokens) if (token.kind === 'word' && !token.capital) lower.add(token.lower);
	return { lower };
}

/** Whether a word with a capital may be one of a name's. */
export function isCapital(paragraph: Paragraph, at: number, rules: CuedRules, seen: Seen): boolean {
	const token = paragraph.tokens[at];
	if (token?.kind !== 'word' || !token.capital) return false;
	// "Sozial- und …" is a part of a word.
	const next = paragraph.tokens[at + 1];
	if (next?.text === '-' && next.start === token.end) return false;
	const bare = rules.withoutElision(token.lower);
	if (rules.notNames.has(token.lower) || paragraph.words.functionWords.has(token.lower)) return false;
	if (bare !== token.lower && paragraph.words.functionWords.has(bare)) return false;
	if (paragraph.words.cueVerbs.has(token.lower) && startsSentence(paragraph, at)) return false;
	if (rules.nounsHaveCapitals) return true;
	// "L'entraîneur" has a capital that is the article's.
	if (bare !== token.lower && !/\p{Lu}/u.test(token.text.slice(-bare.length)[0] ?? '')) return false;
	if (rules.officeOf(bare) !== null || rules.honorifics.has(withoutStop(token.lower))) return true;
	return !(startsSentence(paragraph, at) && seen.lower.has(token.lower));
}

/** Whether a word is the first of its sentence, or of what a colon or a mark opens. */
export function startsSentence({ tokens, sentence }: Paragraph, at: number): boolean {
	let before = at - 1;
	while (before >= 0 && tokens[before]?.kind === 'mark' && sentence[before] === sentence[at]) before--;
	const earlier = tokens[at - 1]?.text;
	return (
		before < 0 || sentence[before] !== sentence[at] || earlier === ':' || earlier === '«' || earlier === '“'
	);
}

/** Where a run of capitals ends; particles count where a capital is behind them. */
export function endOfRun(paragraph: Paragraph, first: number, rules: CuedRules, seen: Seen): number {
	const { tokens, inside } = paragraph;
	let after = first + 1;
	while (after < tokens.length && after - first < LONGEST) {
		if (inside[after] !== inside[first]) break;
		if (isCapital(paragraph, after, rules, seen)) {
			after++;
			continue;
		}
		// "Carsten Brandt von der Hafenbank" is a name and where he is from.
		const isWhole = after - first > 1 && !rules.firstNames.has(tokens[after - 1]?.lower ?? '');
		if (rules.nounsHaveCapitals && isWhole) break;
		let next = after;
		while (next - after < 3 && isParticle(tokens, next, after, rules)) next++;
		if (next === after || !isCapital(paragraph, next, rules, seen)) break;
		after = next + 1;
	}
	return after;
}

/** "von", and "der" behind it. */
function isParticle(tokens: readonly Token[], at: number, from: number, rules: CuedRules): boolean {
	const { lower = '' } = tokens[at] ?? {};
	return rules.particles.has(lower) || (at > from && rules.articles.has(lower));
}

/** A word without the stop that shortens it: "dr.". */
export const withoutStop = (lower: string): string => (lower.endsWith('.') ? lower.slice(0, -1) : lower);
