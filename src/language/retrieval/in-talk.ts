import { packFor } from '../packs.ts';
import { functionStems } from './function-stems.ts';
import { askedParagraphs } from './interviewer.ts';
import type { Match } from './match.ts';
import type { Passage, SearchedText } from './passages.ts';
import { presenceOf } from './presence.ts';
import { lightShare, readQuestion, type SoughtTerm } from './question.ts';
import type { Ranked } from './rank.ts';
import { remember } from './remember.ts';

/** A passage that is shown, which in a talk may be the beginning of the answer behind the question that was found. */
export interface Shown {
	readonly number: number;
	readonly passage: Passage;
	readonly score: number;
	/** The paragraph of the question that it answers in a talk, by number; null for none. */
	readonly answers: number | null;
}

/** Sentences of an answer that are shown with its question. */
const opening = 2;
/** Of the best passages, those that are looked at for the same question. */
const looked = 5;

/**
 * The best passages, each question of a talk replaced by the beginning of its answer, each once; and whether somebody asks
 * there what is asked here, whose answer is then the first.
 */
export function inTalk(
	match: Match,
	ranked: readonly Ranked[],
	limit: number,
): { readonly passages: readonly Shown[]; readonly isAsked: boolean } {
	const { passages, texts } = match.collection;
	const asked = remember((text) => askedParagraphs(texts[text] as SearchedText));
	const same = ranked.slice(0, looked).find(({ number }) => {
		const passage = passages[number];
		const behind = passage && asked(passage.text).get(passage.paragraph);
		return (
			passage !== undefined &&
			typeof behind === 'number' &&
			asksTheSame(match, passage, Math.min(...asked(passage.text).keys()))
		);
	});
	const first = ranked[0];
	const ordered =
		same && first ? [{ ...same, score: first.score }, ...ranked.filter((one) => one !== same)] : ranked;
	const found = new Map<number, Shown>();
	for (const { number, score } of ordered) {
		if (found.size === limit) break;
		const passage = passages[number];
		if (!passage) continue;
		const { text, paragraph, index } = passage;
		const questions = asked(text);
		const behind = questions.get(paragraph);
		if (behind === undefined) {
			const before =
				index < opening ? questions.keys().find((at) => questions.get(at) === paragraph) : undefined;
			if (!found.has(number)) found.set(number, { number, passage, score, answers: before ?? null });
			continue;
		}
		const answer = passages.findIndex((other) => other.text === text && other.paragraph === behind);
		const opens = passages[answer];
		if (opens && !found.has(answer))
			found.set(answer, { number: answer, passage: opens, score, answers: paragraph });
	}
	return { passages: [...found.values()], isAsked: same !== undefined };
}

/**
 * Whether a passage asks for the same kind of thing, with all words of a question; names may be missing that the text has
 * in its title or before the first question, where it says "you".
 */
function asksTheSame(
	{ question, collection: { passages, postings, texts, titles } }: Match,
	passage: Passage,
	first: number,
): boolean {
	const { language, paragraphs } = texts[passage.text] ?? { language: null, paragraphs: [] };
	const text = paragraphs[passage.paragraph]?.slice(passage.start, passage.end) ?? '';
	const other = readQuestion(text, language);
	if (other.kind !== question.kind || other.negated !== question.negated) return false;
	if (other.isYesNo !== question.isYesNo || (question.kind === 'other' && !question.isYesNo)) return false;
	const isToYou = packFor(language).words.addressed?.test(text) === true;
	const isIntroduced = (stem: string) =>
		titles[passage.text]?.has(stem) === true ||
		(postings.get(stem) ?? []).some((number) => {
			const one = passages[number];
			return one?.text === passage.text && one.paragraph < first;
		});
	const { strength } = presenceOf(question, passage);
	const isTold = ({ stem, isName, share }: SoughtTerm, term: number) => {
		if ((strength[term] ?? 0) > 0 || functionStems.has(stem)) return true;
		return isName ? isToYou && isIntroduced(stem) : share === lightShare;
	};
	const isTelling = ({ share }: SoughtTerm, term: number) => share === 1 && strength[term] === 1;
	return question.terms.every(isTold) && question.terms.some(isTelling);
}
