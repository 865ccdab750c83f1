import type { Article } from '../article.ts';
import { foldedKey } from '../language/fold.ts';
import type { ArticleLine, ArticleRecord, ArticleView } from '../stores/articles.ts';
import { sharedText } from './same-text.ts';

/** From this much shared text on two addresses of one site are one article, and any two. */
const sameFrom = { oneSite: 0.8, anySite: 0.93 };
/** Articles that are compared with the new one. */
const candidates = 4;

/**
 * An article that is seen there and has nearly the same text as a new one; null where there is none.
 * @param isOwn whether an article, by id, is an earlier reading of the same source.
 */
export async function twinOf(
	{ article, pairs }: ArticleRecord,
	view: ArticleView,
	isOwn: (id: string) => boolean | Promise<boolean>,
): Promise<ArticleLine | null> {
	for (const { line } of await view.articlesSharing({ pairs, limit: candidates })) {
		const other = await view.article(line.id);
		const from = isOneSite(article, other) ? sameFrom.oneSite : sameFrom.anySite;
		if (other && sharedText(article, other) >= from && !(await isOwn(line.id))) return line;
	}
	return null;
}

/**
 * An article that is seen there with the same headline and nearly the same text; null where there is none. Short articles
 * that a site writes by one pattern share nearly all of their text, so where nobody looks at each, that is not enough.
 * @param isOwn as for `twinOf`.
 */
export async function copyOf(
	{ article }: ArticleRecord,
	view: ArticleView,
	isOwn: (id: string) => Promise<boolean>,
): Promise<ArticleLine | null> {
	for (const line of await view.linesByHeadline(foldedKey(article.headline), candidates)) {
		const other = await view.article(line.id);
		if (other && sharedText(article, other) >= sameFrom.anySite && !(await isOwn(line.id))) return line;
	}
	return null;
}

/** An article without an address may be of any site. */
function isOneSite({ url: one }: Article, other: Article | null): boolean {
	if (one === null || !other?.url) return true;
	const [a, b] = [one, other.url].map((url) => URL.parse(url)?.hostname.split('.').slice(-2).join('.'));
	return a === b;
}
