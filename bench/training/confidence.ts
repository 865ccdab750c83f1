import type { Attribution } from '../../src/language/attribution/attribution.ts';
import { confidenceFeatures, confidenceRows } from '../../src/language/attribution/confidence.ts';
import { sigmoid } from '../../src/language/model/loglinear.ts';
import { createForest, type Forest } from '../../src/language/model/trees.ts';
import { type BoostOptions, fitForest } from './boost.ts';
import { type GoldArticle, overlap } from './corpus.ts';
import { hasName, type Labelled, type Lesson, rangeOf } from './examples.ts';
import type { Course } from './folds.ts';

/** A name that would be shown, and whether it is right, as far as the corpus or a resolved pronoun says. */
export interface Outcome {
	attribution: Attribution;
	/** What the model of confidence looks at. */
	row: Float64Array;
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
	const rows = confidenceRows(lesson.parsedArticle, found);
	for (const [index, attribution] of found.entries()) {
		const { place, person, mention } = attribution;
		const row = rows[index];
		if (!row) continue;
		const common = { attribution, row, marks, weight: lesson.weight };
		const span = lesson.spans.find(
			(one) => one.place.paragraph === place.paragraph && one.place.span === place.span,
		);
		const gold = span?.gold;
		if (!span || attribution.outright || attribution.quotation < leastQuotation) continue;
		if (marks === 'any') {
			const judged = judgedByReader(lesson, span, attribution);
			if (judged) outcomes.push({ ...common, ...judged });
			continue;
		}
		if (span.isNonQuote) {
			outcomes.push({ ...common, right: false, known: person !== null, isNoun: person === null });
			continue;
		}
		// Whom a description means is not in this corpus.
		if (!gold?.speaker || attribution.link === 'described') continue;
		if (!person && mention?.kind === 'nominal') {
			const source = { start: gold.speakerStart ?? 0, end: gold.speakerEnd ?? 0 };
			const right = overlap(rangeOf(lesson, mention), source) > 0;
			outcomes.push({ ...common, right, known: true, isNoun: true });
		}
		if (!person) continue;
		if (gold.speakerType === 'pronoun') {
			const name = meant?.[String(gold.speakerStart)];
			if (name !== undefined && !/^[=?-]/.test(name))
				outcomes.push({ ...common, right: hasName(person, name), known: true, isNoun: false });
			continue;
		}
		const surname =
			gold.speakerType === 'named' ? words(gold.speakerCanonical ?? gold.speaker).at(-1) : undefined;
		const said = words(person.name);
		const right = surname ? said.includes(surname) : words(gold.speaker).includes(said.at(-1) ?? '');
		outcomes.push({ ...common, right, known: surname !== undefined, isNoun: false });
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

const options: BoostOptions = {
	trees: 250,
	leaves: 5,
	sample: 0.7,
	rate: 0.05,
	pull: 4,
	least: 15,
	columns: 0.25,
	seed: 5,
};

const forestOf = (outcomes: readonly Outcome[]): Forest =>
	fitForest(
		outcomes.map(({ row, right, weight }) => ({ rows: [row], right: [right ? 0 : 1], weight, orNone: true })),
		confidenceFeatures,
		options,
	);

/** How far a name, and a noun for somebody without one, can be trusted. */
export interface Trust {
	confidence: Forest;
	description: Forest;
}

export const learnConfidence = (outcomes: readonly Outcome[]): Trust => ({
	confidence: forestOf(outcomes.filter(({ isNoun }) => !isNoun)),
	description: forestOf(outcomes.filter(({ isNoun }) => isNoun)),
});

export interface Shown {
	confidence: number;
	/** Of which kind of corpus. */
	marks: GoldArticle['marks'];
	right: boolean;
	known: boolean;
	isNoun: boolean;
}

/** The confidence that forests give names and nouns that they were not fitted on. */
export function precisionAt(outcomes: readonly Outcome[], trust: Trust): Shown[] {
	const names = createForest(trust.confidence);
	const nouns = createForest(trust.description);
	return outcomes.map(({ row, marks, right, known, isNoun }) => ({
		confidence: sigmoid((isNoun ? nouns : names).score(row)),
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
