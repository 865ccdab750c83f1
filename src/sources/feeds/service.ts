import { Connection } from '../../connection.ts';
import { typed, UserError } from '../../errors.ts';
import { foldedKey } from '../../language/fold.ts';
import { longestOpml, readOpml, writeOpml } from '../../reading/feed/opml.ts';
import type { Filters, FirstPoll, Subscription, SubscriptionChange } from '../../stores/feeds.ts';
import { addressTyped } from '../web/address.ts';
import type { PollContext } from './context.ts';
import { type Finding, type FoundFeed, findFeed } from './find.ts';
import { nextInterval, spreadOut } from './interval.ts';
import { FeedRunner, type Tell } from './runner.ts';
import { noFilters } from './terms.ts';
import { type TestedFeed, testFeed } from './test-feed.ts';

export type { Filters, Subscription } from '../../stores/feeds.ts';
export type { FilterKind } from './filters.ts';
export type { FeedNotice } from './runner.ts';
export { longestTerms, readTerms, writeTerms } from './terms.ts';
export type { TestedItem } from './test-feed.ts';

export interface TestedForServer extends TestedFeed {
	/** Whether the server has the feed already. */
	readonly isOwn: boolean;
}

/** Feeds of one server. */
export const mostFeeds = 200;

/** What commands do with feeds. Whatever cannot be done is a UserError that says why. */
export interface FeedService {
	/** Finds the feed at an address and subscribes a server to it. */
	add(wanted: NewFeed, progress?: Finding): Promise<AddedFeed>;
	list(server: string): Promise<readonly Subscription[]>;
	/** The one that is meant: its number, its address, or words of its title. @throws UserError where none fits. */
	find(server: string, wanted: string): Promise<Subscription>;
	change(server: string, wanted: string, change: SubscriptionChange): Promise<Subscription>;
	remove(server: string, wanted: string): Promise<Subscription>;
	/** What would be taken in from a feed: one of the server's, or one at an address. */
	test(wanted: TestWanted, progress?: Finding): Promise<TestedForServer>;
	/** Subscribes a server to the feeds of an OPML file at an address of Discord's. */
	importList(server: string, member: string, file: ListFile): Promise<Imported>;
	/** A server's feeds as OPML, and how many they are. @param title of the list. */
	exportList(
		server: string,
		title: string,
	): Promise<{ readonly opml: string; readonly count: number } | null>;
	/** Milliseconds since 1970, by the store's clock. */
	now(): Promise<number>;
}

export interface NewFeed {
	readonly server: string;
	readonly member: string;
	readonly address: string;
	/** Of a feed that the server has already, what is given is changed. */
	readonly filters: Partial<Filters>;
}

export interface AddedFeed {
	readonly subscription: Subscription;
	readonly what: 'new' | 'changed' | 'known';
	readonly others: FoundFeed['others'];
}

export interface TestWanted {
	readonly server: string;
	/** One of the server's feeds, or an address. */
	readonly feed: string;
	/** In place of those of the server's feed. */
	readonly filters: Partial<Filters>;
}

export interface ListFile {
	readonly name: string;
	readonly url: string;
	/** Bytes. */
	readonly size: number;
}

export interface Imported {
	readonly added: number;
	readonly known: number;
	/** For which there was no room. */
	readonly full: number;
	/** Whose address is none of the public web. */
	readonly refused: number;
}

/** The feeds of one process: the service, and what polls them. */
export interface Feeds {
	readonly service: FeedService;
	/** From now on those who manage a server can be told of a feed that fails. */
	connect(tell: Tell): void;
	/** Polls what is due; called every minute. Does nothing without a connection. */
	tick(): Promise<void>;
	/** Resolves when nothing is being polled. */
	idle(): Promise<void>;
	stop(): Promise<void>;
	close(): Promise<void>;
}

export function openFeeds(context: PollContext): Feeds {
	const { store, web, log } = context;
	const connection = new Connection<FeedRunner>();
	const find = async (server: string, wanted: string) => meant(await store.subscriptions(server), wanted);

	const isPublic = (address: string) => {
		try {
			web.check(address);
			return true;
		} catch (error) {
			if (error instanceof UserError) return false;
			throw error;
		}
	};
	const changed = async (
		server: string,
		{ id, filters: before }: Subscription,
		filters: Partial<Filters>,
	) => {
		const isGiven = Object.keys(filters).length > 0;
		if (isGiven) await store.change(server, id, { filters: { ...before, ...filters } });
		const subscription = await find(server, String(id));
		return { subscription, what: isGiven ? 'changed' : 'known', others: [] } as const;
	};

	const service: FeedService = {
		now: () => store.now(),
		async add({ server, member, address, filters }, progress = () => {}) {
			const all = await store.subscriptions(server);
			const known = all.find((one) => one.address === address.trim());
			if (known) return changed(server, known, filters);
			if (all.length >= mostFeeds) throw full();
			const found = await findFeed(context, address, progress);
			const { title, site } = found.feed;
			const wanted = { server, address: found.address, title: title?.slice(0, 300) ?? null, site };
			const subscribed = await store.subscribe(
				{ ...wanted, addedBy: member, filters: { ...noFilters, ...filters } },
				mostFeeds,
				firstPoll(found),
			);
			if (subscribed.state === 'full') throw full();
			if (subscribed.state === 'known') return changed(server, subscribed.subscription, filters);
			log.info({ server, feed: subscribed.subscription.feed.id }, 'a feed was added');
			return { subscription: subscribed.subscription, what: 'new', others: found.others };
		},
		list: (server) => store.subscriptions(server),
		find,
		async change(server, wanted, change) {
			const { id } = await find(server, wanted);
			await store.change(server, id, change);
			return find(server, String(id));
		},
		async remove(server, wanted) {
			const { id } = await find(server, wanted);
			const removed = await store.unsubscribe(server, id);
			if (removed === null) throw new UserError('That feed was removed just now.');
			return removed;
		},
		async test({ server, feed, filters }, progress = () => {}) {
			const all = await store.subscriptions(server);
			const named = isAddress(feed) ? null : meant(all, feed);
			// A site's address may lead to a feed that the server has.
			const ownAt = (address: string) => named ?? all.find((one) => one.address === address);
			const filtersAt = (address: string) => ({ ...(ownAt(address)?.filters ?? noFilters), ...filters });
			const tested = await testFeed(context, named?.address ?? feed, filtersAt, progress);
			return { ...tested, isOwn: ownAt(tested.found.address) !== undefined };
		},
		async importList(server, member, { name, url, size }) {
			const called = name.slice(0, 60);
			if (size > longestOpml)
				throw new UserError(`${called} is larger than 1 MB: a list of feeds is smaller.`);
			const { status, bytes } = await web.fetchPublic(url, { maxBytes: longestOpml, robots: false });
			if (status !== 200) throw new UserError('Discord no longer has that file: upload it again.');
			const counts = { added: 0, known: 0, full: 0, refused: 0 };
			for (const { address, title } of readOpml(bytes, called)) {
				if (!isPublic(address)) {
					counts.refused++;
					continue;
				}
				const wanted = { server, address, title, site: null, addedBy: member, filters: noFilters };
				const { state } = await store.subscribe(wanted, mostFeeds);
				counts[state === 'new' ? 'added' : state]++;
			}
			log.info({ server, ...counts }, 'a list of feeds was imported');
			return counts;
		},
		async exportList(server, title) {
			const all = await store.subscriptions(server);
			return all.length === 0 ? null : { opml: writeOpml(title, all), count: all.length };
		},
	};
	return {
		service,
		connect: (tell) => connection.set(new FeedRunner(context, tell)),
		tick: async () => connection.current?.tick(),
		idle: async () => connection.current?.idle(),
		stop: async () => connection.current?.stop(),
		close: () => context.thread.close(),
	};
}

function full(): UserError {
	return new UserError(
		`This server has ${mostFeeds} feeds, which is the most: remove one with /feeds remove.`,
	);
}

/** What was found when the feed was added: none of it is taken in later. */
function firstPoll({ address, feed, fetched }: FoundFeed): FirstPoll {
	const { etag, lastModified, cacheControl } = fetched;
	const found = { isChanged: false, dates: feed.dates };
	const interval = nextInterval(null, found, { feed: feed.asksFor, cacheControl });
	return {
		...{ etag, lastModified, sha256: null, seen: feed.ids },
		...{ interval, nextIn: spreadOut(interval, address) },
	};
}

const isAddress = (text: string) => /^(?:https?|feed):/iu.test(addressTyped(text));

/** @throws UserError where none fits, or several do. */
function meant(all: readonly Subscription[], wanted: string): Subscription {
	const text = wanted.trim();
	const exact = all.find(({ id, address }) => String(id) === text || address === text);
	if (exact) return exact;
	const key = foldedKey(text);
	const fit = all.filter(({ title, address }) => foldedKey(`${title ?? ''} ${address}`).includes(key));
	const [only, ...others] = fit;
	if (only && others.length === 0 && key !== '') return only;
	if (all.length === 0) throw new UserError('This server has no feeds: add one with /feeds add.');
	if (others.length > 0 && key !== '') {
		throw new UserError([
			typed(text),
			` fits ${fit.length} feeds: pick one of those offered while you type.`,
		]);
	}
	throw new UserError([typed(text), ' is none of this server’s feeds: /feeds list shows them.']);
}
