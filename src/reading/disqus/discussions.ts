import type { Comment } from '../../article.ts';
import { htmlParagraphs } from '../html/comments/data.ts';
import { momentOf } from '../moment.ts';
import { tidyLine } from '../unseen.ts';
import { webAddress } from '../web-address.ts';
import type { DisqusPost } from './elements.ts';
import { parseDisqus } from './parse.ts';

/** What readers wrote on one page. */
export interface DiscussedPage {
	/** http or https. */
	readonly address: string;
	/** An answer below what it answers, the earliest first; without what was deleted or taken for spam. */
	readonly comments: readonly Comment[];
}

/** Answers to answers; deeper ones follow in the order of their times. */
const deepest = 200;

/** The pages of an export of Disqus (XML, packed or not) that have comments. @throws UserError where it is broken. */
export function readDisqus(bytes: Uint8Array, name: string): DiscussedPage[] {
	const { threads, posts } = parseDisqus(bytes, name);
	const byThread = Map.groupBy(posts, ({ thread }) => thread);
	const pages = new Map<string, Comment[]>();
	for (const { id, link, isDeleted } of threads) {
		const address = webAddress(link);
		if (id === null || isDeleted || address === null) continue;
		const comments = commentsOf(byThread.get(id) ?? []);
		if (comments.length > 0) pages.set(address, [...(pages.get(address) ?? []), ...comments]);
	}
	return [...pages].map(([address, comments]) => ({ address, comments }));
}

function commentsOf(posts: readonly DisqusPost[]): Comment[] {
	const sorted = posts.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
	const byId = new Map(sorted.map((post) => [post.id, post]));
	const answers = Map.groupBy(sorted, ({ parent }) => (byId.has(parent) ? parent : null));
	const comments: Comment[] = [];
	const seen = new Set<DisqusPost>();
	const add = (post: DisqusPost, depth: number): void => {
		if (seen.has(post)) return;
		seen.add(post);
		if (!post.isOut) comments.push(commentOf(post, byId.get(post.parent) ?? null));
		if (depth < deepest && post.id !== null)
			for (const answer of answers.get(post.id) ?? []) add(answer, depth + 1);
	};
	for (const post of answers.get(null) ?? []) add(post, 0);
	// Those that are too deep, or answer each other in a circle.
	for (const post of sorted) add(post, deepest);
	return comments.filter(({ text }) => text !== '');
}

function commentOf({ author, createdAt, message }: DisqusPost, answered: DisqusPost | null): Comment {
	const postedAt = momentOf(createdAt.trim());
	return {
		author: tidyLine(author) || null,
		replyTo: answered === null ? null : tidyLine(answered.author) || null,
		text: htmlParagraphs(message).join('\n\n'),
		...(postedAt !== null && { postedAt }),
	};
}
