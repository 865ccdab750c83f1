import { type Span, type Style, scanMarks } from './marks.ts';
import { sentencesOf } from './sentence-ends.ts';
import { type Token, tokenize } from './tokens.ts';
import type { Words } from './words.ts';

/** One paragraph as the finders of names and speakers use it. */
export interface Paragraph {
	index: number;
	text: string;
	/** Of its language. */
	words: Words;
	tokens: Token[];
	spans: Span[];
	/** For each token the span that it is in, or -1. The marks count as inside. */
	inside: Int32Array;
	/** For each token the number of its sentence. */
	sentence: Int32Array;
	/** It is written as a headline, where capitals do not show names. */
	inTitle: boolean;
	/** For each span its first token and the one after its last. */
	bounds: { first: number; after: number }[];
}

/** The paragraphs of an article, split into tokens, sentences and marked spans. Linear. */
export function readParagraphs(texts: readonly string[], words: Words): Paragraph[] {
	const style = outerStyle(texts, words);
	return texts.map((text, index) => readParagraph(text, index, style, words));
}

/**
 * Which marks the article mostly puts around quotations: in American articles single ones are inside double
 * ones and in headlines, in British ones the other way round.
 */
function outerStyle(texts: readonly string[], { clipped }: Words): Style {
	for (const text of texts) {
		const singles = scanMarks(text, 'single', clipped).filter((span) => span.closed);
		let outer = 0;
		for (const span of scanMarks(text, 'double', clipped)) {
			if (!span.closed) continue;
			while (outer < singles.length && (singles[outer]?.end ?? 0) < span.end) outer++;
			// British articles put double marks right inside single ones: ‘He said “no” to me.’
			if ((singles[outer]?.start ?? span.start) >= span.start) return 'double';
		}
	}
	return 'single';
}

/** A quotation whose closing mark was forgotten ends where its attribution begins: “It leaks, Orrin said. */
function mend(span: Span, text: string, { attribution }: Words): Span {
	const at = attribution ? text.slice(span.start, span.end).search(attribution) : -1;
	return at < 0 ? span : { ...span, end: span.start + at + 1, closed: true };
}

/**
 * The spans of a paragraph: in the marks of the article, or, where it has none of these, in the other ones. Single
 * marks then count only around what ends as speech does, and not in a headline.
 */
function spansOf(text: string, style: Style, { clipped }: Words, inTitle: boolean): Span[] {
	const spans = scanMarks(text, style, clipped);
	if (spans.length > 0) return spans;
	if (style === 'single') return scanMarks(text, 'double', clipped);
	if (inTitle) return spans;
	return scanMarks(text, 'single', clipped).filter(
		({ start, end, open, close, closed }) =>
			closed && (/[,.?!…]$/u.test(text.slice(start + open, end - close)) || text[end] === ','),
	);
}

function readParagraph(text: string, index: number, style: Style, words: Words): Paragraph {
	const tokens = tokenize(text, words);
	const inTitle = words.isTitleCase(tokens);
	const scanned = spansOf(text, style, words, inTitle);
	const spans = scanned.map((span) => (span.closed ? span : mend(span, text, words)));
	const inside = new Int32Array(tokens.length).fill(-1);
	const bounds: Paragraph['bounds'] = [];
	let at = 0;
	for (const [number, span] of spans.entries()) {
		while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at++;
		const first = at;
		while (at < tokens.length && (tokens[at]?.start ?? 0) < span.end) inside[at++] = number;
		bounds.push({ first, after: at });
	}
	const sentence = new Int32Array(tokens.length);
	let token = 0;
	for (const [number, range] of sentencesOf(tokens, text, words).entries()) {
		while (token < tokens.length && (tokens[token]?.start ?? 0) < range.end) sentence[token++] = number;
	}
	return { index, text, words, tokens, spans, inside, sentence, inTitle, bounds };
}
