import type { FeedItem } from '../../reading/feed/feed.ts';
import type { Filters } from '../../stores/feeds.ts';
import type { PollContext } from './context.ts';
import type { LeftOut } from './filters.ts';
import { type Finding, type FoundFeed, findFeed } from './find.ts';
import { fetchItemPage } from './page.ts';
import type { TakenItem } from './take.ts';

/** Items that a test looks at, the newest of the feed, and pages that it fetches for them. */
const most = { items: 8, pages: 5 };

/** What would become of an item. */
export interface TestedItem {
	readonly headline: string;
	readonly url: string | null;
	readonly publishedAt: string | null;
	/** Whether the feed has the whole text, or the page was fetched. */
	readonly from: 'feed' | 'page';
	readonly outcome:
		| { readonly kind: 'taken' }
		| ({ readonly kind: 'left-out' } & LeftOut)
		/** One sentence. */
		| { readonly kind: 'unreadable'; readonly why: string }
		/** It needs its page, and enough of them were fetched. */
		| { readonly kind: 'not-looked' };
}

export interface TestedFeed {
	readonly found: FoundFeed;
	readonly items: readonly TestedItem[];
}

/**
 * Reads the newest items of a feed as a poll would, and puts nothing on a shelf.
 * @param filtersAt of the feed at an address, which may be another than the one given.
 * @throws UserError
 */
export async function testFeed(
	context: Pick<PollContext, 'web' | 'thread'>,
	address: string,
	filtersAt: (address: string) => Filters,
	progress: Finding,
): Promise<TestedFeed> {
	const found = await findFeed(context, address, progress);
	const { title, language, fresh } = found.feed;
	const filters = filtersAt(found.address);
	const items: TestedItem[] = [];
	let pages = 0;
	for (const item of fresh.slice(0, most.items)) {
		progress(item.headline ?? item.url ?? '');
		const look = (page: Parameters<typeof context.thread.take>[0]['page']) =>
			context.thread.take({
				feed: { title, language, address: found.address },
				...{ item, page, dry: true },
				getters: [{ id: 0, server: '', filters }],
			});
		const inFeed = await look(null);
		if (inFeed.kind !== 'teaser') items.push(tested(item, 'feed', inFeed));
		else if (item.url === null) {
			const why = 'The feed has only its beginning, and no address of its page.';
			items.push(tested(item, 'feed', { kind: 'unreadable', why }));
		} else if (pages >= most.pages) items.push({ ...base(item, 'page'), outcome: { kind: 'not-looked' } });
		else {
			pages++;
			const page = await fetchItemPage(context.web, item.url);
			items.push(
				tested(
					item,
					'page',
					page.kind === 'page' ? await look(page.page) : { kind: 'unreadable', why: page.why },
				),
			);
		}
	}
	return { found, items };
}

function base(item: FeedItem, from: TestedItem['from']) {
	const { headline, url, publishedAt } = item;
	return { headline: headline ?? url ?? 'Without a headline', url, publishedAt, from };
}

function tested(item: FeedItem, from: TestedItem['from'], result: TakenItem): TestedItem {
	if (result.kind === 'unreadable') return { ...base(item, from), outcome: result };
	if (result.kind === 'teaser')
		return { ...base(item, from), outcome: { kind: 'unreadable', why: 'Its page has no text.' } };
	const [leftOut] = result.leftOut;
	return {
		...base(item, from),
		headline: result.headline,
		outcome:
			leftOut === undefined ? { kind: 'taken' } : { kind: 'left-out', by: leftOut.by, term: leftOut.term },
	};
}
