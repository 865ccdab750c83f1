import type { Text } from '../card.ts';
import type { ArticleLine } from '../library/library.ts';
import { shortLine } from './cut.ts';
import { counted } from './numbers.ts';

/** A headline in a list or under a card, and a link in running text; the card of the article itself shows more. */
const longestHeadline = 150;
const longestUrl = 400;

/** The headline as a link to where the article is, or as plain text where that is not known. */
export function headlineLink(
	{ headline, url }: Pick<ArticleLine, 'headline' | 'url'>,
	most = longestHeadline,
): Text {
	const text = shortLine(headline, most);
	return url === null || url.length > longestUrl ? [text] : [{ mark: 'link', text, url }];
}

/** The date and its kind: "published 3 May 2031", "saved …" of a page's copy, "added …" to the library. */
export function dated({ at, atIs }: Pick<ArticleLine, 'at' | 'atIs'>): Text {
	const what = { published: 'published ', captured: 'saved ', added: 'added ' }[atIs];
	return [what, { mark: 'time', at, style: 'date' }];
}

/** Says of an article that the reader was unsure of its headline or text, for somebody to look at it. */
export function doubt({ unsure }: Pick<ArticleLine, 'unsure'>): Text {
	return unsure ? [' · I am not sure that I read this page right'] : [];
}

/** The last line of a card whose title is the article's headline: site, date, and notes. */
export function origin(line: ArticleLine, after = ''): Text {
	const { site, url } = line;
	const from = site === null ? 'Source unknown' : shortLine(site, 60);
	const linked = url === null || url.length > 200 ? from : ({ mark: 'link', text: from, url } as const);
	return [linked, ' · ', ...dated(line), after === '' ? '' : ` · ${after}`];
}

/** An article in a list: headline, site, date, and what it holds. */
export function articleItem(line: ArticleLine): Text {
	const site = line.site === null ? '' : ` · ${shortLine(line.site, 60)}`;
	const { quotes, comments } = line.counts;
	// Without a link nothing else sets the headline off from what follows.
	const headline = headlineLink(line).map((part) =>
		typeof part === 'string' ? ({ mark: 'strong', text: part } as const) : part,
	);
	return [
		...headline,
		`${site} · `,
		...dated(line),
		` · ${counted(quotes, 'quote')}${comments > 0 ? `, ${counted(comments, 'comment')}` : ''}`,
	];
}

/** Outlets that are named beside an article. */
const mostOutlets = 5;

/** Which other outlets tell the same story, each with a link: "Coast Radio, Mercury and 2 more". Empty for none. */
export function outlets(others: readonly Pick<ArticleLine, 'headline' | 'site' | 'url'>[]): Text {
	const once = [...new Map(others.map((one) => [one.site ?? one.headline, one])).values()];
	const shown = once.slice(0, mostOutlets);
	const more = once.length - shown.length;
	return [
		...shown.flatMap(({ headline, site, url }, index): Text => {
			const name = headlineLink({ headline: shortLine(site ?? headline, 60), url });
			return index === 0 ? name : [', ', ...name];
		}),
		...(more > 0 ? [` and ${more} more`] : []),
	];
}
