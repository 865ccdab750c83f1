import { performance } from 'node:perf_hooks';
import type { FeedItem } from '../../reading/feed/feed.ts';
import type { ClaimedFeed, Subscriber } from '../../stores/feeds.ts';
import type { PollContext } from './context.ts';
import { fetchItemPage } from './page.ts';
import type { ReadFeed } from './read.ts';
import type { ItemToTake } from './take.ts';

const dayMs = 86_400_000;
const most = {
	/** Pages that one poll fetches, and for how long: the claim's lease is twice as long. */
	pages: 20,
	milliseconds: 4 * 60_000,
	/** How long the items of one poll may take to read; an honest one takes a hundredth of it. */
	reading: 20_000,
	/** Items that wait for their page, and how often each is tried. */
	waiting: 100,
	attempts: 5,
};
/** Items that a feed brings up again after a long time are not news. */
const oldAfter = 14 * dayMs;

/** An item whose page could not be fetched yet; without the text that the feed has of it. */
interface Waiting {
	readonly feed: Pick<ReadFeed, 'title' | 'language'>;
	readonly item: FeedItem;
	readonly attempts: number;
}

/** Takes in the items of one poll. */
export class Taking {
	/** How many articles each subscription took in. */
	readonly taken = new Map<number, number>();
	readonly #feed: ClaimedFeed;
	readonly #context: PollContext;
	readonly #left: Waiting[] = [];
	readonly #until = performance.now() + most.milliseconds;
	#pages = 0;
	#reading = 0;
	#subscribers: Promise<readonly Subscriber[]> | null = null;

	constructor(feed: ClaimedFeed, context: PollContext) {
		this.#feed = feed;
		this.#context = context;
	}

	/** What waits for the next poll, to be kept; null where nothing does. */
	get left(): string | null {
		return this.#left.length === 0 ? null : JSON.stringify(this.#left.slice(0, most.waiting));
	}

	/** Tries again what an earlier poll could not fetch. */
	async waiting(): Promise<void> {
		if (this.#feed.waiting === null) return;
		for (const one of JSON.parse(this.#feed.waiting) as readonly Waiting[]) await this.#page(one);
	}

	/** Takes in what is new in a feed, the oldest first. */
	async fresh({ title, language, fresh }: ReadFeed): Promise<void> {
		const feed = { title, language };
		const now = await this.#context.store.now();
		for (const item of fresh.toReversed()) {
			if (item.publishedAt !== null && Date.parse(item.publishedAt) < now - oldAfter) continue;
			const isDone = await this.#take({ feed: { ...feed, address: this.#feed.address }, item, page: null });
			if (isDone) continue;
			const { content: _content, description: _description, ...rest } = item;
			await this.#page({ feed, item: { ...rest, content: null, description: null }, attempts: 0 });
		}
	}

	/** Fetches the page of an item and takes its article in; where that may work later, it waits. */
	async #page({ feed, item, attempts }: Waiting): Promise<void> {
		const { web, log } = this.#context;
		if (item.url === null) return;
		if (this.#pages >= most.pages || performance.now() > this.#until) {
			this.#left.push({ feed, item, attempts });
			return;
		}
		this.#pages++;
		const page = await fetchItemPage(web, item.url);
		if (page.kind === 'page') {
			await this.#take({ feed: { ...feed, address: this.#feed.address }, item, page: page.page });
			return;
		}
		if (page.kind === 'later' && attempts + 1 < most.attempts) {
			this.#left.push({ feed, item, attempts: attempts + 1 });
			return;
		}
		log.debug({ feed: this.#feed.id, reason: page.why }, 'an item of a feed was not taken in');
	}

	/** @returns whether nothing more is to be done; otherwise its page is needed. */
	async #take(item: Pick<ItemToTake, 'feed' | 'item' | 'page'>): Promise<boolean> {
		const { store, thread, log } = this.#context;
		this.#subscribers ??= store.subscribersOf(this.#feed.id);
		const getters = await this.#subscribers;
		if (this.#reading > most.reading) return true;
		const began = performance.now();
		const result = await thread.take({ ...item, getters, dry: false });
		this.#reading += performance.now() - began;
		if (this.#reading > most.reading) {
			log.warn({ feed: this.#feed.id }, 'the items of a feed take too long to read; the rest are left out');
		}
		if (result.kind === 'teaser') return false;
		if (result.kind === 'unreadable') {
			log.debug({ feed: this.#feed.id, reason: result.why }, 'an item of a feed was not taken in');
			return true;
		}
		for (const id of result.takenBy) this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
		return true;
	}
}
