import type { Article } from '../article.ts';
import type { ArticleLine, ArticleRecord, ArticleView } from '../stores/articles.ts';
import { sharedText } from './same-text.ts';

/** From how much shared text on two addresses of one site are one article, and any two. */
export interface SameFrom {
	readonly oneSite: number;
	readonly anySite: number;
}
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
	sameFrom: SameFrom,
): Promise<ArticleLine | null> {
	for (const { id } of await view.articlesSharing({ pairs, limit: candidates })) {
		const other = await view.article(id);
		const from = isOneSite(article, other) ? sameFrom.oneSite : sameFrom.anySite;
		if (other && sharedText(article, other) >= from && !(await isOwn(id))) return view.line(id);
	}
	return null;
}

/** An article without an address may be of any site. */
function isOneSite({ url: one }: Article, other: Article | null): boolean {
	if (one === null || !other?.url) return true;
	const [a, b] = [one, other.url].map((url) => URL.parse(url)?.hostname.split('.').slice(-2).join('.'));
	return a === b;
}
