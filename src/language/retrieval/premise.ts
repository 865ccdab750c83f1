import { packFor } from '../packs.ts';
import { isActDenied, isOppositeTold, isOtherAct, isToldByPhrase } from './acts.ts';
import type { Collection } from './collection.ts';
import { formsOf } from './forms-of.ts';
import { answerWordsOf } from './kinds.ts';
import { isOneParagraph, type Match } from './match.ts';
import type { Passage } from './passages.ts';
import { presenceOf } from './presence.ts';
import type { Question } from './question.ts';
import { stemOf } from './text-words.ts';
import { wordVectors } from './word-vectors.ts';

/** What a question takes for granted and a passage does not tell: denials, words that set a limit, numbers, opposites. */
export const premiseNames = [
	...['questionDenies', 'passageDenies', 'bothDeny', 'deniesNear'],
	...['limits', 'limitsLacking', 'limitsFar', 'numbersLacking', 'numbersFar', 'otherNumber'],
	...['oppositeAlone', 'oppositeAny', 'isYesNo', 'untoldYesNo', 'untoldWhy', 'untoldHow', 'untoldEvent'],
] as const;

/** Of a passage: what of a question it lacks. */
export interface Premise {
	/** `premiseNames` in order. */
	readonly row: Float64Array;
	/** Whether the question takes something for granted that is told nowhere near. */
	readonly isUntold: boolean;
}

/** Passages before and after one that are near it, in its paragraph. */
const nearby = [-2, -1, 1, 2];
/**
 * A word that a passage and those near it lack counts as told where one comes so near to it in meaning. What a
 * yes-or-no question takes to have happened is only told by nearly the same word: "reject" is near "accept" as well.
 */
const bound = { same: 0.5, event: 0.75, far: 0.35 };
/** A denial this many words or fewer from a word of the question is one of what is asked. */
const deniedWithin = 3;

const limitWords = new Set(
	(
		'most least first last only best largest smallest highest lowest oldest newest more less fewer many few all every ' +
		'any each other another main major minor significant never always no not before after during until since without ' +
		'between against under over within outside inside except both'
	)
		.split(' ')
		.map(stemOf),
);

/** What a question takes for granted, laid beside a passage, by its number. */
export function premiseOf(match: Match, number: number): Premise {
	const { question, collection } = match;
	const passage = collection.passages[number];
	if (!passage) return { row: new Float64Array(premiseNames.length), isUntold: false };
	const { terms } = question;
	const { strength, places } = presenceOf(question, passage);
	const pack = packFor(collection.texts[passage.text]?.language ?? null);
	const { negations } = answerWordsOf(pack);
	const own = new Set(passage.words.map(({ stem }) => stem));
	const near = new Set(
		nearby
			.map((step) => number + step)
			.filter((other) => isOneParagraph(collection, number, other))
			.flatMap((other) => collection.passages[other]?.words.map(({ stem }) => stem) ?? []),
	);
	const denials = passage.words.flatMap(({ stem }, at) => (negations.has(stem) ? [at] : []));
	const matched = places.flat();
	const limits = question.order.filter((stem) => limitWords.has(stem));
	const numbers = terms.filter(({ isNumber }) => isNumber);
	const hasOtherNumber = passage.words.some(
		({ kind, stem }) => kind === 'number' && !question.stems.has(stem),
	);
	const hasOpposite = ({ opposite }: (typeof terms)[number]) => opposite.values().some((one) => own.has(one));
	const event = terms.findIndex(({ stem }) => stem === question.event);
	const untold = terms.map((_, term) => {
		const least = question.isYesNo && term === event ? bound.event : bound.same;
		if (term === event && isToldByPhrase(passage, terms[term]?.stem ?? '', pack.questions)) return false;
		return !isTold(match, passage, term, strength[term] ?? 0, near, least);
	});
	const isAnyUntold = terms.some(({ stem }, term) => stem !== question.focus && untold[term] === true);
	const numbersLacking = numbers.filter(({ stem }) => !own.has(stem));
	const flags = {
		questionDenies: question.negated && denials.length === 0,
		passageDenies: !question.negated && denials.length > 0,
		bothDeny: question.negated && denials.length > 0,
		deniesNear:
			!question.negated &&
			denials.some((at) => matched.some((other) => Math.abs(other - at) <= deniedWithin)),
		otherNumber: numbersLacking.length > 0 && hasOtherNumber,
		oppositeAlone: terms.some((term, index) => strength[index] === 0 && hasOpposite(term)),
		oppositeAny: terms.some(hasOpposite),
		isYesNo: question.isYesNo,
		untoldYesNo: question.isYesNo && isAnyUntold,
		untoldWhy: question.kind === 'why' && isAnyUntold,
		untoldHow: question.kind === 'how' && untold[event] === true,
		untoldEvent:
			namesOrDates.has(question.kind) &&
			terms[event] !== undefined &&
			!isAnywhere(collection, terms[event]) &&
			!isTold(match, passage, event, strength[event] ?? 0, near, bound.far),
	};
	const row: Record<(typeof premiseNames)[number], number> = {
		...(Object.fromEntries(Object.entries(flags).map(([name, is]) => [name, is ? 1 : 0])) as Record<
			keyof typeof flags,
			number
		>),
		limits: limits.length,
		limitsLacking: limits.filter((stem) => !own.has(stem)).length,
		limitsFar: limits.filter((stem) => !own.has(stem) && !near.has(stem)).length,
		numbersLacking: numbersLacking.length,
		numbersFar: numbersLacking.filter(({ stem }) => !near.has(stem)).length,
	};
	const { questionDenies, otherNumber, oppositeAlone, untoldYesNo, untoldWhy } = flags;
	const { untoldHow, untoldEvent } = flags;
	const isAnotherAct =
		namesOrDates.has(question.kind) &&
		strength[event] === 0 &&
		!near.has(terms[event]?.stem ?? '') &&
		isOtherAct(passage, terms[event]?.stem ?? '', pack.questions);
	const asked = terms[event];
	const isOpposite = asked !== undefined && !own.has(asked.stem) && isOppositeTold(passage, asked.stem, pack);
	// "In May, did she resign?" is answered by "She did not resign" as well, and has no kind.
	const isAsked = !question.isYesNo && question.kind !== 'other';
	const isDenied = !question.negated && isAsked && isActDenied(passage, places[event] ?? [], negations);
	return {
		row: Float64Array.from(premiseNames, (name) => row[name]),
		isUntold:
			[questionDenies, otherNumber, oppositeAlone, untoldYesNo, untoldWhy, untoldHow, untoldEvent].some(
				Boolean,
			) ||
			isAnotherAct ||
			isOpposite ||
			isDenied,
	};
}

/** Kinds of questions that some name or date in nearly any sentence seems to answer. */
const namesOrDates: ReadonlySet<string> = new Set(['who', 'when', 'where']);

/** Whether any of the texts has a word, or one that may stand for it. */
const isAnywhere = ({ postings }: Collection, { stem, related }: Question['terms'][number]): boolean =>
	postings.has(stem) || related.values().some((other) => postings.has(other));

/** Whether a passage, those near it or its headline have a word, one that may stand for it or one that means nearly it. */
function isTold(
	{ question, collection }: Match,
	passage: Passage,
	term: number,
	strength: number,
	near: ReadonlySet<string>,
	least: number,
): boolean {
	const sought = question.terms[term];
	if (!sought || strength > 0 || near.has(sought.stem)) return true;
	if (collection.titles[passage.text]?.has(sought.stem)) return true;
	// Somebody who was named is "the mayor" or "she" from then on.
	if (sought.isName && collection.postings.has(sought.stem)) return true;
	const { likeness, numberOf } = wordVectors();
	const meaning = numberOf(sought.form);
	return formsOf(collection, passage).some((form) => likeness(meaning, numberOf(form)) >= least);
}
