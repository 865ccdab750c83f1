import { UserError } from '../../errors.ts';
import type { Format } from '../format.ts';
import { articleOfItem } from './article.ts';
import { looksLikeFeed, parseFeed } from './parse.ts';

/** A feed that was saved as a file: the articles whose whole text is in it. */
export const feedFormat: Format = {
	kind: 'feed',
	matches: ({ start }) => looksLikeFeed(start),
	read({ bytes, name, mediaType, address }) {
		const feed = parseFeed(bytes, { address, name, mediaType });
		const articles = feed.items.flatMap((item) => articleOfItem(feed, item) ?? []);
		if (articles.length > 0) return articles;
		throw new UserError(
			feed.items.length === 0
				? `${name} is a feed without articles.`
				: `${name} is a feed that has only the beginnings of its articles: subscribe to its address with /feeds add, and the articles are fetched.`,
		);
	},
};
