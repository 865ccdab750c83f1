import { type Collection, rarity } from './collection.ts';
import { saturated } from './okapi.ts';
import type { Question } from './question.ts';
import { slipsPutRight } from './slips.ts';

/** What neighbours in a paragraph add. */
const beside = [
	{ step: -1, share: 0.35 },
	{ step: 1, share: 0.25 },
];

/** What another word that tells a stance counts for beside the one that was asked with. */
const tellingShare = 0.5;

/** What a question's terms weigh in a collection, and how much of them each of its passages has. */
export interface Match {
	readonly question: Question;
	readonly collection: Collection;
	/** Of each term. */
	readonly weights: readonly number[];
	/** All of them together; above 0. */
	readonly total: number;
	/** BM25 of each passage. */
	readonly scores: Float64Array;
	/** The same with what the passages before and after it in the paragraph add. */
	readonly around: Float64Array;
}

/** Scores all passages of a collection by BM25. Linear in the passages that have one of the terms. */
export function matchQuestion(asked: Question, collection: Collection): Match {
	const question = slipsPutRight(asked, collection);
	const { passages, postings } = collection;
	const weights = question.terms.map(({ stem, share }) => share * rarity(collection, stem));
	const scores = new Float64Array(passages.length);
	const add = (sought: string, weight: number) => {
		for (const number of postings.get(sought) ?? []) {
			let count = 0;
			for (const word of passages[number]?.words ?? []) if (word.stem === sought) count++;
			scores[number] = (scores[number] ?? 0) + weight * frequency(count, collection, number);
		}
	};
	for (const [term, { stem, telling }] of question.terms.entries()) {
		add(stem, weights[term] ?? 0);
		for (const other of telling) if (other !== stem) add(other, tellingShare * (weights[term] ?? 0));
	}
	const around = Float64Array.from(scores);
	for (const number of passages.keys()) {
		for (const { step, share } of beside) {
			if (!isOneParagraph(collection, number, number + step)) continue;
			around[number] = (around[number] ?? 0) + share * (scores[number + step] ?? 0);
		}
	}
	const total = Math.max(
		1e-6,
		weights.reduce((sum, weight) => sum + weight, 0),
	);
	return { question, collection, weights, total, scores, around };
}

/** How much a term counts that a passage has this often. */
export function frequency(count: number, { passages, length }: Collection, number: number): number {
	return saturated(count, passages[number]?.words.length ?? 0, length);
}

/** Whether two passages, by their numbers, stand in the same paragraph. */
export function isOneParagraph({ passages }: Collection, one: number, other: number): boolean {
	const first = passages[one];
	const second = passages[other];
	return (
		first !== undefined &&
		second !== undefined &&
		first.paragraph === second.paragraph &&
		first.text === second.text
	);
}

/** The numbers of the passages that have most of a question's words in and around them, best first. */
export function promising({ around }: Match, most: number): number[] {
	const found: number[] = [];
	for (const [number, score] of around.entries()) if (score > 0) found.push(number);
	return found.sort((one, other) => (around[other] ?? 0) - (around[one] ?? 0) || one - other).slice(0, most);
}
