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

/** Shares of the sentences of a comment: its own words at least, what of a sentence may be quoted, what judges. */
const commented = { own: 0.7, quoted: 0.2, judging: 0.09 };
/** The share of sentences from which on it is the writer who says "I" outside quotations. */
const writer = 0.08;
/** Whether a paragraph ends with a question. */
export const endsAsQuestion = (text: string): boolean => /\?["”»’')\]]*\s*$/u.test(text);

/** Tells the kind by its questions and its verbs of speech. Linear. */
export function kindOf(
	paragraphs: readonly string[],
	all: readonly Candidate[],
	{ words }: LanguagePack,
): ArticleKind {
	// Of several questions in a row only the last one has an answer.
	const questions = paragraphs.filter(
		(text, at) => endsAsQuestion(text) && !endsAsQuestion(paragraphs[at + 1] ?? ''),
	);
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

/**
 * Whether a report is a comment on the news: most of its sentences are the writer's own words, without a verb of speech,
 * and many of these judge or claim. Linear.
 */
export function isComment(all: readonly Candidate[], pack: LanguagePack): boolean {
	const text = all.filter(({ furniture }) => !furniture);
	const own = text.filter(
		({ quoted, tokens }) =>
			quoted < commented.quoted && !tokens.some(({ lower }) => pack.words.plainCues.has(lower)),
	);
	const judging = own.filter((one) => pack.judges?.(one.text) === true || pack.claims?.(one.text) === true);
	return own.length >= commented.own * text.length && judging.length >= commented.judging * text.length;
}

/**
 * Says of each sentence whether it is an answer, which nobody understands without its question, or, where a report
 * says "I" outside quotations, somebody's whom it does not name. Linear.
 */
export function spokenIn(
	paragraphs: readonly string[],
	all: readonly Candidate[],
	kind: ArticleKind,
	{ words }: LanguagePack,
): readonly boolean[] {
	const first = kind === 'talk' ? paragraphs.findIndex(endsAsQuestion) : paragraphs.length;
	const spoken = all.map(({ quoted, text }) => quoted === 0 && words.spoken?.test(text) === true);
	const isWriter = spoken.filter(Boolean).length >= writer * all.length;
	return all.map(
		({ paragraph }, index) => paragraph >= first || (kind === 'news' && !isWriter && spoken[index] === true),
	);
}
