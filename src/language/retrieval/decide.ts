import { closedWords } from '../en/lexicon/questions.ts';
import { closest } from './closeness.ts';
import { evidenceNames } from './evidence.ts';
import { lackingIn, lackingNames } from './lacking.ts';
import type { Match } from './match.ts';
import { premiseNames, premiseOf } from './premise.ts';
import type { Ranked } from './rank.ts';
import { isToldOtherwise } from './told-otherwise.ts';

/** Passages whose evidence counts together: one alone may be the best by chance. */
const together = 3;

/** What says whether a question is answered at all: the evidence of the best passages, and what is missing. */
export const decisionNames = [
	...evidenceNames,
	...evidenceNames.map((name) => `${name} of three`),
	...['score', 'ahead', 'chance', 'chanceOfThree', 'bestParagraph', 'bestFull', 'bestNames', 'bestNearest'],
	...['unknown', 'unknownTerms', 'unknownNames', 'unknownPairs', 'knownPairs', 'oneParagraph'],
	...['terms', 'questionLength'],
	...['isWho', 'isWhen', 'isWhere', 'isWhy', 'isHowMany', 'isHow', 'isWhat'],
	...lackingNames,
	...premiseNames,
	...closedWords.map(hasWord),
];

/** The name of the feature that says whether a question has a word. */
function hasWord(word: string): string {
	return `has ${word}`;
}

const kinds = ['who', 'when', 'where', 'why', 'how many', 'how', 'what'];

/** A row of `decisionNames`. `ranked` holds at least one passage. */
export function decisionRow(match: Match, ranked: readonly Ranked[]): Float64Array {
	const { question, weights, total, collection } = match;
	const [best, second] = ranked;
	const top = best?.score ?? 0;
	const powers = ranked.map(({ score }) => Math.exp(score - top));
	const all = powers.reduce((sum, one) => sum + one, 0);
	const three = powers.slice(0, 3).reduce((sum, one) => sum + one, 0);
	const most = (name: (typeof evidenceNames)[number], of: readonly Ranked[]) => {
		const at = evidenceNames.indexOf(name);
		return Math.max(0, ...of.map(({ row }) => row[at] ?? 0));
	};
	let unknown = 0;
	let terms = 0;
	let names = 0;
	for (const [term, { stem, isName, related }] of question.terms.entries()) {
		if (collection.postings.has(stem)) continue;
		if (related.values().some((other) => collection.postings.has(other))) continue;
		unknown += weights[term] ?? 0;
		terms++;
		if (isName) names++;
	}
	const pairs = joinedPairs(match);
	const paragraphOf = (one: Ranked | undefined) => collection.passages[one?.number ?? -1]?.paragraph;
	return Float64Array.of(
		...(best?.row ?? new Float64Array(evidenceNames.length)),
		...meanRow(ranked.slice(0, together)),
		top,
		second ? top - second.score : 5,
		(powers[0] ?? 0) / all,
		three / all,
		most('coverParagraph', ranked),
		most('coverFull', ranked),
		most('namesParagraph', ranked),
		most('nearest', ranked.slice(0, together)),
		unknown / total,
		terms,
		names,
		pairs.all - pairs.known,
		pairs.all === 0 ? 1 : pairs.known / pairs.all,
		paragraphOf(best) === paragraphOf(second) ? 1 : 0,
		question.terms.length,
		question.stems.size,
		...kinds.map((kind) => (question.kind === kind ? 1 : 0)),
		...lackingIn(
			match,
			ranked.slice(0, together).map(({ number }) => number),
		),
		...premiseOf(match, best?.number ?? -1).row,
		...closedWords.map((word) => (question.words.has(word) ? 1 : 0)),
	);
}

/**
 * Whether the best passage tells something else than what the question takes for granted, whatever else speaks for it.
 */
export function isUntold(match: Match, ranked: readonly Ranked[]): boolean {
	const best = ranked[0]?.number ?? -1;
	return premiseOf(match, best).isUntold || isToldOtherwise(match, best);
}

function meanRow(ranked: readonly Ranked[]): Float64Array {
	const mean = new Float64Array(evidenceNames.length);
	for (const { row } of ranked)
		for (const [at, value] of row.entries()) mean[at] = (mean[at] as number) + value / ranked.length;
	return mean;
}

/** Of the words that stand side by side in the question, how many pairs do so anywhere in the texts. */
function joinedPairs({ question, collection }: Match): { readonly all: number; readonly known: number } {
	let all = 0;
	let known = 0;
	for (const [term, { stem, joined }] of question.terms.entries()) {
		const before = question.terms[term - 1];
		if (!joined || !before) continue;
		all++;
		const having = new Set(collection.postings.get(before.stem));
		const isBeside = (collection.postings.get(stem) ?? []).some((number) => {
			if (!having.has(number)) return false;
			const words = collection.passages[number]?.words ?? [];
			const at = (wanted: string) => words.flatMap((word, index) => (word.stem === wanted ? [index] : []));
			return closest(at(before.stem), at(stem)) === 1;
		});
		if (isBeside) known++;
	}
	return { all, known };
}
