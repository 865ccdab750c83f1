import { withTextFragment } from '../language/text-fragment.ts';
import type { ArticleLine, Utterance } from '../library/library.ts';

/** Words of an article that may be on the web. */
export interface OnPage extends Pick<Utterance, 'fragment'> {
	readonly article: Pick<ArticleLine, 'url'>;
}

/** Discord's, for a button; a link in running text takes no longer one either. */
const longest = 512;

/**
 * Where the words are on the publisher's page: a browser goes there and marks them. Null where the article has no
 * address, where nothing leads to the words alone, or where that is too long for Discord.
 */
export function wordsUrl({ article, fragment }: OnPage): string | null {
	if (article.url === null || fragment === undefined) return null;
	const url = withTextFragment(article.url, fragment);
	return url.length <= longest ? url : null;
}
