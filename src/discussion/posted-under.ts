import type { Quote } from '../article.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { Words } from '../language/words.ts';

/** Words of a name before a colon or a verb. */
const longestName = 6;

/** Words in marks in a line of a message, and what the line has before them. */
export interface PostedSpan {
	readonly line: string;
	/** UTF-16 offsets into the line: of the first mark, and of the end of the words in marks before these, or 0. */
	readonly start: number;
	readonly after: number;
	/** What the pack's reading of attributions makes of them. */
	readonly quote: Quote | undefined;
}

/**
 * The name under which a message puts words in marks, or null where it names nobody. What leads up to the words counts
 * first (“Quillon said”, “Quillon:”), since a reading made for articles gives two quotations of a sentence to one
 * speaker. A name in another sentence, a description (“the mayor”) and a denial (“Quillon never said”) give none: a
 * message is not said to have put words in somebody's mouth where it did not.
 */
export function postedUnder({ line, start, after, quote }: PostedSpan, words: Words): string | null {
	const lead = line.slice(after, start);
	const led = leadOf(lead, words);
	if (led !== undefined) return led;
	const { mention } = quote ?? {};
	if (mention && mention.end <= start && /[.!?…]["”»]?\s/u.test(line.slice(mention.end, start))) return null;
	return nameIn(quote, line, words);
}

/**
 * Who leads up to words in marks or to a block quotation (“Quillon said:”, “Quillon:”): null where that is nobody by
 * name or a denial, undefined where nothing leads to them.
 */
export function leadOf(lead: string, words: Words): string | null | undefined {
	const tokens = tokenize(lead, words);
	const last = tokens.findLastIndex(
		({ kind, lower }) => kind !== 'mark' && !words.complementizers?.has(lower),
	);
	const behind = tokens.slice(last + 1).map(({ text }) => text);
	const end = tokens[last];
	if (end === undefined) return undefined;
	if (words.cueVerbs.has(end.lower)) {
		const sentence = tokens.findLastIndex(({ text }, at) => at < last && /^[.!?…;]$/u.test(text));
		const own = tokens.slice(sentence + 1, last);
		if (own.some(({ lower }) => words.negations.has(lower) || lower.endsWith('n’t') || lower.endsWith("n't")))
			return null;
		return nameBefore(own, lead, words) ?? undefined;
	}
	if (behind.at(-1) !== ':') return undefined;
	const sentence = tokens.findLastIndex(({ text }, at) => at < last && /^[.!?…;:]$/u.test(text));
	const own = tokens.slice(sentence + 1, last + 1);
	if (isLabel(own, words)) return null;
	// “Venn told Quillon:” names the one who was told.
	return own.some(({ lower }) => words.cueVerbs.has(lower)) ? undefined : nameBefore(own, lead, words);
}

/** “FACT CHECK:”, “🚨 Breaking:”. */
const isLabel = (tokens: readonly Token[], { pageLabels, postLabels }: Words): boolean =>
	tokens
		.filter(({ text }) => /\p{L}/u.test(text))
		.every(({ lower }) => pageLabels?.has(lower) || postLabels?.has(lower));

/**
 * The name that the tokens end with: null where they end with none, undefined where it only goes with whoever is named
 * before it (“Venn of Port Ellery”, “Venn on Quillon”).
 */
function nameBefore(tokens: readonly Token[], text: string, words: Words): string | null | undefined {
	let first = tokens.length;
	while (first > 0 && tokens.length - first < longestName) {
		const before = tokens[first - 1];
		if (before === undefined || !isOfName(before, words)) break;
		first--;
	}
	while (first < tokens.length && !isCapital(tokens[first])) first++;
	const from = tokens[first];
	const last = tokens.at(-1);
	if (from === undefined || last === undefined || !isCapital(last)) return null;
	const before = tokens[first - 1]?.lower ?? '';
	// “The Mayor” and “our Mayor” are whoever holds the office.
	if (words.determiners?.has(before)) return null;
	return words.beforeOthers?.has(before) ? undefined : text.slice(from.start, last.end);
}

const isCapital = (token: Token | undefined): boolean => token?.kind === 'word' && token.capital;

const isOfName = (token: Token, { functionWords, particles }: Words): boolean =>
	(isCapital(token) && !functionWords.has(token.lower)) || particles.has(token.lower) || token.text === '&';

/** The name, or the words for the speaker as they stand in the message where these begin with a capital of a name. */
function nameIn(quote: Quote | undefined, line: string, words: Words): string | null {
	if (quote === undefined) return null;
	if (quote.speaker !== null) return quote.speaker;
	const { mention } = quote;
	const named = quote.role ?? (mention ? line.slice(mention.start, mention.end) : '');
	const [first] = tokenize(named, words);
	const isName = isCapital(first) && first !== undefined && !words.functionWords.has(first.lower);
	return isName && named.length > 3 ? named : null;
}
