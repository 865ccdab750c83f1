import type { ParsedParagraph } from './mentions.ts';
import type { ParsedArticle } from './parsed-article.ts';
import type { Person } from './person.ts';
import type { Unmarked } from './unmarked/unmarked.ts';

/** A question is no longer than this. */
const LONGEST = 300;
/** Paragraphs before the first question that say who is asked. */
const INTRODUCTION = 4;
/** Fewer questions may be anything. */
const FEWEST = 2;

/**
 * An interview without labels and marks: paragraphs that are a question, each followed by the answer, behind an
 * introduction that tells of the talk and names one person. The answers are that person's.
 */
export function findInterview(parsedArticle: ParsedArticle): Unmarked[] {
	const { parsedParagraphs } = parsedArticle;
	const asked = parsedParagraphs.flatMap((parsed, index) =>
		isInterviewQuestion(parsed) && isSpeech(parsedParagraphs[index + 1]) ? index : [],
	);
	const [first] = asked;
	if (first === undefined || asked.length < FEWEST) return [];
	const guest = askedIn(parsedArticle, first);
	const answers = asked.flatMap((question, index) => answerTo(parsedParagraphs, question, asked[index + 1]));
	const own = answers.filter((parsed) => isFirstPerson(parsed));
	if (!guest || own.length * 2 < answers.length) return [];
	return answers.map(({ paragraph: { index, text } }) => ({
		paragraph: index,
		start: 0,
		end: text.trimEnd().length,
		open: 0,
		speaker: guest.name,
		person: guest,
		mention: null,
		cue: null,
		turn: index,
	}));
}

/** A verb of speech tells whose question it is, but for one to somebody: "do you think?", "what did he tell you?". */
const isInterviewQuestion = ({ paragraph, mentions }: ParsedParagraph): boolean =>
	paragraph.spans.length === 0 &&
	paragraph.text.length <= LONGEST &&
	/\?\s*$/u.test(paragraph.text) &&
	(paragraph.words.addressed?.test(paragraph.text) === true ||
		mentions.every(({ cue, side }) => cue === null || side === 'none'));

const isSpeech = (parsed: ParsedParagraph | undefined): parsed is ParsedParagraph =>
	parsed !== undefined && parsed.paragraph.spans.length === 0 && !isInterviewQuestion(parsed);

const isFirstPerson = ({ paragraph: { tokens, words } }: ParsedParagraph): boolean =>
	tokens.some(({ lower }) => words.firstPerson.has(lower));

/** The paragraphs up to the next question; behind the last one only the next. */
function answerTo(
	parsedParagraphs: readonly ParsedParagraph[],
	question: number,
	next: number | undefined,
): ParsedParagraph[] {
	const paragraphs = parsedParagraphs.slice(question + 1, next ?? question + 2);
	const end = paragraphs.findIndex((parsed) => !isSpeech(parsed));
	return end < 0 ? paragraphs : paragraphs.slice(0, end);
}

/** The only person whom the paragraphs before the questions name in full, where they tell of a talk. */
function askedIn({ parsedParagraphs, people, words }: ParsedArticle, first: number): Person | null {
	const from = Math.max(0, first - INTRODUCTION);
	const introduction = parsedParagraphs.slice(from, first);
	const isTalk = introduction.some(({ paragraph }) => words.interviews?.test(paragraph.text) === true);
	const named = people.all.filter(
		({ kind, words: own, gender, names }) =>
			own.length > 1 &&
			(kind === 'person' || (kind === 'unknown' && gender !== null)) &&
			names.some(({ paragraph }) => paragraph < first),
	);
	return isTalk && named.length === 1 ? (named[0] ?? null) : null;
}
