import { fold } from '../fold.ts';
import { type Hit, nearest } from './closeness.ts';
import type { Collection } from './collection.ts';
import type { Match } from './match.ts';
import type { Presence } from './presence.ts';
import { wordVectors } from './word-vectors.ts';

const known = new WeakMap<object, readonly number[]>();

/** The number of each of a passage's words in the table of word vectors, in order; -1 for one that it lacks. */
export function meaningsOf({ passages, texts }: Collection, number: number): readonly number[] {
	const passage = passages[number];
	if (!passage) return [];
	const found = known.get(passage);
	if (found) return found;
	const { numberOf } = wordVectors();
	const text = texts[passage.text]?.paragraphs[passage.paragraph] ?? '';
	const made = passage.words.map(({ start, end }) => numberOf(fold(text.slice(start, end))));
	known.set(passage, made);
	return made;
}

/** A word that comes less near than this to one of the question in meaning says nothing of it. */
const leastNear = 0.3;

/** Of each term, how much a passage has it: what `presence` says, or how near one of its words comes in meaning. */
export function nearStrength(
	{ question, collection }: Match,
	number: number,
	{ strength }: Presence,
): Float64Array {
	const { likeness, numberOf } = wordVectors();
	const words = meaningsOf(collection, number);
	return Float64Array.from(question.terms, ({ form, isName, isNumber }, term) => {
		const own = strength[term] ?? 0;
		if (own === 1 || isName || isNumber) return own;
		const meaning = numberOf(form);
		if (meaning < 0) return own;
		const near = words.reduce((most, other) => Math.max(most, likeness(meaning, other)), 0);
		return Math.max(own, (near - leastNear) / (1 - leastNear));
	});
}

/**
 * How near in meaning the nearest of a passage's words, at these places, comes to the noun that says what is asked for
 * ("which *country*": "France"): anywhere, and with how near it stands to the question's words.
 */
export function nearFocus(
	{ question, collection, total }: Match,
	number: number,
	places: readonly number[],
	hits: readonly Hit[],
): { readonly most: number; readonly beside: number } {
	const focus = question.terms.find(({ stem }) => stem === question.focus);
	const { likeness, numberOf } = wordVectors();
	const meaning = focus ? numberOf(focus.form) : -1;
	if (meaning < 0) return { most: 0, beside: 0 };
	const words = meaningsOf(collection, number);
	let most = 0;
	let beside = 0;
	for (const at of places) {
		const near = likeness(meaning, words[at] ?? -1);
		if (near <= 0) continue;
		most = Math.max(most, near);
		if (near > leastNear) beside = Math.max(beside, near * nearest([at], hits, total));
	}
	return { most, beside };
}
