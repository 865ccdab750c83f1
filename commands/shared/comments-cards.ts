import type { Action, Card, Filled } from '../../src/card.ts';
import { origin } from '../../src/cards/articles.ts';
import { coarseHidden } from '../../src/cards/coarse.ts';
import { answering, commentBlocks, commentHead, type Head, writer } from '../../src/cards/comment.ts';
import { piecesOf } from '../../src/cards/cut.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { type Group, type Item, pageOf, pageRow, pages } from '../../src/cards/pages.ts';
import { UserError } from '../../src/errors.ts';
import { sampleSize } from '../../src/language/comments.ts';
import type { CommentAnswer, CommentQuery, ShownComment } from '../../src/library/library.ts';
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

/** A sample, or a page of the newest comments or of the busiest threads. */
export function commentsCard(answer: CommentAnswer, { sort, seed, page }: Shown): Card {
	const options = { article: answer.article.id, sort, ...(sort === 'sample' && { seed }) };
	const groups =
		sort === 'threads' ? threads(answer.comments, options) : [list(answer.comments, options, sort)];
	const frame = head(answer);
	const { blocks, ways, count } = pageOf(pages(groups, { room: roomBeside(frame) }), page);
	return {
		...frame,
		blocks: [{ kind: 'note', text: [whatTheseAre(answer, sort)] }, ...blocks],
		actions: [
			...pageRow('comments', options, page, count),
			...(ways.length === 0 ? [] : [ways.slice(0, 5)]),
			otherSorts(answer, sort, seed),
			onward(answer),
		],
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
		headAgain: [{ kind: 'text', text: commentHead(comment, ' (goes on)') }],
		items: piecesOf(comment.text, most.piece).map((piece) => ({
			blocks: [{ kind: 'said', text: coarseHidden(piece) }],
		})),
	};
	const frame = head(answer);
	const { blocks, count } = pageOf(pages([group], { room: roomBeside(frame) }), page);
	return {
		...frame,
		blocks,
		actions: [...pageRow('comments', options, page, count), otherSorts(answer, null, seed), onward(answer)],
	};
}

/** No comments, or none that answers another. */
export function noCommentsCard(answer: CommentAnswer, sort: Sort): Card {
	const none = answer.total === 0;
	return {
		...head(answer),
		blocks: [
			{
				kind: 'text',
				text: [
					none
						? 'There are no comments under this article, or the page was copied without them.'
						: `None of the ${counted(answer.total, 'comment')} answers another one, so there are no threads.`,
				],
			},
		],
		actions: [...(none ? [] : [otherSorts(answer, sort, 0)]), onward(answer)],
	};
}

function head({ article }: CommentAnswer): Omit<Card, 'blocks'> {
	return {
		eyebrow: 'Reader comments',
		title: article.headline,
		url: article.url,
		tone: 'comments',
		origin: origin(article, "readers' words, not the article's"),
	};
}

function whatTheseAre({ total, comments }: CommentAnswer, sort: Sort): string {
	const all = counted(total, 'comment');
	switch (sort) {
		case 'sample':
			return comments.length === total
				? `All there is: ${all}.`
				: `${number(comments.length)} of ${all}, chosen to show the range of what readers wrote.`;
		case 'newest':
			return comments.length < total
				? `The newest ${number(comments.length)} of ${all}, the last one first.`
				: `${all}, the last one first.`;
		case 'threads':
			return `${counted(comments.filter(isRoot).length, 'thread')} among ${all}, the busiest first.`;
	}
}

function list(comments: readonly ShownComment[], options: Filled, sort: 'sample' | 'newest'): Group {
	return {
		head: [],
		headAgain: [],
		items: comments.map((comment, at) => item(comment, at, options, most[sort])),
	};
}

/** A comment with its replies; a reply right under what it answers need not repeat it. */
function threads(comments: readonly ShownComment[], options: Filled): Group[] {
	const groups: { head: Group['head']; headAgain: Group['head']; items: Item[] }[] = [];
	for (const [at, comment] of comments.entries()) {
		if (isRoot(comment) || groups.length === 0) {
			const heading = (after: string) => [{ kind: 'heading' as const, text: [writer(comment) + after] }];
			groups.push({
				head: heading(`${answering(comment)} · ${counted(comment.replies, 'reply', 'replies')}`),
				headAgain: heading("'s thread (continued)"),
				items: [],
			});
		}
		const root = groups.at(-1)?.items.length === 0;
		const repeats = comment.answers?.text === comments[at - 1]?.text;
		const over = root ? 'none' : repeats ? 'who' : 'who answers what';
		groups.at(-1)?.items.push(item(comment, at, options, most.threads, over));
	}
	return groups;
}

function isRoot({ answers }: ShownComment): boolean {
	return answers?.text == null;
}

function item(comment: ShownComment, at: number, options: Filled, longest: number, head?: Head): Item {
	const { blocks, cut } = commentBlocks(comment, { most: longest, ...(head && { head }) });
	if (!cut) return { blocks };
	const whose = comment.author === null ? 'the long one' : writer(comment);
	return {
		blocks,
		ways: [{ label: `Read ${whose} whole`, command: 'comments', options: { ...options, whole: at } }],
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
		{ label: 'The article in brief', command: 'article', options },
		{
			label: counted(article.counts.quotes, 'quote'),
			command: 'quotes',
			options,
			disabled: article.counts.quotes === 0,
		},
	];
}
