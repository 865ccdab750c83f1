import type { Outline } from './kinds/outlined.ts';
import { topicBits, wordTopics } from './kinds/words.ts';
import type { MarkedLine } from './marked.ts';
import { isProse } from './prose.ts';

/** Paragraphs above a form for comments from which on it ends the article. */
const fewest = 3;
/** Where a line below reads this much like a paragraph, the article continues there. */
const continuing = 0.95;
/** A line above the form that reads more like a paragraph than this is no invitation. */
const surest = 0.9;
const surestQuestion = 0.97;
/** And a line with the words of a form, more like one than this, is text about comments. */
const surestForm = 0.4;
const longestForm = 120;
const longestInvitation = 160;
const longestQuestion = 80;

/**
 * Ends the text at the form for comments, and takes the invitations directly above it for a part of the form. Of 90
 * copied pages that have such a form below three paragraphs, none has a line of the text below it; nor has one of 33
 * with a line that asks for comments in other words.
 */
export function endAtForm(
	lines: readonly MarkedLine[],
	outline: Outline,
): { readonly lines: readonly MarkedLine[]; readonly outline: Outline } {
	const end = formBelowText(lines, outline);
	if (end < 0) return { lines, outline };
	let start = end;
	while (isInvitation(lines[start - 1], outline.body[start - 1] ?? 1)) start--;
	const paragraphs = outline.paragraphs.slice().fill(0, start);
	return {
		lines: lines.map((line, at) =>
			at >= start && at < end ? { ...line, marks: [{ kind: 'furniture', what: 'comment form' }] } : line,
		),
		outline: { ...outline, paragraphs },
	};
}

/** The line of the first form below enough of the text, or -1 where there is none or the article continues. */
function formBelowText(lines: readonly MarkedLine[], { headline, body, paragraphs }: Outline): number {
	const sizes = lines.map(({ text }, at) => (at > headline && paragraphs[at] === 1 ? text.length : 0));
	const total = sizes.reduce((sum, size) => sum + size, 0);
	let count = 0;
	let above = 0;
	for (const [at, line] of lines.entries()) {
		if ((sizes[at] ?? 0) > 0 && isProse(line.text)) count++;
		above += sizes[at] ?? 0;
		if (count < fewest || above < total / 2 || !(isForm(line) || asksToComment(line, body[at] ?? 0)))
			continue;
		return sizes.some((size, below) => below > at && size > 0 && (body[below] ?? 0) >= continuing) ? -1 : at;
	}
	return -1;
}

/** "Join the discussion", "12 comments", and a button to share that is a button to comment as well. */
function isForm({ marks, text }: MarkedLine): boolean {
	return marks.some(
		(mark) =>
			mark.kind === 'furniture' &&
			(mark.what === 'comment form' ||
				mark.what === 'comment counter' ||
				(mark.what === 'share button' && /\bcomments?\b/i.test(text))),
	);
}

const saidByOthers = /["“”„«»]/;
const bitOf = (topic: (typeof wordTopics)[number]) => 1 << wordTopics.indexOf(topic);
const [comments, sign, reader] = [bitOf('comments'), bitOf('sign'), bitOf('appeal')];

/** "Please log in to post your comment": in any language of which the stems are known. */
function asksToComment({ marks, text }: MarkedLine, body: number): boolean {
	if (marks.length > 0 || body > surestForm || text.length > longestForm || saidByOthers.test(text))
		return false;
	const bits = topicBits(text);
	return (bits & comments) !== 0 && (bits & (sign | reader)) !== 0;
}

/** A line about accounts and comments, or a short question to the reader; without words that somebody said. */
function isInvitation(line: MarkedLine | undefined, body: number): boolean {
	if (!line || line.marks.length > 0 || line.text.length > longestInvitation) return false;
	if (saidByOthers.test(line.text)) return false;
	const bits = topicBits(line.text);
	if ((bits & reader) === 0) return false;
	const asks = line.text.endsWith('?') && line.text.length <= longestQuestion && body <= surestQuestion;
	return asks || ((bits & (comments | sign)) !== 0 && body <= surest);
}
