import type { AtomFeed } from 'feedsmith';
import { webAddress } from '../web-address.ts';
import { feedDate } from './dates.ts';
import type { Feed } from './feed.ts';
import { tidied } from './item.ts';
import { languageTag, plainLine } from './text.ts';
import { updatePeriod } from './update-period.ts';

/** Atom 1.0 and 0.3. */
export function fromAtom(feed: AtomFeed.Feed<string>, address: string | null): Feed {
	const base = webAddress(feed.xml?.base, address) ?? address;
	return {
		kind: 'atom',
		title: plainLine(feed.title?.value),
		site: pageOf(feed.links, base),
		language: languageTag(feed.xml?.lang),
		asksFor: updatePeriod(undefined, feed.sy),
		...tidied(
			(feed.entries ?? []).map((entry) => ({
				id: entry.id,
				url: pageOf(entry.links, webAddress(entry.xml?.base, base) ?? base),
				headline: entry.title?.type === 'text' ? escaped(entry.title.value) : entry.title?.value,
				publishedAt: feedDate(entry.published ?? entry.updated),
				updatedAt: feedDate(entry.updated),
				authors: (entry.authors ?? feed.authors ?? []).map(({ name }) => name),
				topics: (entry.categories ?? []).map(({ label, term }) => label ?? term),
				content: htmlOf(entry.content),
				description: htmlOf(entry.summary),
			})),
		),
	};
}

/** The page that something is about: the link "alternate", which is also the one without a name. */
function pageOf(links: AtomFeed.Feed<string>['links'], base: string | null): string | null {
	const pages = (links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate');
	const page = pages.find(({ type = 'text/html' }) => /html/iu.test(type)) ?? pages[0];
	return webAddress(page?.href, base);
}

/** A text as HTML: one that says that it is plain text has no tags, whatever it looks like. */
function htmlOf(text: { readonly value?: string; readonly type?: string } | undefined): string | undefined {
	if (text?.value === undefined || /^(?:image|audio|video)\//iu.test(text.type ?? '')) return undefined;
	return /^text(?:\/plain)?$/iu.test(text.type ?? '') ? escaped(text.value) : text.value;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
