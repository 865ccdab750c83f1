import type { Block, Text } from '../card.ts';
import type { ShownComment } from '../library/library.ts';
import { beginning, cutAt, shortLine } from './cut.ts';
import { counted } from './numbers.ts';

/** How much of the comment that is answered is shown. */
const mostAnswered = 140;
const mostName = 60;

/** "Ann"; a reader without a name is "A reader". */
export function writer({ author }: Pick<ShownComment, 'author'>): string {
	return author === null ? 'A reader' : shortLine(author, mostName);
}

/** " → Anton"; nothing for a comment that answers nobody. */
export function answering({ answers }: Pick<ShownComment, 'answers'>): string {
	if (answers === null) return '';
	return ` → ${answers.author === null ? 'a reader' : shortLine(answers.author, mostName)}`;
}

/** The author, who it answers and when it was written, the name set off. */
export function commentHead(comment: ShownComment, after = ''): Text {
	return [{ mark: 'strong', text: writer(comment) }, answering(comment) + after, ...postedOn(comment)];
}

/** The day on which it was written; nothing where the page does not say. */
export function postedOn({ postedAt }: Pick<ShownComment, 'postedAt'>): Text {
	return postedAt === undefined ? [] : [' · ', { mark: 'time', at: postedAt, style: 'date' }];
}

/** What it answers, in one line; nothing where that comment is not on the page. */
function answered({ answers }: Pick<ShownComment, 'answers'>): readonly Block[] {
	if (answers?.text == null) return [];
	const line = answers.text
		.slice(0, 20 * mostAnswered)
		.replace(/\s+/gu, ' ')
		.trim();
	const kept = beginning(line, mostAnswered);
	return [{ kind: 'note', text: ['↳ ', kept, kept.length < line.length ? ' …' : ''] }];
}

/** The line above a comment: none where a heading or the comment directly above already says it. */
export type Head = 'none' | 'who' | 'who answers what';

/**
 * A comment as blocks: who and what it answers, then its words, and how many answer it. Coarse words are not hidden
 * yet: `coarseHiddenIn` does that with those that a page shows.
 */
export function commentBlocks(
	comment: ShownComment,
	{ most, head = 'who answers what' }: { readonly most: number; readonly head?: Head },
): { readonly blocks: readonly Block[]; readonly cut: boolean } {
	const { text, left } = cutAt(comment.text, most);
	const notes = [
		...(left > 0 ? ['shortened'] : []),
		...(comment.replies > 0 && head !== 'none' ? [counted(comment.replies, 'reply', 'replies')] : []),
	];
	return {
		blocks: [
			...(head === 'none' ? [] : [{ kind: 'text', text: commentHead(comment) } as const]),
			...(head === 'who answers what' ? answered(comment) : []),
			{ kind: 'said', text: [text, left > 0 ? ' […]' : ''] },
			...(notes.length === 0 ? [] : [{ kind: 'note', text: [notes.join(' · ')] } as const]),
		],
		cut: left > 0,
	};
}
