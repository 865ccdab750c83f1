import type { ArticleLine } from '../library/library.ts';
import type { Shelf } from '../shelves.ts';
import type { ArticleView } from '../stores/articles.ts';
import { createChecker } from './check.ts';
import type { CheckAnswer, CheckedQuote } from './checked.ts';
import { postedQuotes } from './posted.ts';

/** What is to be checked. */
export interface CheckAsked {
	/** What was posted: a stranger's words. */
	readonly text: string;
	/** Who is said to have said it, where that is not to be read from the text. */
	readonly speaker?: string;
	/** The only article to look in; left out for all that the server sees. */
	readonly article?: ArticleLine;
}

/** Checks what was posted against what a server sees. */
export type CheckFor = (server: Shelf) => (asked: CheckAsked) => Promise<CheckAnswer>;

/** @param viewOf what a server sees. */
export function openChecks(viewOf: (server: Shelf) => ArticleView): CheckFor {
	const checker = createChecker();
	return (server) => async (asked) => {
		const view = viewOf(server);
		const { article = null } = asked;
		const [{ articles }, dates] = await Promise.all([view.status(), view.dates()]);
		const { quotes, by, more } = postedQuotes(asked.text);
		const within = { article, articles: article === null ? articles : 1 };
		const checked: CheckedQuote[] = [];
		for (const quote of quotes) {
			const { speaker = quote.speaker } = asked;
			checked.push(await checker.check(view, { ...quote, speaker }, within));
		}
		return { checked, by, more, compared: { article, articles, dates } };
	};
}
