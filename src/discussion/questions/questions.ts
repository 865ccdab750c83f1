import { packFor } from '../../language/packs.ts';
import { disputes } from './disputes.ts';
import { passages } from './passages.ts';
import type { Material, Question } from './question.ts';
import { sides } from './sides.ts';
import { stands } from './stands.ts';

/** More than anybody discusses in one thread. */
const mostQuestions = 5;
const mostSides = 2;
/** Fewer are filled up with what speakers stand for. */
const enough = 3;

/** Whether questions are made of articles in this language, given as a BCP 47 tag. */
export function asksIn(language: string | null): boolean {
	return packFor(language).discussion !== undefined;
}

/**
 * Three to five questions that come from an article itself, those with two sides first; fewer where it gives less,
 * and none where it gives none or its language has no rules for them. Pure: the same article has the same questions.
 */
export function questionsOf(material: Material): readonly Question[] {
	const pack = packFor(material.language);
	if (pack.discussion === undefined) return [];
	const { unsourced, open } = passages(material, pack);
	const [pair, ...pairs] = sides(material, pack, mostSides);
	const [dispute, ...more] = disputes(material, pack);
	const best = [pair, dispute, unsourced[0], open[0], ...pairs, open[1], unsourced[1], ...more];
	const questions = best.filter((question) => question !== undefined).slice(0, mostQuestions);
	const left = Math.max(0, enough - questions.length);
	return [...questions, ...stands(material, pack, questions).slice(0, left)];
}
