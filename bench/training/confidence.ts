import type { Attribution } from '../../src/language/attribution/attribution.ts';
import { confidenceFeatures } from '../../src/language/attribution/confidence.ts';
import { createScorer, sigmoid, type WeightTable } from '../../src/language/model/loglinear.ts';
import { type GoldArticle, overlap } from './corpus.ts';
import { hasName, type Labelled, type Lesson, rangeOf } from './examples.ts';
import type { Course } from './folds.ts';
import { type Choice, fitWeights, Space } from './learn.ts';

/** A name that would be shown, and whether it is right, as far as the corpus or a resolved pronoun says. */
export interface Outcome {
	attribution: Attribution;
	right: boolean;
	/** The corpus names the source, or its pronoun was resolved: only then is the answer certain. */
	known: boolean;
	/** No name is shown but the noun for somebody. */
	isNoun: boolean;
	/** Of which kind of corpus. */
	marks: GoldArticle['marks'];
	weight: number;
}

const fold = (word: string): string =>
	word
		.normalize('NFD')
		.replace(/\p{M}|[’']s$|[^\p{L}\p{N}-]/gu, '')
		.toLowerCase();
const words = (name: string): string[] =>
	name
		.replace(/,? (?:Jr|Sr)\.?$/u, '')
		.trim()
		.split(/\s+/u)
		.map(fold);

export function outcomesOf(
	{ lesson, meant }: Course,
	found: readonly Attribution[],
	leastQuotation: number,
): Outcome[] {
	const outcomes: Outcome[] = [];
	const { marks } = lesson.article;
	for (const attribution of found) {
		const { place, person } = attribution;
		const span = lesson.spans.find(
			(one) => one.place.paragraph === place.paragraph && one.place.span === place.span,
		);
		const gold = span?.gold;
		if (!span || attribution.outright || attribution.quotation < leastQuotation) continue;
		if (marks === 'any') {
			const judged = judgedByReader(lesson, span, attribution);
			if (judged) outcomes.push({ attribution, ...judged, marks, weight: lesson.weight });
			continue;
		}
		// Whom a description means is not in this corpus.
		if (!gold?.speaker || attribution.link === 'described') continue;
		const mention = attribution.mention;
		if (!person && mention?.kind === 'nominal') {
			const source = { start: gold.speakerStart ?? 0, end: gold.speakerEnd ?? 0 };
			const right = overlap(rangeOf(lesson, mention), source) > 0;
			outcomes.push({ attribution, right, known: true, isNoun: true, marks, weight: 1 });
		}
		if (!person) continue;
		if (gold.speakerType === 'pronoun') {
			const name = meant?.[String(gold.speakerStart)];
			if (name !== undefined && !/^[=?-]/.test(name))
				outcomes.push({
					attribution,
					right: hasName(person, name),
					known: true,
					isNoun: false,
					marks,
					weight: 1,
				});
			continue;
		}
		const surname =
			gold.speakerType === 'named' ? words(gold.speakerCanonical ?? gold.speaker).at(-1) : undefined;
		const said = words(person.name);
		const right = surname ? said.includes(surname) : words(gold.speaker).includes(said.at(-1) ?? '');
		outcomes.push({ attribution, right, known: surname !== undefined, isNoun: false, marks, weight: 1 });
	}
	return outcomes;
}

/** What a reader's label says of a name or a description that would be shown; null where it says nothing. */
function judgedByReader(lesson: Lesson, { gold, isNonQuote }: Labelled, { mention, person }: Attribution) {
	if (!person && mention?.kind !== 'nominal') return null;
	const isNoun = person === null;
	if (isNonQuote) return { right: false, known: !isNoun, isNoun };
	const label = gold?.reader;
	if (!gold || !label || label.type === 'unknown') return null;
	const source = { start: gold.speakerStart ?? 0, end: gold.speakerEnd ?? 0 };
	const touches = mention !== null && overlap(rangeOf(lesson, mention), source) > 0;
	const isNamed = person !== null && label.name !== null && isSameName(person.name, label.name);
	const right = isNoun ? touches : isNamed || (label.type === 'body' && touches);
	return { right, known: !isNoun, isNoun };
}

/** Whether two names have the same last word, or one has all words of the other. */
function isSameName(one: string, other: string): boolean {
	const [own, others] = [words(one), words(other)];
	const holds = (all: readonly string[], some: readonly string[]) => some.every((word) => all.includes(word));
	return own.at(-1) === others.at(-1) || holds(own, others) || holds(others, own);
}

const nothing = new Int32Array(0);

/** Fits how far a name can be trusted. */
export function learnConfidence(outcomes: readonly Outcome[]): WeightTable {
	const space = new Space();
	const choices: Choice[] = outcomes.map(({ attribution, right, weight }) => ({
		alternatives: [space.take((emit) => confidenceFeatures(attribution, emit)), nothing],
		right: [right ? 0 : 1],
		weight,
	}));
	return space.table(fitWeights(choices, space.size, { rounds: 20, rate: 0.03, pull: 2e-3, seed: 4 }));
}

export interface Shown {
	confidence: number;
	/** Of which kind of corpus. */
	marks: GoldArticle['marks'];
	right: boolean;
	known: boolean;
	isNoun: boolean;
}

/** The confidence that a table gives names it was not fitted on. */
export function precisionAt(outcomes: readonly Outcome[], table: WeightTable): Shown[] {
	const scorer = createScorer(table);
	return outcomes.map(({ attribution, marks, right, known, isNoun }) => ({
		confidence: sigmoid(scorer.score((emit) => confidenceFeatures(attribution, emit))),
		marks,
		right,
		known,
		isNoun,
	}));
}

const percent = (part: number, whole: number) => Math.round((1000 * part) / (whole || 1)) / 10;

/** How many of the names and nouns over a threshold are right, and what share of all is over it, in percent. */
export function figuresAt(shown: readonly Shown[], threshold: number) {
	const names = shown.filter(({ isNoun }) => !isNoun);
	const known = names.filter((one) => one.known);
	const nouns = shown.filter(({ isNoun }) => isNoun);
	const of = (some: readonly Shown[]) => {
		const over = some.filter(({ confidence }) => confidence >= threshold);
		return [
			percent(over.filter(({ right }) => right).length, over.length),
			percent(over.length, some.length),
		];
	};
	return `${threshold}: known names right/shown ${of(known)}; all names ${of(names)}; nouns ${of(nouns)}`;
}
