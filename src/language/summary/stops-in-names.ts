import type { Sentence } from '../sentence-ends.ts';

/** A word with a stop or a mark, and a word with a capital behind it. */
const pair = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}]*)([.!?]) (\p{Lu}[\p{L}\p{N}]*)/gu;
/** Letters of a short form that has a stop inside a name: "the ID. Wave". */
const shortForm = /^\p{Lu}{2,4}$/u;
const often = 2;

/**
 * The names with a stop inside them, up to the word behind it: "ID. Wave", "Panic! Orchestra". A headline has them, or
 * they are in the text several times and are such that no sentence ends with them. Linear in the text.
 * @param common words that open many sentences and few names, in lower case.
 */
export function namesWithStops(
	headline: string,
	paragraphs: readonly string[],
	common: ReadonlySet<string>,
): ReadonlySet<string> {
	const counts = new Map<string, number>();
	const announced = new Set<string>();
	for (const [text, isHeadline] of [
		[headline, true] as const,
		...paragraphs.map((one) => [one, false] as const),
	]) {
		for (const [whole, word = '', mark, next = ''] of text.matchAll(pair)) {
			if (common.has(next.toLowerCase())) continue;
			if (isHeadline) announced.add(whole);
			else if (mark === '!' || (mark === '.' && shortForm.test(word)))
				counts.set(whole, (counts.get(whole) ?? 0) + 1);
		}
	}
	return new Set(
		[...counts].flatMap(([name, count]) => (count >= often || announced.has(name) ? [name] : [])),
	);
}

/** Joins what the stop inside a name has parted. Linear in the text, for each name. */
export function joinedOverNames(
	sentences: readonly Sentence[],
	text: string,
	names: ReadonlySet<string>,
): readonly Sentence[] {
	if (names.size === 0) return sentences;
	const inside = new Set<number>();
	for (const name of names) {
		const behind = name.indexOf(' ') + 1;
		for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) inside.add(at + behind);
	}
	const joined: Sentence[] = [];
	for (const sentence of sentences) {
		const last = joined.at(-1);
		if (last && inside.has(sentence.start))
			joined[joined.length - 1] = { start: last.start, end: sentence.end };
		else joined.push(sentence);
	}
	return joined;
}
