import { packFor } from '../packs.ts';
import type { SearchedText } from './passages.ts';

/** A paragraph of questions is no longer than this, UTF-16. */
const longest = 600;
/** Questions with an answer, one of them to somebody ("you"), that make a talk; and questions of one label. */
const least = { questions: 2, turns: 2 };

interface Turn {
	readonly text: string;
	readonly number: number;
}

/** What stands before a turn of a talk: "Q: …", "Orla Finch: …". */
const label = /^(?<who>\p{Lu}[\p{L}\p{M}.'’ -]{0,40}):\s+\S/u;
/** Whether a paragraph asks, as far as its end tells. */
export const asks = (text: string): boolean => /\?[)\]]?\s*$/u.test(text);
const isAsking = (text: string): boolean => text.length <= longest && asks(text);
const hasMarks = /["“”„«»]/u;
/** Nothing but questions, so far as its marks tell. */
const isAllAsking = (text: string): boolean => isAsking(text) && !/[.!…](?:\s|$)/u.test(text);

/**
 * The paragraphs of a text, by number, in which somebody asks, each with that of the answer behind it, or null where none
 * follows or an empty one, which was not read: the turns of whoever asks in a talk, and elsewhere a paragraph that is
 * nothing but a question ("What happens now?"). Linear.
 */
export function askedParagraphs({ paragraphs, language }: SearchedText): ReadonlyMap<number, number | null> {
	const turns = paragraphs.map((text, number) => ({ text: text.trim(), number }));
	const questions = turns.filter(({ text }) => isAsking(text) && !hasMarks.test(text));
	const { addressed } = packFor(language).words;
	const isDirect = questions.some(({ text }) => addressed?.test(text) === true);
	const asked = new Set(questions);
	const isAnswer = (turn: Turn) => turn.text !== '' && !asked.has(turn);
	const answered = turns.filter((turn, at) => at > 0 && asked.has(turns[at - 1] as Turn) && isAnswer(turn));
	const isTalk = isDirect && answered.length >= least.questions;
	const asking = new Set([
		...(isTalk ? questions : questions.filter(({ text }) => isAllAsking(text))),
		...labelled(turns),
	]);
	const found = new Map<number, number | null>();
	let next: number | null = null;
	for (const turn of turns.toReversed()) {
		if (asking.has(turn)) found.set(turn.number, next);
		else next = turn.text === '' ? null : turn.number;
	}
	return found;
}

/** The turns of those of whose labelled paragraphs half or more ask; what they say between is no answer either. */
function labelled(turns: readonly Turn[]): readonly Turn[] {
	const byLabel = Map.groupBy(turns, ({ text }) => label.exec(text)?.groups?.who ?? '');
	return [...byLabel].flatMap(([who, own]) => {
		const questions = own.filter(({ text }) => isAsking(text)).length;
		return who !== '' && questions >= least.turns && questions * 2 >= own.length ? own : [];
	});
}
