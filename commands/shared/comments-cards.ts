import type { Action, Card, Filled, MenuChoice, Text } from '../../src/card.ts';
import { origin } from '../../src/cards/articles.ts';
import { coarseHidden, coarseHiddenIn } from '../../src/cards/coarse.ts';
import {
	answering,
	commentBlocks,
	commentHead,
	type Head,
	postedOn,
	writer,
} from '../../src/cards/comment.ts';
import { piecesOf } from '../../src/cards/cut.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { type Group, type Item, pageButtons, pageOf, pages } from '../../src/cards/pages.ts';
import { UserError } from '../../src/errors.ts';
import { sampleSize } from '../../src/language/comments.ts';
import type { CommentAnswer, CommentQuery, ShownComment } from '../../src/library/library.ts';
import { menu, rows } from './controls.ts';
import { mostSamples } from './samples.ts';

type Sort = CommentQuery['sort'];

/** Which part of an answer is shown. */
interface Shown {
	readonly sort: Sort;
	readonly seed: number;
	readonly page: number;
}

/** Characters of a comment in a sample, in a list, and of a piece where it is read whole. */
const most = { sample: 550, newest: 900, threads: 600, piece: 1400 };

/** Text on a page: more would be taller than a screen. */
const pageRoom = 1_500;

/** A sample, or a page of the newest comments or of the busiest threads. */
export function commentsCard(answer: CommentAnswer, { sort, seed, page }: Shown): Card {
	const options = { article: answer.article.id, sort, ...(sort === 'sample' && { seed }) };
	const groups =
		sort === 'threads' ? threads(answer.comments, options) : [list(answer.comments, options, sort)];
	const frame = head(answer, whatTheseAre(answer, sort));
	const { blocks, ways, count } = pageOf(
		pages(groups, { room: Math.min(roomBeside(frame), pageRoom) }),
		page,
	);
	const turn = pageButtons('comments', options, page, count);
	const sorts = otherSorts(answer, sort, seed);
	// With the buttons that turn pages there is no room for the other ways to look.
	const choices = [...(turn.length === 0 ? [] : sorts), ...ways].flatMap((way): MenuChoice[] =>
		'command' in way ? [way] : [],
	);
	const more = menu(turn.length === 0 ? 'Read a full comment…' : 'More comments…', choices);
	return {
		...frame,
		blocks: [...coarseHiddenIn(blocks), ...more],
		actions: rows([...turn, ...(turn.length === 0 ? sorts : []), ...onward(answer)], more),
	};
}

/** One comment, all of it. */
export function wholeCommentCard(
	answer: CommentAnswer,
	{ sort, seed, page, whole }: Shown & { whole: number },
): Card {
	const comment = answer.comments[whole];
	if (!comment) throw new UserError('That comment is not there any more. Please ask for the comments again.');
	const options = { article: answer.article.id, sort, seed, whole };
	const group: Group = {
		head: [{ kind: 'text', text: commentHead(comment) }],
		headAgain: [{ kind: 'text', text: commentHead(comment, ', continued') }],
		items: piecesOf(comment.text, most.piece).map((piece) => ({
			blocks: [{ kind: 'said', text: coarseHidden(piece) }],
		})),
	};
	const frame = head(answer, 'Reader comment');
	const { blocks, count } = pageOf(pages([group], { room: roomBeside(frame) }), page);
	const [back] = otherSorts(answer, null, seed);
	return {
		...frame,
		blocks,
		actions: rows([
			...pageButtons('comments', options, page, count),
			...(back ? [back] : []),
			...onward(answer),
		]),
	};
}

/** No comments, or none that answers another. */
export function noCommentsCard(answer: CommentAnswer, sort: Sort): Card {
	const none = answer.total === 0;
	return {
		...head(answer, 'Reader comments'),
		blocks: [
			{
				kind: 'text',
				text: [
					none
						? 'No comments under this article, or the page was copied without them.'
						: `None of the ${counted(answer.total, 'comment')} answers another one, so there are no threads.`,
				],
			},
		],
		actions: rows([...(none ? [] : otherSorts(answer, sort, 0)), ...onward(answer)]),
	};
}

function head({ article }: CommentAnswer, eyebrow: string): Omit<Card, 'blocks'> {
	return {
		eyebrow,
		title: article.headline,
		url: article.url,
		tone: 'comments',
		origin: origin(article),
	};
}

function whatTheseAre({ total, comments }: CommentAnswer, sort: Sort): string {
	const all = counted(total, 'comment');
	switch (sort) {
		case 'sample':
			return comments.length === total
				? `All ${all} by readers`
				: `${number(comments.length)} of ${all} by readers, chosen to show the range`;
		case 'newest':
			return comments.length < total
				? `The newest ${number(comments.length)} of ${all} by readers`
				: `${all} by readers, newest first`;
		case 'threads':
			return `${counted(comments.filter(isRoot).length, 'thread')} among ${all} by readers, busiest first`;
	}
}

function list(comments: readonly ShownComment[], options: Filled, sort: 'sample' | 'newest'): Group {
	return {
		head: [],
		headAgain: [],
		items: comments.map((comment, at) => item(comment, at, options, most[sort])),
	};
}

/** A comment with its replies, counted once in the heading; a reply directly under what it answers does not repeat it. */
function threads(comments: readonly ShownComment[], options: Filled): Group[] {
	const groups: { head: Group['head']; headAgain: Group['head']; items: Item[] }[] = [];
	for (const [at, comment] of comments.entries()) {
		if (isRoot(comment) || groups.length === 0) {
			const heading = (after: string, when: Text = []) => [
				{ kind: 'heading' as const, text: [writer(comment) + after, ...when] },
			];
			groups.push({
				head: heading(
					`${answering(comment)} · ${counted(comment.replies, 'reply', 'replies')}`,
					postedOn(comment),
				),
				headAgain: heading(', continued'),
				items: [],
			});
		}
		const root = groups.at(-1)?.items.length === 0;
		const repeats = comment.answers?.text === comments[at - 1]?.text;
		const over = root ? 'none' : repeats ? 'who' : 'who answers what';
		groups.at(-1)?.items.push(item({ ...comment, replies: 0 }, at, options, most.threads, over));
	}
	return groups;
}

function isRoot({ answers }: ShownComment): boolean {
	return answers?.text == null;
}

function item(comment: ShownComment, at: number, options: Filled, longest: number, head?: Head): Item {
	const { blocks, cut } = commentBlocks(comment, { most: longest, ...(head && { head }) });
	if (!cut) return { blocks };
	return {
		blocks,
		ways: [
			{ label: `${writer(comment)}’s full comment`, command: 'comments', options: { ...options, whole: at } },
		],
	};
}

/** The other ways to look at the comments. */
function otherSorts(
	{ article, total, comments }: CommentAnswer,
	sort: Sort | null,
	seed: number,
): readonly Action[] {
	const options = { article: article.id };
	const more = sort === 'sample' && comments.length === sampleSize && comments.length < total;
	return [
		...(more
			? [
					{
						label: 'Another sample',
						command: 'comments',
						options: { ...options, sort: 'sample', seed: (seed + 1) % mostSamples },
						style: 'primary' as const,
					},
				]
			: []),
		...(sort === 'sample'
			? []
			: [{ label: 'A sample', command: 'comments', options: { ...options, sort: 'sample', seed } }]),
		...(sort === 'newest'
			? []
			: [{ label: 'Newest', command: 'comments', options: { ...options, sort: 'newest' } }]),
		...(sort === 'threads'
			? []
			: [{ label: 'Busiest threads', command: 'comments', options: { ...options, sort: 'threads' } }]),
	];
}

function onward({ article }: CommentAnswer): readonly Action[] {
	const options = { article: article.id };
	return [
		{ label: 'Article', command: 'article', options },
		{
			label: counted(article.counts.quotes, 'quote'),
			command: 'quotes',
			options,
			disabled: article.counts.quotes === 0,
		},
	];
}
