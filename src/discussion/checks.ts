import type { ArticleLine } from '../library/library.ts';
import type { Shelf } from '../shelves.ts';
import type { ArticleView } from '../stores/articles.ts';
import type { CheckAnswer, CheckedQuote } from './checked.ts';

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
	// Loaded at first use: a start that waits for it takes a tenth longer.
	const open = async () => {
		const [{ createChecker }, { postedQuotes }] = await Promise.all([
			import('./check.ts'),
			import('./posted.ts'),
		]);
		return { checker: createChecker(), postedQuotes };
	};
	let opened: ReturnType<typeof open> | null = null;
	return (server) => async (asked) => {
		opened ??= open();
		const { checker, postedQuotes } = await opened;
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
