import type { Block, Text } from '../card.ts';
import type { ShownComment } from '../library/library.ts';
import { coarseHidden } from './coarse.ts';
import { beginning, cutAt, shortLine } from './cut.ts';
import { counted, number } from './numbers.ts';

/** How much of the comment that is answered is shown. */
const mostAnswered = 140;
const mostName = 60;

/** Who wrote it: "Ann", "Ann, answering Anton"; a reader without a name is "A reader". */
export function commentHead({ author, answers }: Pick<ShownComment, 'author' | 'answers'>, after = ''): Text {
	const name = author === null ? 'A reader' : shortLine(author, mostName);
	const whom =
		answers === null
			? ''
			: `, answering ${answers.author === null ? 'a reader' : shortLine(answers.author, mostName)}`;
	return [{ mark: 'strong', text: name }, whom + after];
}

/** What it answers, in one line; nothing where that is not on the page. */
export function answered({ answers }: Pick<ShownComment, 'answers'>): readonly Block[] {
	if (answers?.text == null) return [];
	const line = answers.text
		.slice(0, 20 * mostAnswered)
		.replace(/\s+/gu, ' ')
		.trim();
	const kept = beginning(line, mostAnswered);
	return [{ kind: 'note', text: ['↳ ', ...coarseHidden(kept), kept.length < line.length ? ' …' : ''] }];
}

/** A comment as blocks: whom it answers and what, then its words, and how many answer it. */
export function commentBlocks(
	comment: ShownComment,
	{ most, withAnswered = true }: { readonly most: number; readonly withAnswered?: boolean },
): { readonly blocks: readonly Block[]; readonly cut: boolean } {
	const { text, left } = cutAt(comment.text, most);
	const notes = [
		...(left > 0 ? [`cut here, ${number(left)} more characters`] : []),
		...(comment.replies > 0 ? [counted(comment.replies, 'reply', 'replies')] : []),
	];
	return {
		blocks: [
			{ kind: 'text', text: commentHead(comment) },
			...(withAnswered ? answered(comment) : []),
			{ kind: 'said', text: [...coarseHidden(text), left > 0 ? ' […]' : ''] },
			...(notes.length === 0 ? [] : [{ kind: 'note', text: [notes.join(' · ')] } as const]),
		],
		cut: left > 0,
	};
}
