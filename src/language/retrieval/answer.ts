import { packFor } from '../packs.ts';
import type { Collection } from './collection.ts';
import { decisionRow, isUntold } from './decide.ts';
import { functionStems } from './function-stems.ts';
import { inTalk } from './in-talk.ts';
import { isOneParagraph, type Match } from './match.ts';
import { answerModel } from './model.ts';
import { matchInText, matchOnSubject } from './on-subject.ts';
import { presenceOf } from './presence.ts';
import { lightShare, readQuestion } from './question.ts';
import { type AnswerModel, type Ranked, rankPassages } from './rank.ts';

/** A sentence that may answer: its text and paragraph by number, and where it stands there (UTF-16, half-open). */
export interface AnswerPassage {
	readonly text: number;
	readonly paragraph: number;
	readonly start: number;
	readonly end: number;
	/** How likely it is that of all sentences this one answers, 0 to 1. */
	readonly share: number;
	/** The paragraph of the question that it answers in a talk, by number; null for none. A question is no answer itself. */
	readonly answers: number | null;
	/** Whether the sentence behind it leans on it and has a word of the question that it lacks: it may hold the answer. */
	readonly goesOn: boolean;
}

/** A word of a question that stands nowhere, as it was typed. */
export interface MissingWord {
	readonly word: string;
	/** Whether it is the verb of what the question takes to have happened. */
	readonly isEvent: boolean;
}

export interface FoundAnswer {
	/** Whether the best passages answer the question; if not, they are the nearest there is. */
	readonly answered: boolean;
	/** Best first; empty where no word of the question is anywhere. */
	readonly passages: readonly AnswerPassage[];
	/** Telling words of the question, as typed, of which no text nor headline has any form, nor one that may stand for it. */
	readonly missing: readonly MissingWord[];
}

/** How a question is answered. */
export interface AnswerOptions {
	/** Of the question, BCP 47. */
	readonly language?: string | null;
	/** Passages that are given. */
	readonly limit?: number;
	readonly model?: AnswerModel;
}

/** The sentences of a collection that answer a question, best first. Linear in what has words of it. */
export function answerFrom(
	question: string,
	collection: Collection,
	{ language = null, limit = 10, model = answerModel() }: AnswerOptions = {},
): FoundAnswer {
	const asked = readQuestion(question, language);
	const match = matchOnSubject(asked, collection);
	const ranked = rankPassages(match, model.passage);
	const missing = missingIn(match);
	if (ranked.length === 0) return { answered: false, passages: [], missing };
	const top = ranked[0]?.score ?? 0;
	const all = ranked.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
	// "What is it?" and "And who said so?" say nothing of what is asked for.
	const tells = match.question.terms.some(
		({ stem, share, isNumber }) => isNumber || (share > lightShare && !functionStems.has(stem)),
	);
	// The model learned from one text at a time what tells that a question is answered.
	const own = matchInText(asked, match, ranked[0]?.number ?? -1);
	const inOwn = own === match ? ranked : rankPassages(own, model.passage);
	const talk = inTalk(match, own === match ? ranked : withFirst(match, ranked, own, inOwn), limit);
	return {
		answered: tells && (talk.isAsked || isAnswered(own, inOwn, model)),
		passages: talk.passages.map(({ passage, number, answers, score }) => {
			const { text, paragraph, start, end } = passage;
			const share = Math.exp(score - top) / all;
			return { text, paragraph, start, end, share, answers, goesOn: goesOn(match, number) };
		}),
		missing,
	};
}

/** Ranked passages with the one first that is the best beside its own text alone, of which it is decided. */
function withFirst(
	{ collection }: Match,
	ranked: readonly Ranked[],
	own: Match,
	inOwn: readonly Ranked[],
): readonly Ranked[] {
	const best = own.collection.passages[inOwn[0]?.number ?? -1];
	const found = ranked.find(({ number }) => collection.passages[number] === best);
	const [first] = ranked;
	return found && first
		? [{ ...found, score: first.score }, ...ranked.filter((one) => one !== found)]
		: ranked;
}

function isAnswered(match: Match, ranked: readonly Ranked[], { answered, least }: AnswerModel): boolean {
	return !isUntold(match, ranked) && answered.score(decisionRow(match, ranked)) >= least;
}

function goesOn({ question, collection }: Match, number: number): boolean {
	const passage = collection.passages[number];
	const next = collection.passages[number + 1];
	if (!passage || !next || !isOneParagraph(collection, number, number + 1)) return false;
	const { paragraphs, language } = collection.texts[next.text] ?? { paragraphs: [], language: null };
	const text = paragraphs[next.paragraph]?.slice(next.start, next.end) ?? '';
	if (!packFor(language).leansOnBefore(text)) return false;
	const own = presenceOf(question, passage).strength;
	return presenceOf(question, next).strength.some((has, term) => has > 0 && own[term] === 0);
}

function missingIn({ question, collection: { postings, titles } }: Match): MissingWord[] {
	const isThere = (stem: string) => postings.has(stem) || titles.some((title) => title.has(stem));
	return question.terms.flatMap(({ stem, written, share, related, initials }) => {
		const isTelling = share === 1 && initials === '' && !functionStems.has(stem);
		return isTelling && !isThere(stem) && !related.values().some(isThere)
			? [{ word: written, isEvent: stem === question.event }]
			: [];
	});
}
