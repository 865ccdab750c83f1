import type { Token } from './tokens.ts';
import type { Words } from './words.ts';

export interface Sentence {
	start: number;
	end: number;
}

const closing = new Set(['"', '”', '’', "'", ')', ']', '»', '“', '›']);
const terminators = new Set(['.', '!', '?', '…']);
const opening = new Set(['"', '“', '‘', "'", '(', '[', '«', '„', '‚', '‹', '—', '–', '¿', '¡']);

/**
 * The sentences of a paragraph as half-open UTF-16 ranges without the space between them, in order.
 * Knows abbreviations, initials, decimal numbers, marks that close after the stop, and an attribution that
 * follows a quoted question ("…?" Hill asked.). Linear in the paragraph's length; an empty one has none.
 */
export function sentencesOf(tokens: readonly Token[], paragraph: string, words: Words): Sentence[] {
	const found: Sentence[] = [];
	let first = 0;
	for (let at = 0; at < tokens.length; at++) {
		const last = endsAt(tokens, at, paragraph, words);
		if (last < 0) continue;
		found.push({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 });
		at = last;
		first = last + 1;
	}
	const end = tokens.at(-1)?.end ?? 0;
	if (first < tokens.length) found.push({ start: tokens[first]?.start ?? 0, end });
	return found;
}

/** The last token of the sentence whose terminator is at `at`, or -1 where no sentence ends. */
function endsAt(tokens: readonly Token[], at: number, paragraph: string, words: Words): number {
	const token = tokens[at];
	if (!token) return -1;
	if (isShortened(tokens, at, words)) return -1;
	const abbreviation = token.kind === 'word' && token.text.endsWith('.');
	if (!abbreviation && !(token.kind === 'mark' && terminators.has(token.text))) return -1;
	let last = at;
	let closed = false;
	while (last + 1 < tokens.length) {
		const next = tokens[last + 1];
		const current = tokens[last];
		if (!next || !current || next.start !== current.end || next.kind !== 'mark') break;
		if (terminators.has(next.text)) last++;
		else if (closing.has(next.text)) {
			closed = true;
			last++;
		} else break;
	}
	const next = tokens[last + 1];
	const end = tokens[last]?.end ?? 0;
	if (!next) return last;
	if (next.start === end) return -1;
	if (abbreviation && !abbreviationEnds(token, next, closed, words)) return -1;
	if (paragraph.slice(end, next.start).includes('\n')) return last;
	if (closed && continues(tokens, last + 1, words)) return -1;
	return next.capital || next.kind === 'number' || opening.has(next.text) || !cased(next) ? last : -1;
}

/** Whether the stop at `at` belongs to an abbreviation that is never last ("vs."), or not before a number ("No. 5"). */
function isShortened(tokens: readonly Token[], at: number, words: Words): boolean {
	const stop = tokens[at];
	if (stop?.text !== '.') return false;
	const before = tokens[at - 1];
	const next = tokens[at + 1];
	if (!before || !next || before.end !== stop.start || next.start === stop.end) return false;
	if (words.neverLast.has(before.text)) return true;
	// Behind a number it is a unit: "after 90 min. 12 fans left".
	const isUnit = tokens[at - 2]?.kind === 'number';
	return startsNumber(next) && !isUnit && words.beforeNumbers.has(before.lower);
}

const startsNumber = ({ text }: Token): boolean => /^[~<>≈$€£]?\p{N}|^[~<>≈]$/u.test(text);

const cased = (token: Token): boolean => token.kind === 'mark' || token.text.toUpperCase() !== token.lower;

function abbreviationEnds(token: Token, next: Token, closed: boolean, words: Words): boolean {
	if (closed) return true;
	const bare = token.lower.slice(0, -1);
	if (words.beforeNames.has(bare)) return false;
	return next.capital && words.starters.has(next.lower);
}

/**
 * Whether an attribution follows a closing mark: "…?" Hill asked, or "…!" said the mayor. What has words of its own
 * behind the verb is a sentence of its own: "…." Hill said that the bridge was open.
 */
function continues(tokens: readonly Token[], at: number, words: Words): boolean {
	for (let step = 0; step < 4; step++) {
		const token = tokens[at + step];
		if (!token || token.kind === 'mark') return false;
		if (words.plainCues.has(token.lower)) return step === 0 || !hasClause(tokens, at + step, words);
		if (!token.capital) return false;
	}
	return false;
}

/** Whether a verb of speech has behind it what was said, and not only when, where or to whom it was. */
function hasClause(tokens: readonly Token[], verb: number, words: Words): boolean {
	const next = tokens[verb + 1];
	if (!next) return false;
	if (next.text === ':' || (next.kind === 'mark' && opening.has(next.text) && !dashes.has(next.text)))
		return true;
	const base = words.cueVerbs.get(tokens[verb]?.lower ?? '') ?? '';
	return words.addressing?.has(base) !== true && words.opensClause?.has(next.lower) === true;
}

const dashes = new Set(['—', '–']);
