import type { Comment } from '../article.ts';
import { fold } from './fold.ts';

/** A comment that is not empty, with its place in the thread. */
export interface ThreadedComment {
	/** The place on the page, from 0, empty comments not counted. */
	readonly index: number;
	readonly author: string | null;
	/** Without the name of the author it answers in front. */
	readonly text: string;
	readonly answers: { readonly author: string; readonly parent: ThreadedComment | null } | null;
	/** When it was written; null where the page does not say. */
	readonly postedAt: string | null;
	/** The index of the comment that the thread starts with. */
	readonly root: number;
	/** How many comments answer it, directly or further down. */
	readonly replies: number;
}

/**
 * Which comment answers which. A page names only the author that a reply answers, so a reply belongs to the nearest earlier
 * comment of that author; where there is none it starts a thread of its own. Linear in the number of comments.
 */
export function threadComments(comments: readonly Comment[]): ThreadedComment[] {
	const threaded: (ThreadedComment & { replies: number })[] = [];
	const lastBy = new Map<string, ThreadedComment>();
	for (const { author, replyTo, text, postedAt = null } of comments) {
		if (text.trim() === '') continue;
		const parent = replyTo === null ? null : (lastBy.get(nameKey(replyTo)) ?? null);
		const index = threaded.length;
		const comment = {
			index,
			author,
			text: withoutAddressee(text.trim(), replyTo ?? ''),
			answers: replyTo === null ? null : { author: replyTo, parent },
			postedAt,
			root: parent?.root ?? index,
			replies: 0,
		};
		threaded.push(comment);
		if (author !== null) lastBy.set(nameKey(author), comment);
	}
	// A parent always comes before its replies, so one pass from the end adds up whole subtrees.
	for (const comment of threaded.toReversed()) {
		const parent = comment.answers?.parent;
		const above = parent && threaded[parent.index];
		if (above) above.replies += comment.replies + 1;
	}
	return threaded;
}

/** What was written, without the name of the author it answers where a page puts that in front ("Anton, but …"). */
function withoutAddressee(text: string, name: string): string {
	if (name === '' || !text.startsWith(name)) return text;
	const rest = text.slice(name.length);
	return /^\s*[,:]\s*(?=\S)/u.test(rest) ? withCapital(rest.replace(/^\s*[,:]\s*/u, '')) : text;
}

/** What now begins the comment begins with a capital, unless it is written in some way of its own ("iPhone"). */
function withCapital(text: string): string {
	return text.replace(/^\p{Ll}(?=[\p{Ll}'’]*(?![\p{L}\p{N}_/@.:]\S))/u, (letter) => letter.toUpperCase());
}

function nameKey(name: string): string {
	return fold(name).replace(/\s+/gu, ' ').trim();
}
