import type { Layout } from './layout.ts';

/** Under this F1 to be expected, the page has no text that looks like an article's. */
export const leastSure = 0.3;
/** Blocks below the headline among which a single text is looked for. */
const below = 6;
/** Characters of it at least, and the share of it that may be links. */
const least = 200;
const mostLinked = 0.2;

/**
 * The first long text right below the headline of a page on which nothing looks like an article's text: a notice of one
 * paragraph among a site's menus. @param headline the number of its block. @returns the number of the text's, or -1.
 */
export function onlyText({ blocks }: Layout, headline: number): number {
	if (headline < 0) return -1;
	const at = blocks
		.slice(headline + 1, headline + 1 + below)
		.findIndex(({ text, linked }) => text.length >= least && linked <= text.length * mostLinked);
	return at < 0 ? -1 : headline + 1 + at;
}
