import { code, UserError } from '../../errors.ts';
import { startOf } from '../../reading/decode.ts';
import { feedsNamedIn, type OfferedFeed, usualFeeds } from '../../reading/feed/discover.ts';
import { longestFeed } from '../../reading/feed/feed.ts';
import { looksLikeOpml } from '../../reading/feed/opml.ts';
import { addressTyped } from '../web/address.ts';
import { contentTypeOf } from '../web/content-type.ts';
import type { Fetched, Web } from '../web/fetch.ts';
import { siteName, WebError } from '../web/trouble.ts';
import { feedTypes, newAddress, troubleOf } from './answer.ts';
import type { ReadFeed } from './read.ts';
import type { FeedThread } from './thread.ts';

/** A feed that was found and read. */
export interface FoundFeed {
	/** Where it is, after permanent redirects. */
	readonly address: string;
	readonly fetched: Fetched;
	readonly feed: ReadFeed;
	/** Other feeds that the page names. */
	readonly others: readonly OfferedFeed[];
}

/** What is being done: the host that is asked. */
export type Finding = (step: string) => void;

/** Feeds of a page that are tried until one is a feed. */
const mostNamed = 4;
/** Reasons that hold for every address of a site, so that no other one is tried. */
const forWholeSite = new Set(['address', 'unreachable', 'busy', 'stopped', 'too-slow']);

interface Finder {
	readonly web: Pick<Web, 'fetchPublic'>;
	readonly thread: Pick<FeedThread, 'read'>;
}

/**
 * Finds the feed at an address: that itself, one that the page there names, or one at a usual place of the site.
 * @throws UserError, one sentence, where there is none.
 */
export async function findFeed(finder: Finder, given: string, progress: Finding): Promise<FoundFeed> {
	const asked = withProtocol(given);
	const page = await fetched(finder, asked, progress);
	const here = await readAs(finder, page);
	if (here.kind === 'feed') return { ...found(page, here), others: [] };
	if (looksLikeOpml(startOf(page.bytes))) {
		throw new UserError([
			siteName(new URL(page.address)),
			' has a list of feeds (OPML) at this address: save it, and give the file to /feeds import.',
		]);
	}
	const html = new TextDecoder().decode(page.bytes);
	const named = /<(?:html|head|link|a)\b/iu.test(html) ? feedsNamedIn(html, page.address) : [];
	for (const [index, { address }] of named.slice(0, mostNamed).entries()) {
		const feed = await tried(finder, address, progress);
		if (feed) return { ...feed, others: named.filter((_, other) => other !== index) };
	}
	for (const address of usualFeeds(page.address)) {
		if (named.some((one) => one.address === address)) continue;
		const feed = await tried(finder, address, progress);
		if (feed) return { ...feed, others: [] };
	}
	// A feed that is broken is told from a page without one.
	if (/broken feed|larger than/u.test(here.why)) throw new UserError(here.why);
	throw new UserError([
		siteName(new URL(page.address)),
		' names no feed, and none is at a usual place: look for an RSS or Atom link on the site, and give that.',
	]);
}

/** @throws UserError where it is no address. */
function withProtocol(given: string): string {
	const text = addressTyped(given).replace(/^feed:(?:\/\/)?(?=\S)/iu, '');
	const address = addressTyped(text);
	if (/^https?:/iu.test(address)) return address;
	throw new UserError([code(given), ' is not an address: one begins with https:// and the name of a site.']);
}

async function fetched({ web }: Finder, address: string, progress: Finding): Promise<Fetched> {
	progress(URL.parse(address)?.hostname ?? '');
	const answer = await web.fetchPublic(address, {
		accept: `text/html;q=0.9, ${feedTypes}`,
		maxBytes: longestFeed,
	});
	if (answer.status >= 200 && answer.status < 300) return answer;
	if (answer.status === 404 || answer.status === 410) {
		throw new UserError([siteName(new URL(answer.address)), ' has nothing at this address: is it right?']);
	}
	throw new UserError(troubleOf(answer));
}

async function tried(
	finder: Finder,
	address: string,
	progress: Finding,
): Promise<Omit<FoundFeed, 'others'> | null> {
	try {
		const page = await fetched(finder, address, progress);
		const feed = await readAs(finder, page);
		return feed.kind === 'feed' ? found(page, feed) : null;
	} catch (error) {
		if (error instanceof WebError && forWholeSite.has(error.reason)) throw error;
		if (error instanceof UserError) return null;
		throw error;
	}
}

function readAs({ thread }: Finder, fetched: Fetched) {
	const { bytes, address } = fetched;
	const name = new URL(address).hostname;
	return thread.read({ bytes, mediaType: contentTypeOf(fetched), address, name, seen: [] });
}

function found(fetched: Fetched, feed: ReadFeed): Omit<FoundFeed, 'others'> {
	const [asked] = fetched.hops;
	return { address: newAddress(fetched) ?? asked?.address ?? fetched.address, fetched, feed };
}
