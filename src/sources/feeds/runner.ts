import { randomUUID } from 'node:crypto';
import type { ClaimedFeed, Subscriber } from '../../stores/feeds.ts';
import type { PollContext } from './context.ts';
import { pollFeed } from './poll.ts';

const minute = 60_000;
/** How long a process has a feed to itself: far longer than a poll takes. */
const leaseMs = 10 * minute;
/** Feeds that are polled at the same time: most of the time each only waits for its server. */
const atOnce = 20;
/** After failing for so long those who manage the servers are told. */
const toldAfter = 24 * 60 * minute;

/** What those who manage a server are told of a feed of theirs. */
export interface FeedNotice {
	readonly server: string;
	/** The member who added it. */
	readonly addedBy: string | null;
	readonly address: string;
	/** One sentence. */
	readonly trouble: string;
	/** Milliseconds since 1970; null where it ended. */
	readonly since: number | null;
}

export type Tell = (notice: FeedNotice) => Promise<void>;

/** Polls what is due. */
export class FeedRunner {
	readonly #context: PollContext;
	readonly #tell: Tell;
	readonly #holder = randomUUID();
	/** Ends what is being fetched. */
	readonly #ending = new AbortController();
	#working = 0;
	#stopped = false;
	#filling: Promise<void> | null = null;
	#idle: PromiseWithResolvers<void> | null = null;

	constructor(context: PollContext, tell: Tell) {
		const { web } = context;
		const { signal } = this.#ending;
		const stoppable: PollContext['web'] = {
			...web,
			fetchPublic: (address, options) => web.fetchPublic(address, { ...options, signal }),
		};
		this.#context = { ...context, web: stoppable };
		this.#tell = tell;
	}

	/** Takes up what is due now. Called every minute; a call too many does no harm. Never rejects. */
	async tick(): Promise<void> {
		await this.#fill();
	}

	/** Resolves when nothing is due and nothing is under way. */
	async idle(): Promise<void> {
		await this.#filling;
		if (this.#working === 0) return;
		this.#idle ??= Promise.withResolvers<void>();
		await this.#idle.promise;
	}

	/** Takes no new work, ends what is being fetched, and resolves when everything under way has ended. */
	async stop(): Promise<void> {
		this.#stopped = true;
		this.#ending.abort();
		await this.idle();
	}

	#fill(): Promise<void> {
		this.#filling ??= this.#claim().finally(() => {
			this.#filling = null;
			if (this.#working === 0) this.#rest();
		});
		return this.#filling;
	}

	async #claim(): Promise<void> {
		const free = atOnce - this.#working;
		// Each claim is a write, so several are claimed together.
		if (this.#stopped || (this.#working > 0 && free < atOnce / 2)) return;
		try {
			const claimed = await this.#context.store.claimDue({ holder: this.#holder, leaseMs, limit: free });
			for (const feed of claimed) void this.#run(feed);
		} catch (err) {
			this.#context.log.error({ err }, 'the feeds that are due could not be looked up');
		}
	}

	async #run(feed: ClaimedFeed): Promise<void> {
		this.#working++;
		const { store, log } = this.#context;
		try {
			const settled = await pollFeed(feed, this.#context);
			const subscribers = settled.state === 'ended' ? await store.subscribersOf(feed.id) : [];
			if (!(await store.settle(feed.id, this.#holder, settled))) return;
			if (settled.state === 'ended') await this.#told(subscribers, feed, settled.why, null);
			if (settled.state === 'failed') await this.#failed(feed, settled.trouble);
			const taken = settled.state === 'read' ? (settled.taken?.size ?? 0) : 0;
			if (taken > 0) log.info({ feed: feed.id, servers: taken }, 'a feed has brought articles');
		} catch (err) {
			// The claim ends with its lease.
			log.error({ err, feed: feed.id }, 'a feed could not be polled');
		} finally {
			this.#working--;
			await this.#fill();
		}
	}

	async #failed(feed: ClaimedFeed, trouble: string): Promise<void> {
		const { store, log } = this.#context;
		const since = feed.failingSince;
		if (since === null || (await store.now()) - since < toldAfter) return;
		if (!(await store.tellTrouble(feed.id))) return;
		log.warn({ feed: feed.id, address: feed.address, trouble }, 'a feed has failed for a day');
		await this.#told(await store.subscribersOf(feed.id), feed, trouble, since);
	}

	async #told(
		subscribers: readonly Subscriber[],
		{ address }: ClaimedFeed,
		trouble: string,
		since: number | null,
	): Promise<void> {
		for (const { server, addedBy } of subscribers) {
			await this.#tell({ server, addedBy, address, trouble, since }).catch((err: unknown) => {
				this.#context.log.warn({ err, server }, 'nobody could be told of a feed that fails');
			});
		}
	}

	#rest(): void {
		this.#idle?.resolve();
		this.#idle = null;
	}
}
