import type { Edit } from '../language/compare/edits.ts';
import { isNegation, isNumber, type Meaning, type Weighed, weighEdit } from '../language/compare/meaning.ts';
import type { Piece } from '../language/compare/piece.ts';
import { type ComparedWord, comparedWords } from '../language/compare/words.ts';
import { sentences } from '../language/sentences.ts';
import type { CheckedEdit, CheckedPiece, ShownPart, TextRange } from './checked.ts';
import type { HeldArticle } from './held.ts';
import { placeOf } from './places.ts';

/** Longer text between two pieces is not given, only that it is there. */
const mostBetween = 600;
const order: readonly Weighed[] = ['negation', 'number', 'words'];

/** A posted text with its words. */
export interface Posted {
	readonly text: string;
	readonly words: readonly ComparedWord[];
	readonly folded: readonly string[];
}

/** What is shown of a piece: its place, the sentences that it is out of, and each difference. */
export function showPiece(held: HeldArticle, piece: Piece, posted: Posted): CheckedPiece {
	const { unit, ...place } = placeOf(held, piece.original);
	const { source, meaning } = held;
	const words = source.words.slice(piece.original.from, piece.original.after);
	const here = words.filter((word) => word.unit === unit && word.folded !== '');
	const text = held.units[unit]?.text ?? '';
	const around = sentenceAround(text, here, held.language);
	const changed = piece.edits.flatMap(({ original }) =>
		rangesOf(source.words.slice(original.from, original.after).filter((word) => word.unit === unit)),
	);
	const first = posted.words[piece.posted.from];
	const start = piece.posted.from === 0 ? 0 : (first?.start ?? 0);
	const next = posted.words[piece.posted.after];
	const edits = piece.edits.map((edit) => checkedEdit(edit, posted, held));
	return {
		place,
		sentence: partsOf(
			held,
			unit,
			around,
			changed.toSorted((a, b) => a.start - b.start),
		),
		edits: order.flatMap((weighs) => edits.filter((edit) => edit.weighs === weighs)),
		cut: cutOff(text, quotedAround(held, unit, here) ?? around, here, meaning),
		between: null,
		posted: {
			text: posted.text.slice(start, next?.start ?? posted.text.length).trimEnd(),
			changed: piece.edits
				.flatMap((edit) => rangesOf(posted.words.slice(edit.posted.from, edit.posted.after)))
				.map((range) => ({ start: range.start - start, end: range.end - start })),
		},
	};
}

function checkedEdit(edit: Edit, posted: Posted, { source, units, meaning }: HeldArticle): CheckedEdit {
	const theirs = source.words.slice(edit.original.from, edit.original.after);
	return {
		kind: edit.kind,
		weighs: weighEdit(edit, posted.folded, source.folded, meaning),
		posted: textOf(posted.text, posted.words.slice(edit.posted.from, edit.posted.after)),
		original: theirs.length === 0 ? '' : textOf(units[theirs[0]?.unit ?? 0]?.text ?? '', theirs),
	};
}

/** The text from the first of some neighbouring words to the last. */
function textOf(text: string, words: readonly TextRange[]): string {
	return text.slice(words[0]?.start ?? 0, Math.max(words[0]?.start ?? 0, words.at(-1)?.end ?? 0));
}

/** Neighbouring words as one range. */
function rangesOf(words: readonly TextRange[]): TextRange[] {
	const [first, last] = [words[0], words.at(-1)];
	return first && last && last.end > first.start ? [{ start: first.start, end: last.end }] : [];
}

/** The sentences of a text that some words are in. */
function sentenceAround(text: string, words: readonly TextRange[], language: string | null): TextRange {
	const start = words[0]?.start ?? 0;
	const end = words.at(-1)?.end ?? text.length;
	const all = sentences(text, language);
	return {
		start: all.findLast((sentence) => sentence.start <= start)?.start ?? 0,
		end: all.find((sentence) => sentence.end >= end)?.end ?? text.length,
	};
}

/** A range of a unit's text in parts: what stands in quotation marks, without them, and what is around it. */
function partsOf(
	held: HeldArticle,
	unit: number,
	{ start, end }: TextRange,
	changed: readonly TextRange[],
): ShownPart[] {
	const text = held.units[unit]?.text ?? '';
	const part = (kind: ShownPart['kind'], from: number, to: number): ShownPart[] => {
		const slice = text.slice(from, to);
		const lead = slice.length - slice.trimStart().length;
		const trimmed = slice.trim();
		const begin = from + lead;
		if (trimmed === '') return [];
		return [
			{
				kind,
				text: trimmed,
				changed: changed
					.map((range) => ({
						start: Math.max(0, range.start - begin),
						end: Math.min(trimmed.length, range.end - begin),
					}))
					.filter((range) => range.end > range.start),
			},
		];
	};
	const parts: ShownPart[] = [];
	let at = start;
	for (const span of spansOf(held, unit)) {
		if (span.end <= at || span.start >= end) continue;
		if (span.start > at) parts.push(...part('around', at, span.start));
		parts.push(...part('said', Math.max(at, span.start + span.open), Math.min(end, span.end - span.close)));
		at = Math.min(end, span.end);
	}
	if (at < end) parts.push(...part('around', at, end));
	return parts;
}

/** What was said in a unit: its quotations, else what stands in marks. */
function spansOf(held: HeldArticle, unit: number): (TextRange & { open: number; close: number })[] {
	const { quotes = [], where, text = '' } = held.units[unit] ?? {};
	if (where !== 'paragraph') return [];
	const marked = held.marksOf(unit);
	const isMark = (at: number) => /["“”„‟«»‹›‘’「」『』'＂]/u.test(text[at] ?? '');
	const spans = quotes.length > 0 ? quotes : marked;
	return spans.map(({ start, end }) => ({
		start,
		end,
		open: isMark(start) ? 1 : 0,
		close: isMark(end - 1) ? 1 : 0,
	}));
}

/** The sentences of what was said in one pair of marks that some words are in; null where they are in none. */
function quotedAround(held: HeldArticle, unit: number, words: readonly TextRange[]): TextRange | null {
	const [first, last] = [words[0], words.at(-1)];
	if (!first || !last) return null;
	const span = spansOf(held, unit).find(({ start, end }) => start <= first.start && last.end <= end);
	if (!span) return null;
	const from = span.start + span.open;
	const text = (held.units[unit]?.text ?? '').slice(from, span.end - span.close);
	const within = words.map(({ start, end }) => ({ start: start - from, end: end - from }));
	const { start, end } = sentenceAround(text, within, held.language);
	return { start: start + from, end: end + from };
}

/** What the sentence has before the first and behind the last word, and whether that matters. */
function cutOff(
	text: string,
	around: TextRange,
	words: readonly TextRange[],
	meaning: Meaning,
): CheckedPiece['cut'] {
	const part = (start: number, end: number) => {
		const slice = text.slice(start, end).trim();
		return comparedWords(slice).length === 0 ? '' : slice;
	};
	const before = part(around.start, words[0]?.start ?? around.start);
	const after = part(words.at(-1)?.end ?? around.end, around.end);
	return { before, after, weighs: weighText(`${before} … ${after}`, meaning) };
}

/** Whether a text denies something, counts, or neither. */
export function weighText(text: string, meaning: Meaning): Weighed {
	const folded = comparedWords(text).map((word) => word.folded);
	if (folded.some((word) => isNegation(word, meaning))) return 'negation';
	return folded.some((word) => isNumber(word, meaning)) ? 'number' : 'words';
}

/** What stands in one text between a piece and the next; null where that is not behind it. */
export function betweenPieces(held: HeldArticle, one: Piece, next: Piece): CheckedPiece['between'] {
	if (one.source !== next.source || next.original.from < one.original.after) return null;
	const words = held.source.words
		.slice(one.original.after, next.original.from)
		.filter(({ folded }) => folded !== '');
	if (words.length === 0) return null;
	const byUnit = Map.groupBy(words, ({ unit }) => unit);
	const text = [...byUnit].map(([unit, inUnit]) => textOf(held.units[unit]?.text ?? '', inUnit)).join(' ');
	const weighs = weighText(text, held.meaning);
	return { text: text.length > mostBetween ? '' : text, weighs };
}
