import type { Sentence } from '../sentence-ends.ts';

/** Characters of a quotation inside a sentence that may have stops of its own. */
const longest = 200;
const closes: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“' };

/**
 * Joins what a stop inside a quotation has parted, where the sentence goes on behind it in lower case: its “Slow down.
 * We are here.” campaign is one sentence. Linear in the text.
 */
export function joinedOverQuotes(sentences: readonly Sentence[], text: string): Sentence[] {
	const joined: Sentence[] = [];
	let until = 0;
	for (const sentence of sentences) {
		const last = joined.at(-1);
		if (last && sentence.start < until) joined[joined.length - 1] = { start: last.start, end: sentence.end };
		else joined.push(sentence);
		if (sentence.start >= until) until = 0;
		until = Math.max(until, closeOfOpen(text, joined.at(-1) ?? sentence));
	}
	return joined;
}

/** Where the quotation ends that a sentence opens inside itself and leaves open, if the sentence goes on there; else 0. */
function closeOfOpen(text: string, { start, end }: Sentence): number {
	let open = -1;
	let mark = '';
	for (let at = start; at < end; at++) {
		const character = text[at] ?? '';
		if (open >= 0 && character === mark) open = -1;
		else if (open < 0 && closes[character] !== undefined) [open, mark] = [at, closes[character]];
	}
	if (open <= start) return 0;
	const close = text.slice(end, open + longest).indexOf(mark);
	return close >= 0 && /^[”"’»“,]*\s+\p{Ll}/u.test(text.slice(end + close)) ? end + close + 1 : 0;
}
