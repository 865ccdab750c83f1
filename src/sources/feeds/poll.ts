import { createHash } from 'node:crypto';
import { type ClaimedFeed, mostSeen, type SettledPoll } from '../../stores/feeds.ts';
import { contentTypeOf } from '../web/content-type.ts';
import { type Answer, askFor } from './answer.ts';
import type { PollContext } from './context.ts';
import { nextInterval, pauseAfter, spreadOut } from './interval.ts';
import { Taking } from './taking.ts';

const minute = 60_000;
/** A site that others wait for is asked again this much later. */
const busyPause = 3 * minute;
/** Where pages of items wait, the feed is due again after this time at the latest. */
const waitingPause = 15 * minute;

/** Asks for a feed and takes in what is new. @returns what to write down. @throws what the store throws. */
export async function pollFeed(feed: ClaimedFeed, context: PollContext): Promise<SettledPoll> {
	const answer = await askFor(context.web, feed);
	switch (answer.kind) {
		case 'later':
			return { state: 'later', nextIn: spreadOut(busyPause, feed.address) };
		case 'gone':
			return { state: 'ended', why: 'The site says that this feed is gone for good.' };
		case 'failed':
			return failed(feed, answer);
		case 'unchanged':
			return await unchanged(feed, answer, context);
		case 'bytes':
			return await changed(feed, answer, context);
	}
}

function failed(
	feed: ClaimedFeed,
	{ trouble, status, retryAfter }: Omit<Extract<Answer, { kind: 'failed' }>, 'kind'>,
): SettledPoll {
	const nextIn = spreadOut(pauseAfter(feed.failures, status, retryAfter), feed.address);
	// The spread must not make it sooner than the server allows.
	return { state: 'failed', trouble, nextIn: Math.max(nextIn, (retryAfter ?? 0) * 1_000) };
}

type Came = Extract<Answer, { kind: 'bytes' | 'unchanged' }>;

async function unchanged(feed: ClaimedFeed, answer: Came, context: PollContext): Promise<SettledPoll> {
	const taking = new Taking(feed, context);
	await taking.waiting();
	return settled(feed, answer, taking, { isChanged: false, dates: [], asksFor: null });
}

async function changed(feed: ClaimedFeed, answer: Came, context: PollContext): Promise<SettledPoll> {
	const { bytes, etag, lastModified } = answer.fetched;
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const version = { etag, lastModified, sha256 };
	if (sha256 === feed.sha256) return { ...(await unchanged(feed, answer, context)), ...version };
	const read = await context.thread.read({
		bytes,
		mediaType: contentTypeOf(answer.fetched),
		address: answer.fetched.address,
		name: 'What came',
		seen: feed.seen,
	});
	if (read.kind === 'none') return failed(feed, { trouble: read.why, status: null, retryAfter: null });
	const taking = new Taking(feed, context);
	await taking.waiting();
	await taking.fresh(read);
	const known = new Set(read.ids);
	const seen = [...read.ids, ...(feed.seen ?? []).filter((id) => !known.has(id))].slice(0, mostSeen);
	const { title, site } = read;
	return {
		...settled(feed, answer, taking, { ...read, isChanged: read.fresh.length > 0 }),
		...version,
		seen,
		...(title === null ? {} : { title: title.slice(0, 300) }),
		...(site === null ? {} : { site }),
	};
}

function settled(
	feed: ClaimedFeed,
	{ fetched, movedTo }: Came,
	taking: Taking,
	found: { readonly isChanged: boolean; readonly dates: readonly number[]; readonly asksFor: number | null },
): Extract<SettledPoll, { state: 'read' }> {
	const { cacheControl } = fetched;
	const interval = nextInterval(feed.interval, found, { feed: found.asksFor, cacheControl });
	const isWaiting = taking.left !== null;
	const nextIn = spreadOut(isWaiting ? Math.min(interval, waitingPause) : interval, feed.address);
	return {
		...{ state: 'read', interval, nextIn, waiting: taking.left, taken: taking.taken },
		...(movedTo === null || movedTo === feed.address ? {} : { movedTo }),
	};
}
