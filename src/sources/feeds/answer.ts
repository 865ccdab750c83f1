import { UserError } from '../../errors.ts';
import { longestFeed } from '../../reading/feed/feed.ts';
import type { ClaimedFeed } from '../../stores/feeds.ts';
import type { Fetched, Web } from '../web/fetch.ts';
import { siteName, WebError } from '../web/trouble.ts';

/** What came of asking for a feed. */
export type Answer =
	| { readonly kind: 'bytes'; readonly fetched: Fetched; readonly movedTo: string | null }
	| { readonly kind: 'unchanged'; readonly fetched: Fetched; readonly movedTo: string | null }
	/** It is gone for good. */
	| { readonly kind: 'gone' }
	/** Others wait for the same site, or the bot ends. */
	| { readonly kind: 'later' }
	| {
			readonly kind: 'failed';
			/** One sentence. */
			readonly trouble: string;
			readonly status: number | null;
			/** Seconds. */
			readonly retryAfter: number | null;
	  };

export const feedTypes =
	'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

type Known = Pick<ClaimedFeed, 'address' | 'etag' | 'lastModified'>;

/** Asks for a feed, and only for what has changed since it was read. */
export async function askFor(
	web: Pick<Web, 'fetchPublic'>,
	{ address, etag, lastModified }: Known,
): Promise<Answer> {
	let fetched: Fetched;
	try {
		fetched = await web.fetchPublic(address, {
			accept: feedTypes,
			conditional: { etag, lastModified },
			maxBytes: longestFeed,
		});
	} catch (error) {
		if (!(error instanceof WebError)) throw error;
		if (error.reason === 'busy' || error.reason === 'stopped') return { kind: 'later' };
		return { kind: 'failed', trouble: error.message, status: null, retryAfter: null };
	}
	const { status, retryAfter } = fetched;
	const movedTo = newAddress(fetched);
	if (status === 304) return { kind: 'unchanged', fetched, movedTo };
	if (status >= 200 && status < 300) return { kind: 'bytes', fetched, movedTo };
	if (status === 410) return { kind: 'gone' };
	return { kind: 'failed', trouble: troubleOf(fetched), status, retryAfter };
}

/** The address that a page has moved to for good: as far as permanent redirects lead from the start. */
export function newAddress({ address, hops }: Pick<Fetched, 'address' | 'hops'>): string | null {
	const end = hops.findIndex(({ status }) => status !== 301 && status !== 308);
	const permanent = end < 0 ? hops.length : end;
	return permanent === 0 ? null : (hops[permanent]?.address ?? address);
}

/** In one sentence what an answer that brings no page means. */
export function troubleOf({ address, status }: Pick<Fetched, 'address' | 'status'>): string {
	const site = siteName(new URL(address));
	const says = (what: string) => new UserError([site, ` ${what}`]).message;
	if (status === 401 || status === 402 || status === 403)
		return says('does not give this to programs (it asks for a password or a subscription).');
	if (status === 404 || status === 410) return says('has nothing at this address any more.');
	if (status === 429) return says('has had too many requests; it is asked again later.');
	if (status >= 500) return says(`has trouble just now (status ${status}).`);
	return says(`gives nothing for this address (status ${status}).`);
}
