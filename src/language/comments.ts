import type { Comment } from '../article.ts';
import { nearDuplicates } from './comments-shingles.ts';
import { type ThreadedComment, threadComments } from './comments-threads.ts';
import type { LanguagePack } from './pack.ts';
import { packFor } from './packs.ts';
import { generator, shuffled } from './random.ts';

/** A comment as it is shown: with what it answers, and how many answer it. */
export interface PickedComment {
	readonly author: string | null;
	readonly text: string;
	/** The author it answers and, where that comment is on the page, its text. */
	readonly answers: { readonly author: string | null; readonly text: string | null } | null;
	/** How many comments answer it, directly or further down. */
	readonly replies: number;
	/** When it was written; left out where the page does not say. */
	readonly postedAt?: string;
}

/** How many comments a sample holds. */
export const sampleSize = 5;
/** How far ahead a sample looks for a comment that brings something new. Bounded, so that time stays linear. */
const lookAhead = 40;
/**
 * A sample is drawn from at most this many comments, taken evenly from the page: sixty samples' worth. They are chosen
 * from three times as many, so that those that are copied often do not leave it short.
 */
const poolSize = 300;
/** How many characters of each comment decide its kind, and whether it is a copy. */
const mostLooked = { kind: 400, copy: 200 };

/**
 * Comments in the order to show; empty ones never. "sample" shows the range of what readers wrote, "newest" goes by
 * their times, or takes the page's order backwards where one has none, "threads" gives each thread with its replies, the busiest first.
 */
export function pickComments(
	comments: readonly Comment[],
	{
		sort,
		seed = 0,
		limit = 1000,
		language = null,
	}: {
		sort: 'sample' | 'newest' | 'threads';
		seed?: number;
		limit?: number;
		/** The article's, as a BCP 47 tag. */
		language?: string | null;
	},
): PickedComment[] {
	const threaded = threadComments(comments);
	const chosen =
		sort === 'sample'
			? sampleOf(threaded, seed, packFor(language))
			: sort === 'newest'
				? newestFirst(threaded)
				: busiestFirst(threaded);
	return chosen.slice(0, limit).map(({ author, text, answers, replies, postedAt }) => ({
		author,
		text,
		answers: answers && { author: answers.author, text: answers.parent?.text ?? null },
		replies,
		...(postedAt !== null && { postedAt }),
	}));
}

function newestFirst(comments: readonly ThreadedComment[]): ThreadedComment[] {
	const backwards = comments.toReversed();
	if (comments.some(({ postedAt }) => postedAt === null)) return backwards;
	const at = ({ postedAt }: ThreadedComment) => Date.parse(postedAt ?? '');
	return backwards.sort((one, other) => at(other) - at(one));
}

/** Whole threads, the root before its replies, those with most replies first; comments nobody answers are left out. */
function busiestFirst(comments: readonly ThreadedComment[]): ThreadedComment[] {
	const threads = Map.groupBy(comments, ({ root }) => root);
	return [...threads]
		.filter(([, members]) => members.length > 1)
		.sort(([, a], [, b]) => b.length - a.length)
		.flatMap(([, members]) => members);
}

/**
 * A sample that shows the range: the comments are dealt into one order in which kinds (asks, objects,
 * agrees, tells; short, middling, long) take turns, and each seed takes the next handful of that order. So one
 * seed always gives the same sample, the next one a sample without a comment of the first, and somebody who keeps
 * asking sees every comment of the pool that is no copy of another before one repeats. Within a sample, authors and
 * threads differ where the page has enough of them.
 */
function sampleOf(comments: readonly ThreadedComment[], seed: number, pack: LanguagePack): ThreadedComment[] {
	const pool = withoutCopies(comments);
	const copies = nearDuplicates(pool.map(({ text }) => text));
	const distinct = pool.filter((_, index) => !copies.has(index));
	if (distinct.length <= sampleSize) return distinct;
	const order = spreadOut(dealtByKind(distinct, pack));
	const start = (Math.abs(Math.trunc(seed)) * sampleSize) % order.length;
	const sample = [...order, ...order.slice(0, sampleSize)].slice(start, start + sampleSize);
	return sample.sort((a, b) => a.index - b.index);
}

/** At most `poolSize` comments, each the first of those that have the same letters. */
function withoutCopies(comments: readonly ThreadedComment[]): readonly ThreadedComment[] {
	const first = new Map<string, ThreadedComment>();
	const drawn = drawnFrom(comments, 3 * poolSize);
	for (const comment of drawn) {
		const letters = comment.text
			.slice(0, mostLooked.copy)
			.toLowerCase()
			.replace(/[^\p{L}]+/gu, '');
		const key = letters === '' ? comment.text : letters;
		if (!first.has(key)) first.set(key, comment);
	}
	return drawnFrom([...first.values()], poolSize);
}

/** At most so many of them, the same ones each time, in their order where they are no more than that. */
function drawnFrom(comments: readonly ThreadedComment[], most: number): readonly ThreadedComment[] {
	return comments.length <= most ? comments : shuffled(comments, generator(2)).slice(0, most);
}

/** Comments that say enough to make sense alone first, kinds taking turns; then the rest in the same way. */
function dealtByKind(comments: readonly ThreadedComment[], pack: LanguagePack): ThreadedComment[] {
	const shuffledOnce = shuffled(comments, generator(1));
	const { substantial = [], rest = [] } = Object.groupBy(shuffledOnce, ({ text }) =>
		standsAlone(text) ? 'substantial' : 'rest',
	);
	return [...takeTurns(substantial, pack), ...takeTurns(rest, pack)];
}

/** Comments of one kind are alike enough that a sample should not hold only them. */
function takeTurns(comments: readonly ThreadedComment[], pack: LanguagePack): ThreadedComment[] {
	const kindOf = ({ text }: ThreadedComment) => {
		const length = text.length < 100 ? 'short' : text.length < 350 ? 'middling' : 'long';
		return `${pack.mannerOfComment(text.slice(0, mostLooked.kind))}, ${length}`;
	};
	const kinds = [...Map.groupBy(comments, kindOf).values()];
	// The place of the nth comment of a kind is n out of that kind's turns; sorting is stable.
	return kinds
		.flatMap((members) => members.map((comment, turn) => ({ comment, turn })))
		.sort((a, b) => a.turn - b.turn)
		.map(({ comment }) => comment);
}

/** Brings forward, within reach, a comment whose author and thread the current handful does not have yet. */
function spreadOut(comments: readonly ThreadedComment[]): ThreadedComment[] {
	const order = [...comments];
	for (let place = 0; place < order.length; place++) {
		const handful = order.slice(place - (place % sampleSize), place);
		const reach = order.slice(place, place + lookAhead);
		const fresh = reach.findIndex((candidate) =>
			handful.every(
				(other) =>
					candidate.root !== other.root && (candidate.author === null || candidate.author !== other.author),
			),
		);
		if (fresh > 0) order.splice(place, fresh + 1, ...reach.slice(fresh, fresh + 1), ...reach.slice(0, fresh));
	}
	return order;
}

/** Enough words to say something, and short enough to be read in a list. */
function standsAlone(text: string): boolean {
	const words = text.slice(0, mostLooked.kind).match(/\p{L}{2,}/gu)?.length ?? 0;
	return words >= 5 && text.length <= 1500 && !/^https?:\S+$/u.test(text.trim());
}
