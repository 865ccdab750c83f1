import { distance } from 'fastest-levenshtein';
import type { Collection } from './collection.ts';
import { functionStems } from './function-stems.ts';
import type { Question, SoughtTerm } from './question.ts';
import { stemOf } from './text-words.ts';
import { wordVectors } from './word-vectors.ts';

/** Letters of a word that may hold a slip: a shorter one has too many neighbours. */
const letters = { least: 5, most: 24 };

/**
 * A question with the slips in its words put right by the words of the texts: one letter wrong, missing or too many
 * ("Quilon"), two letters that changed places, and one word written as two ("Harbour Net"). A word that the texts have,
 * or that is common in English, is no slip. Linear in the different words of the texts.
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
	return (
		postings
			.keys()
			.find(
				(other) => other.charAt(0) === stem.charAt(0) && !functionStems.has(other) && isOneSlip(stem, other),
			) ?? null
	);
}

function isOneSlip(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 1) return false;
	const away = distance(one, other);
	return away === 1 || (away === 2 && sorted(one) === sorted(other));
}

const sorted = (word: string): string => [...word].sort().join('');
