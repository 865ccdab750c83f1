import { fold } from '../../language/fold.ts';
import type { LanguagePack } from '../../language/pack.ts';
import { stemOf } from '../../language/retrieval/text-words.ts';
import { matterOf, type Statement, statementsOf } from './matter.ts';
import type { Material, Question } from './question.ts';

interface Pair {
	readonly one: Statement;
	readonly other: Statement;
	readonly shared: readonly string[];
	readonly worth: number;
}

/**
 * What a pair of statements is worth at least: one word of the article's subject, or two that it comes back to. One word
 * may be shared by chance, so there has to be a second one of any kind.
 */
const least = { worth: 1, words: 2 };
/** A statement that the other one denies is worth more than two that agree. */
const opposed = 1.4;

/**
 * Pairs of statements by two speakers on one subject, best first: those that share the most of what the article is
 * about, where one says that something is not so and the other does not. No two speakers and no statement twice.
 */
export function sides(material: Material, pack: LanguagePack, limit: number): readonly Question[] {
	const statements = statementsOf(material.utterances, pack);
	const subject = subjectOf(material, pack);
	const pairs: Pair[] = [];
	for (const [index, one] of statements.entries()) {
		for (const other of statements.slice(index + 1)) {
			if (one.speaker === other.speaker) continue;
			const pair = pairOf(one, other, subject, pack);
			if (pair.worth >= least.worth) pairs.push(pair);
		}
	}
	pairs.sort((a, b) => b.worth - a.worth);
	const chosen: Pair[] = [];
	for (const pair of pairs) {
		if (chosen.length === limit) break;
		if (chosen.every((before) => isNew(pair, before))) chosen.push(pair);
	}
	return chosen.map(({ one, other, shared }) => ({
		kind: 'sides',
		sides: [one.utterance, other.utterance],
		shared,
	}));
}

function pairOf(
	one: Statement,
	other: Statement,
	subject: ReadonlyMap<string, number>,
	{ discussion }: LanguagePack,
): Pair {
	const stems = [...one.matter.keys()].filter((stem) => other.matter.has(stem) && subject.has(stem));
	const both = wordsOf(one)
		.intersection(wordsOf(other))
		.difference(discussion?.lightWords ?? new Set());
	if (both.size < least.words) return { one, other, shared: [], worth: 0 };
	const weight = stems.reduce((sum, stem) => sum + (subject.get(stem) ?? 0), 0);
	const isOpposed = discussion?.isNegated(one.text) !== discussion?.isNegated(other.text);
	const shared = stems.flatMap((stem) => [
		...(one.matter.get(stem) ?? []),
		...(other.matter.get(stem) ?? []),
	]);
	return { one, other, shared: [...new Set(shared)], worth: weight * (isOpposed ? opposed : 1) };
}

/** The content words of a statement, all forms of an irregular verb as one. */
const wordsOf = ({ matter }: Statement): Set<string> =>
	new Set([...matter.values()].flat().map((written) => stemOf(fold(written))));

function isNew({ one, other }: Pair, before: Pair): boolean {
	const used = [before.one, before.other];
	const speakers = new Set([...used.map(({ speaker }) => speaker), one.speaker, other.speaker]);
	return !used.includes(one) && !used.includes(other) && speakers.size > 2;
}

/** In how many paragraphs a word stands before the article is about it. */
const returns = 3;

/** The words that an article is about, with how much: those of its headline and topics, and those it comes back to. */
function subjectOf(
	{ headline, topics, paragraphs }: Material,
	pack: LanguagePack,
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const paragraph of paragraphs) {
		for (const stem of matterOf(paragraph.slice(0, 4_000), pack).keys()) {
			counts.set(stem, (counts.get(stem) ?? 0) + 1);
		}
	}
	const named = new Set([headline, ...topics].flatMap((text) => [...matterOf(text, pack).keys()]));
	const subject = new Map<string, number>();
	for (const [stem, count] of counts) {
		if (pack.discussion?.lightWords.has(stem)) continue;
		if (named.has(stem)) subject.set(stem, 1 + 0.1 * Math.min(count, 5));
		else if (count >= returns) subject.set(stem, 0.5 + 0.1 * Math.min(count, 5));
	}
	return subject;
}
