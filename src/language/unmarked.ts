import type { Mention } from './mentions.ts';
import type { ParsedArticle } from './parsed-article.ts';
import type { Person } from './person.ts';
import { spelled } from './spelling.ts';
import type { Words } from './words.ts';

/** Speech without quotation marks, where a label, a dash or a signature shows who said it. */
export interface Unmarked {
	paragraph: number;
	/** From the label's end, the dash or the paragraph's start; UTF-16, half-open. */
	start: number;
	end: number;
	/** How many units of a dash are before the words. */
	open: number;
	speaker: string | null;
	person: Person | null;
	/** Where the speaker is named, in UTF-16 offsets of the same paragraph unless it tells another. */
	mention: { paragraph?: number; start: number; end: number } | null;
	cue: string | null;
	/** Speech of one paragraph is one utterance. */
	turn: number;
}

/** Dialogue opened by dashes, interviews ("Q:", "A:"), transcripts ("NAME:") and posts ("… — Name (@name) …"). */
export function findUnmarked(parsedArticle: ParsedArticle): Unmarked[] {
	return [...findDashes(parsedArticle), ...findTurns(parsedArticle), ...findPosts(parsedArticle)];
}

const opensDash = /^[\s\u00a0]*[—–―][\s\u00a0]?(?=[\p{L}¿¡…])/u;
const dash = /[—–―]/u;

function findDashes(parsedArticle: ParsedArticle): Unmarked[] {
	const found: Unmarked[] = [];
	let attributed = false;
	for (const { paragraph, mentions } of parsedArticle.parsedParagraphs) {
		const opening = opensDash.exec(paragraph.text)?.[0];
		if (opening === undefined || paragraph.spans.length > 0) continue;
		const parts = splitAtDashes(paragraph.text, opening.length);
		const words: { start: number; end: number }[] = [];
		let source: Mention | null = null;
		let cue: string | null = null;
		for (const [index, part] of parts.entries()) {
			const verb =
				index % 2 === 1
					? leadingVerb(paragraph.text.slice(part.start, part.end), paragraph.words.cueVerbs)
					: null;
			if (!verb && index % 2 === 1) {
				// A dash inside the speech: it continues.
				const last = words.at(-1);
				if (last) last.end = part.end;
				continue;
			}
			if (!verb) {
				words.push({ ...part });
				continue;
			}
			attributed = true;
			cue ??= verb;
			source ??=
				mentions.find((one) => {
					const at = paragraph.tokens[one.first]?.start ?? 0;
					return at >= part.start && at < part.end;
				}) ?? null;
		}
		const tokens = paragraph.tokens;
		const mention = source && {
			start: tokens[source.first]?.start ?? 0,
			end: tokens[source.after - 1]?.end ?? 0,
		};
		for (const [index, { start, end }] of words.entries()) {
			found.push({
				paragraph: paragraph.index,
				start: index === 0 ? 0 : start,
				end,
				open: index === 0 ? opening.length : 0,
				speaker: source?.person?.name ?? null,
				person: source?.person ?? null,
				mention: source?.person ? mention : null,
				cue: source?.person ? cue : null,
				turn: paragraph.index,
			});
		}
	}
	// Without one attribution the dashes may open the items of a list.
	return attributed ? found : [];
}

function splitAtDashes(text: string, from: number): { start: number; end: number }[] {
	const parts: { start: number; end: number }[] = [];
	let start = from;
	for (let at = from; at <= text.length; at++) {
		if (at < text.length && !(dash.test(text[at] ?? '') && /\s/.test(text[at - 1] ?? ''))) continue;
		const part = trimmed(text, start, at);
		if (part.end > part.start) parts.push(part);
		start = at + 1;
	}
	return parts;
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
	let start = from;
	let end = to;
	while (start < end && /\s/.test(text[start] ?? '')) start++;
	while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
	return { start, end };
}

function leadingVerb(text: string, cueVerbs: ReadonlyMap<string, string>): string | null {
	for (const word of text
		.slice(0, 60)
		.split(/[^\p{L}'’-]+/u)
		.slice(0, 4)) {
		if (word && word === word.toLowerCase() && cueVerbs.has(word)) return word;
	}
	return null;
}

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

function findTurns(parsedArticle: ParsedArticle): Unmarked[] {
	const turns: Turn[] = [];
	for (const { paragraph } of parsedArticle.parsedParagraphs) {
		const match = label.exec(paragraph.text);
		const name = match?.[1];
		if (!match || name === undefined || marks.test(paragraph.text.slice(match[0].length))) continue;
		turns.push({ paragraph: paragraph.index, name, start: match[0].length, at: match[0].indexOf(name) });
	}
	if (turns.length < 2) return [];
	const personNamed = directory(parsedArticle);
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
		return person !== null && speaks(person) && (comesBack(name) || (isCapitals(name) && known > 1));
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

/** Finds people by their full name, or by a surname that only one of them has. */
function directory({ people }: ParsedArticle): (label: string) => Person | null {
	const full = new Map<string, Person>();
	const surnames = new Map<string, Person | null>();
	for (const person of people.all) {
		if (person.words.length < 2) continue;
		const name = bare(person.name);
		const surname = name.split(' ').at(-1) ?? '';
		full.set(name, person);
		surnames.set(surname, surnames.has(surname) ? null : person);
	}
	return (label) => full.get(bare(label)) ?? surnames.get(bare(label)) ?? null;
}

const bare = (name: string): string =>
	name
		.toLowerCase()
		.replace(/\./g, '')
		.replace(/[\s\u00a0]+/g, ' ');

const signature =
	/[—–-][\s\u00a0]?([\p{L}][\p{L}\p{M} .'’-]{1,60}) \(@\w{1,30}\)(?: \p{L}{3,9}\.? \d{1,2}, \d{4})?[\s.]*$/u;

function findPosts(parsedArticle: ParsedArticle): Unmarked[] {
	return parsedArticle.parsedParagraphs.flatMap(({ paragraph: { index, text, spans } }) => {
		const tail = text.slice(-140);
		const match = signature.exec(tail);
		const name = match?.[1]?.trim();
		if (!match || !name || spans.length > 0) return [];
		const shift = text.length - tail.length;
		const { start, end } = trimmed(text, 0, shift + match.index);
		if (end <= start) return [];
		const at = shift + match.index + match[0].indexOf(name);
		const mention = { start: at, end: at + name.length };
		return [
			{ paragraph: index, start, end, open: 0, speaker: name, person: null, mention, cue: null, turn: index },
		];
	});
}
