import type { Attribution } from '../../src/language/attribution/attribution.ts';
import { confidenceFeatures } from '../../src/language/attribution/confidence.ts';
import { createScorer, sigmoid, type WeightTable } from '../../src/language/model/loglinear.ts';
import { overlap } from './corpus.ts';
import { hasName, rangeOf } from './examples.ts';
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
	for (const attribution of found) {
		const { place, person } = attribution;
		const span = lesson.spans.find(
			(one) => one.place.paragraph === place.paragraph && one.place.span === place.span,
		);
		const gold = span?.gold;
		if (!gold?.speaker || attribution.quotation < leastQuotation) continue;
		const mention = attribution.mention;
		if (!person && mention?.kind === 'nominal') {
			const source = { start: gold.speakerStart ?? 0, end: gold.speakerEnd ?? 0 };
			const right = overlap(rangeOf(lesson, mention), source) > 0;
			outcomes.push({ attribution, right, known: true, isNoun: true, weight: 1 });
		}
		if (!person) continue;
		if (gold.speakerType === 'pronoun') {
			const name = meant?.[String(gold.speakerStart)];
			if (name !== undefined && !/^[=?-]/.test(name))
				outcomes.push({ attribution, right: hasName(person, name), known: true, isNoun: false, weight: 1 });
			continue;
		}
		const surname =
			gold.speakerType === 'named' ? words(gold.speakerCanonical ?? gold.speaker).at(-1) : undefined;
		const said = words(person.name);
		const right = surname ? said.includes(surname) : words(gold.speaker).includes(said.at(-1) ?? '');
		outcomes.push({ attribution, right, known: surname !== undefined, isNoun: false, weight: 1 });
	}
	return outcomes;
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
	return space.table(fitWeights(choices, space.size, { rounds: 20, rate: 0.1, pull: 2e-4, seed: 4 }));
}

interface Shown {
	confidence: number;
	right: boolean;
	known: boolean;
	isNoun: boolean;
	weight: number;
}

/** The confidence that a table gives names it was not fitted on. */
export function precisionAt(outcomes: readonly Outcome[], table: WeightTable): Shown[] {
	const scorer = createScorer(table);
	return outcomes.map(({ attribution, right, known, isNoun, weight }) => ({
		confidence: sigmoid(scorer.score((emit) => confidenceFeatures(attribution, emit))),
		right,
		known,
		isNoun,
		weight,
	}));
}

/** How many of the names over a threshold are right, and what share of all names is over it. */
function figures(shown: readonly Shown[], threshold: number) {
	const sum = (some: readonly Shown[]) => some.reduce((total, one) => total + one.weight, 0);
	const over = shown.filter((one) => one.confidence >= threshold);
	return { precision: sum(over.filter((one) => one.right)) / sum(over), share: sum(over) / sum(shown) };
}

/**
 * The lowest threshold at which at least `goal` of the shown names are right, of those whose truth is certain;
 * with the share shown there, and the same with every source that is no person counted as wrong.
 */
export function thresholdFor(shown: readonly Shown[], goal: number) {
	const names = shown.filter((one) => !one.isNoun);
	const known = names.filter((one) => one.known);
	for (let percent = 0; percent < 100; percent++) {
		const threshold = percent / 100;
		const { precision, share } = figures(known, threshold);
		if (precision >= goal) {
			return {
				threshold,
				precision,
				share,
				all: figures(names, threshold),
				nouns: figures(
					shown.filter((one) => one.isNoun),
					threshold,
				),
				unfiltered: figures(known, 0).precision,
			};
		}
	}
	throw new Error('no threshold reaches the precision that is asked for');
}
