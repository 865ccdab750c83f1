import type { Sentence } from '../sentence-ends.ts';

/** A word with a stop or a mark, and a word with a capital behind it. */
const pair = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}]*)([.!]) (\p{Lu}[\p{L}\p{N}]*)/gu;
/** Letters of a short form that has a stop inside a name: "the ID. Wave". */
const shortForm = /^\p{Lu}{2,4}$/u;
const often = 2;
/** Characters of a name and the word behind it, beyond which nobody looks. */
const longest = 200;

/**
 * The names with a stop or a mark inside them, up to the word behind it: "ID. Wave", "Panic! Orchestra". The text has
 * them, behind a short form or with a "!", and the headline has them too; or, without a headline, the text has them
 * several times inside a sentence, where nobody speaks ("by the FBI. Venn said") and where the second word is never
 * without the first. Linear in the text, for each name.
 * @param common words that open many sentences and few names, in lower case.
 * @param cues verbs of speech, in lower case.
 */
export function namesWithStops(
	headline: string,
	paragraphs: readonly string[],
	common: ReadonlySet<string>,
	cues: ReadonlySet<string>,
): ReadonlySet<string> {
	const announced = new Set([...headline.matchAll(pair)].map(([whole]) => whole));
	const found = new Map<string, { inside: number; all: number; next: string }>();
	for (const text of paragraphs) {
		for (const { 0: whole, 1: word = '', 2: mark, 3: next = '', index } of text.matchAll(pair)) {
			if (common.has(next.toLowerCase()) || (mark === '.' && !shortForm.test(word))) continue;
			const one = found.get(whole) ?? { inside: 0, all: 0, next };
			const [, behind = ''] = /^ (\p{Ll}+)/u.exec(text.slice(index + whole.length, index + longest)) ?? [];
			if (behind !== '' && !cues.has(behind)) one.inside++;
			one.all++;
			found.set(whole, one);
		}
	}
	const isName = ({ inside, all, next }: { inside: number; all: number; next: string }): boolean =>
		inside >= often && timesIn(paragraphs, next) === all;
	return new Set([...found].flatMap(([name, one]) => (announced.has(name) || isName(one) ? [name] : [])));
}

/** How often a word stands in the text, in capitals or not. */
function timesIn(paragraphs: readonly string[], word: string): number {
	const own = word.toLowerCase();
	return paragraphs
		.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
		.filter((one) => one === own).length;
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
