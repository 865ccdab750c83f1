import type { Block, Mark, Text } from '../card.ts';
import { coarseMatches, isInnocent } from '../language/en/coarse-words.ts';

/**
 * A stranger's words with the coarse ones behind spoilers: only the whole word. English only,
 * spelled plainly or with figures and signs for letters.
 */
export function coarseHidden(text: string): Text {
	const parts: (string | Mark)[] = [];
	let from = 0;
	for (const match of coarseMatches(text)) {
		const { start, end } = wholeWord(text, match.startIndex, match.endIndex + 1);
		if (start < from || isInnocent(text, start, end)) continue;
		if (start > from) parts.push(text.slice(from, start));
		parts.push({ mark: 'spoiler', text: text.slice(start, end) });
		from = end;
	}
	if (from < text.length) parts.push(text.slice(from));
	return parts;
}

/** The same in the words of comments and of what they answer. Looking takes time, so only what is shown is looked at. */
export function coarseHiddenIn(blocks: readonly Block[]): readonly Block[] {
	return blocks.map((block) =>
		block.kind === 'said' || block.kind === 'note'
			? {
					...block,
					text: block.text.flatMap((part) => (typeof part === 'string' ? coarseHidden(part) : [part])),
				}
			: block,
	);
}

const inWord = /[\p{L}\p{N}*@$'’]/u;

function wholeWord(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
	let start = from;
	let end = to;
	while (start > 0 && inWord.test(text[start - 1] ?? '')) start--;
	while (end < text.length && inWord.test(text[end] ?? '')) end++;
	return { start, end };
}
