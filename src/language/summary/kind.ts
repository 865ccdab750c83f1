import type { LanguagePack } from '../pack.ts';
import type { Candidate } from './sentences.ts';

/**
 * What an article is, as far as it matters for where its point stands: news says it first; an essay, a review or a
 * comment may say it last; in a talk of questions and answers the introduction says it.
 */
export type ArticleKind = 'news' | 'essay' | 'talk';

/** Questions that make a talk: so many, such a share of the paragraphs, and so many that ask somebody: "you". */
const asked = { count: 3, share: 0.1, directly: 2 };
/** A report has a verb of speech in at least this share of its sentences. */
const reported = 0.13;

/** How doubtful a sentence is in a talk: an answer about what the headline announces, and all others. */
const doubtful = { answer: 1 / 2, other: 1 };
const isQuestion = (text: string): boolean => /\?["”»’')\]]*\s*$/u.test(text);

/** Tells the kind by its questions and its verbs of speech. Linear. */
export function kindOf(
	paragraphs: readonly string[],
	all: readonly Candidate[],
	{ words }: LanguagePack,
): ArticleKind {
	const questions = paragraphs.filter(isQuestion);
	const direct = questions.filter((question) => words.addressed?.test(question) === true);
	if (
		questions.length >= Math.max(asked.count, asked.share * paragraphs.length) &&
		direct.length >= asked.directly
	)
		return 'talk';
	const text = all.filter(({ furniture }) => !furniture);
	const reports = text.filter(({ tokens }) => tokens.some(({ lower }) => words.plainCues.has(lower)));
	return reports.length >= reported * text.length ? 'news' : 'essay';
}

/** How likely each sentence is not understood without the question before it: 0 before the first one. Linear. */
export function doubtsOfAnswers(
	paragraphs: readonly string[],
	all: readonly Candidate[],
	kind: ArticleKind,
	announced: ReadonlySet<string>,
	{ words }: LanguagePack,
): readonly number[] {
	const first = kind === 'talk' ? paragraphs.findIndex(isQuestion) : paragraphs.length;
	return all.map(({ paragraph, tokens, quoted, keys }) => {
		if (paragraph < first) return 0;
		const isSpoken =
			quoted === 0 && tokens.some(({ lower }) => words.firstPerson.has(lower) || lower === 'you');
		const isTold = keys.some((key) => announced.has(key)) && !isQuestion(paragraphs[paragraph] ?? '');
		return isTold && !isSpoken ? doubtful.answer : doubtful.other;
	});
}
