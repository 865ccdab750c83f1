import type { Collection } from './collection.ts';
import { functionStems } from './function-stems.ts';
import type { Question, SoughtTerm } from './question.ts';
import { endsAlike, slipsBetween, sorted } from './slips-between.ts';
import { stemOf } from './text-words.ts';
import { wordVectors } from './word-vectors.ts';

/** Letters of a word that may hold a slip: a shorter one has too many neighbours; and from which on two may be in it. */
const letters = { least: 4, most: 24, two: 8 };

/**
 * A question with the slips in its words put right by the words of the texts: one letter wrong, missing or too many
 * ("Quilon"), two letters that changed places, of a long word two slips, and one word written as two ("Harbour Net"). A
 * word that the texts have, or that is common in English, is no slip; of the words that it may be the nearest is taken.
 * Linear in the different words of the texts.
 */
export function slipsPutRight(question: Question, collection: Collection): Question {
	const terms: SoughtTerm[] = [];
	for (const term of question.terms) {
		const before = terms.at(-1);
		const joined = before && term.joined && !term.isNumber ? stemOf(before.form + term.form) : '';
		if (before && collection.postings.has(joined)) {
			terms[terms.length - 1] = {
				...before,
				stem: joined,
				form: before.form + term.form,
				isName: before.isName || term.isName,
			};
			continue;
		}
		const right = collection.postings.has(term.stem) ? null : nearestStem(term, collection);
		terms.push(right === null ? term : { ...term, stem: right });
	}
	return { ...question, terms, stems: question.stems.union(new Set(terms.map(({ stem }) => stem))) };
}

function nearestStem({ stem, form, isNumber, related }: SoughtTerm, { postings }: Collection): string | null {
	if (isNumber || stem.length < letters.least || form.length > letters.most) return null;
	if (functionStems.has(stem) || wordVectors().numberOf(form) >= 0) return null;
	if (related.values().some((other) => postings.has(other))) return null;
	const mixed = sorted(stem);
	let best: string | null = null;
	let least = form.length < letters.two ? 1 : 2;
	for (const other of postings.keys()) {
		if (functionStems.has(other) || other.length < letters.least || !startsAlike(stem, other)) continue;
		// Of short words only letters that changed places are a slip: "cast" is as near to "coat" as "cost".
		if (stem.length === letters.least && (other.length !== stem.length || mixed !== sorted(other))) continue;
		const away = slipsBetween(stem, other);
		const isNearer = away < least || (away === least && (best === null || endsAlike(stem, other, best)));
		if (isNearer) [best, least] = [other, away];
	}
	return best;
}

/** Whether a slip may be between two words by how they begin: with the same letter, or the first two changed places. */
const startsAlike = (one: string, other: string): boolean =>
	one.charAt(0) === other.charAt(0) ||
	(one.charAt(0) === other.charAt(1) && one.charAt(1) === other.charAt(0));
