import { type ArticleKind, endsAsQuestion } from './kind.ts';
import type { Candidate } from './sentences.ts';

/** "ADA VENN, HOST: ", "[ADA VENN]: ", a name in capitals before a colon, with what somebody is behind it. */
const label =
	/^\[?(?<name>(?:\p{Lu}[\p{Lu}.’'-]*\p{Lu}\.?|\p{Lu}\.)(?: (?:\p{Lu}[\p{Lu}.’'-]*|\p{Lu}\.)){0,3})\]?(?<role>, [\p{Lu} ,/-]{2,40})?\]?: /u;
const asks = /(?:HOST|ANCHOR|BYLINE|MODERATOR|INTERVIEWER|PRESENTER|REPORTER|CORRESPONDENT)/u;

/** The surname, by which the label of somebody is known behind the first one. */
const surnameOf = (name: string): string => name.split(' ').at(-1) ?? '';

/** The label that opens a sentence: where it ends in it, in UTF-16, and whether it is of somebody who asks the others. */
export interface Label {
	readonly end: number;
	readonly asks: boolean;
}

/**
 * The sentences that open with the label of a transcript, by number, and in a talk those of a paragraph that ends with
 * a question and has its answer in the next one. A host asks, and one of whose paragraphs one ends with a question. One
 * name alone ("VENN: ") is a label only where an earlier or later one has more ("ADA VENN, HOST: ").
 * @param kind of the whole text: only in a talk is a paragraph without a label somebody's who asks.
 */
export function labelsOf(
	all: readonly Candidate[],
	paragraphs: readonly string[],
	kind: ArticleKind,
): ReadonlyMap<number, Label> {
	const asking = new Set<string>();
	const known = new Set<string>();
	for (const text of paragraphs) {
		const { name, role } = label.exec(text)?.groups ?? {};
		if (name === undefined) continue;
		if (role !== undefined || name.includes(' ')) known.add(surnameOf(name));
		if (asks.test(role ?? '') || endsAsQuestion(text)) asking.add(surnameOf(name));
	}
	const found = new Map<number, Label>();
	for (const [index, { text }] of all.entries()) {
		const [whole, name] = label.exec(text) ?? [];
		if (whole === undefined || name === undefined || !known.has(surnameOf(name))) continue;
		found.set(index, { end: whole.length, asks: asking.has(surnameOf(name)) });
	}
	for (const [index, { paragraph }] of kind === 'talk' ? all.entries() : []) {
		const answer = paragraphs[paragraph + 1];
		if (answer === undefined || endsAsQuestion(answer) || !endsAsQuestion(paragraphs[paragraph] ?? ''))
			continue;
		found.set(index, { end: found.get(index)?.end ?? 0, asks: true });
	}
	return found;
}
