import type { ParsedArticle } from '../parsed-article.ts';
import type { Person } from '../person.ts';
import { spelled } from '../spelling.ts';
import type { Words } from '../words.ts';
import { trimmed } from './trimmed.ts';
import type { Unmarked } from './unmarked.ts';

const label =
	/^[\s\u00a0]*((?:\p{Lu}[\p{L}.'’-]{0,30})(?:[ \u00a0]\p{Lu}[\p{L}.'’-]{0,30}){0,4}):[\s\u00a0]+(?=\S)/u;
const marks = /^["“„«‘'「]/u;

interface Turn {
	paragraph: number;
	name: string;
	start: number;
	/** Where the label's name is. */
	at: number;
}

/** What is said behind labels: interviews ("Q:", "A:") and transcripts ("NAME:"). */
export function findTurns(parsedArticle: ParsedArticle): Unmarked[] {
	const turns: Turn[] = [];
	for (const { paragraph } of parsedArticle.parsedParagraphs) {
		const match = label.exec(paragraph.text);
		const name = match?.[1];
		if (!match || name === undefined || marks.test(paragraph.text.slice(match[0].length))) continue;
		turns.push({ paragraph: paragraph.index, name, start: match[0].length, at: match[0].indexOf(name) });
	}
	if (turns.length < 2) return [];
	const personNamed = directory(parsedArticle, turns);
	const isTurn = isTurnIn(personNamed, turns, parsedArticle.words);
	const kept = turns.filter(isTurn);
	if (kept.length < 2) return [];
	const guest = interviewee(parsedArticle, kept[0]?.paragraph ?? 0);
	return kept.flatMap((turn) => {
		const text = parsedArticle.parsedParagraphs[turn.paragraph]?.paragraph.text ?? '';
		const { end } = trimmed(text, turn.start, text.length);
		const isAnswer = parsedArticle.words.answerLabels.has(turn.name.toLowerCase());
		const isLetter = isAnswer || parsedArticle.words.questionLabels.has(turn.name.toLowerCase());
		const person = isLetter ? (isAnswer ? guest : null) : personNamed(turn.name);
		const name = person?.name ?? (isLetter ? null : turn.name);
		const speaker = name === null ? null : spelled(name);
		return [
			{
				paragraph: turn.paragraph,
				start: turn.start,
				end,
				open: 0,
				speaker,
				person,
				mention: speaker === null ? null : { start: turn.at, end: turn.at + turn.name.length },
				cue: null,
				turn: turn.paragraph,
			},
		];
	});
}

/**
 * A label is a speaker's where it is "Q" or "A"; where it is somebody of the article's and stands more than once
 * or among others; or where it is in capitals and talks with another: both come back, one directly behind the
 * other. Labels of lines of the page ("READ MORE: …") and of subjects ("ENERGY: …") do not.
 */
function isTurnIn(
	personNamed: (label: string) => Person | null,
	turns: readonly Turn[],
	{ questionLabels, answerLabels, pageLabels, functionWords }: Words,
): (turn: Turn) => boolean {
	const counts = new Map<string, number>();
	for (const { name } of turns) counts.set(name, (counts.get(name) ?? 0) + 1);
	const asked = [...counts.keys()].some((name) => questionLabels.has(name.toLowerCase()));
	const isOfPage = (name: string): boolean =>
		name.split(/[ \u00a0]/u).some((word) => {
			const lower = word.toLowerCase();
			return functionWords.has(lower) || pageLabels?.has(lower) === true;
		});
	const isCapitals = (name: string): boolean => name === name.toUpperCase() && name.length > 2;
	const comesBack = (name: string): boolean => (counts.get(name) ?? 0) > 1;
	const talking = new Set<string>();
	for (const [index, { name, paragraph }] of turns.entries()) {
		const next = turns[index + 1];
		if (next?.paragraph !== paragraph + 1 || next.name === name) continue;
		if ([name, next.name].some((one) => !comesBack(one) || isOfPage(one))) continue;
		talking.add(name).add(next.name);
	}
	const known = [...counts.keys()].filter((name) => personNamed(name) !== null).length;
	return ({ name }) => {
		const lower = name.toLowerCase();
		if (questionLabels.has(lower) || answerLabels.has(lower)) return asked;
		if (isCapitals(name) && talking.has(name)) return true;
		const person = personNamed(name);
		if (person === null || !speaks(person)) return false;
		// An interview may go on with names or initials where it began with "Q" and "A".
		return asked || comesBack(name) || ((isCapitals(name) || initials.test(name)) && known > 1);
	};
}

/** A team or a firm is named before a colon in a list of results, and speaks no turn there. */
const speaks = ({ kind, gender, names }: Person): boolean =>
	kind === 'person' || gender !== null || names.some(({ titled }) => titled);

/** The only person that an interview's introduction names; null where it names several or nobody. */
function interviewee({ people }: ParsedArticle, first: number): Person | null {
	const named = people.all.filter(
		(person) =>
			person.words.length > 1 &&
			person.kind === 'person' &&
			person.names.some((name) => name.paragraph < first),
	);
	return named.length === 1 ? (named[0] ?? null) : null;
}

const initials = /^\p{Lu}{2,3}$/u;

/**
 * Finds people by their full name, by a surname that only one of them has, or by the initials of one who has a turn under
 * the full name, or of anybody in an interview of questions and answers.
 */
function directory(
	{ people, words: { questionLabels } }: ParsedArticle,
	turns: readonly Turn[],
): (label: string) => Person | null {
	const full = new Map<string, Person>();
	const surnames = new Map<string, Person | null>();
	const byInitials = new Map<string, Person | null>();
	const labels = new Set(turns.map(({ name }) => bare(name)));
	const asked = [...labels].some((name) => questionLabels.has(name));
	for (const person of people.all) {
		if (person.words.length < 2) continue;
		const name = bare(person.name);
		const surname = name.split(' ').at(-1) ?? '';
		full.set(name, person);
		surnames.set(surname, surnames.has(surname) ? null : person);
		if (!asked && !labels.has(name)) continue;
		const letters = name.split(' ').map(([first = '']) => first);
		byInitials.set(letters.join(''), byInitials.has(letters.join('')) ? null : person);
	}
	return (label) =>
		full.get(bare(label)) ??
		surnames.get(bare(label)) ??
		(initials.test(label) ? (byInitials.get(bare(label)) ?? null) : null);
}

const bare = (name: string): string =>
	name
		.toLowerCase()
		.replace(/\./g, '')
		.replace(/[\s\u00a0]+/g, ' ');
