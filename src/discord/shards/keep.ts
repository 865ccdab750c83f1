import type { Log } from '../../logger.ts';
import type { ShardStore } from '../../stores/shards.ts';

/** What runs one shard. */
export interface RunningShard {
	close(): Promise<void>;
}

export interface ShardTimes {
	/** Milliseconds until other processes may take a shard whose lease was not renewed. */
	readonly lease: number;
	readonly renewEvery: number;
	/** How long before the end of the lease a process that cannot renew it lets go. */
	readonly margin: number;
}

/** A process that dies loses its shards within the lease and the time to the others' next look: well under a minute. */
const usual: ShardTimes = { lease: 20_000, renewEvery: 5_000, margin: 5_000 };

export interface KeepOptions {
	readonly store: Pick<ShardStore, 'renew' | 'release' | 'leave'>;
	/** Names this process; no other has the same. */
	readonly process: string;
	/** Shards in all, unless those that run already have another number. */
	readonly count: number;
	/** Connects one shard. Rejects where the signal aborts, or where it can never be connected. */
	readonly start: (shard: number, count: number, signal: AbortSignal) => Promise<RunningShard>;
	/** Called once, when the store has said for the first time which shards are this process's; these start then. */
	readonly onShared?: () => void;
	/** A shard can never be connected: the token is wrong. */
	readonly onFailed: (error: unknown) => void;
	readonly log: Log;
	readonly times?: ShardTimes;
}

/**
 * Runs this process's share of the shards, and goes on doing so as processes come and go. Where the store cannot be
 * reached it lets go of all shards before their leases end, so that no shard ever runs twice.
 * @returns a function that ends it: all shards are closed and given back.
 */
export function keepShards({
	store,
	process,
	count: wanted,
	start,
	onShared,
	onFailed,
	log,
	times = usual,
}: KeepOptions): () => Promise<void> {
	const running = new Map<
		number,
		{ readonly abort: AbortController; readonly shard: Promise<RunningShard | null> }
	>();
	let count = wanted;
	let ended = false;
	let isShared = false;
	let next: NodeJS.Timeout | undefined;
	let last: NodeJS.Timeout | undefined;
	let looking: Promise<void> = Promise.resolve();

	const begin = (shard: number) => {
		const abort = new AbortController();
		const starting = start(shard, count, abort.signal).catch((error: unknown) => {
			if (!abort.signal.aborted) onFailed(error);
			return null;
		});
		running.set(shard, { abort, shard: starting });
		log.info({ shard, of: count }, 'a shard starts here');
	};
	const end = async (shard: number) => {
		const one = running.get(shard);
		if (one === undefined) return;
		one.abort.abort();
		await (await one.shard)?.close();
		running.delete(shard);
		log.info({ shard, of: count }, 'a shard has ended here');
	};
	const endAll = () => Promise.all([...running.keys()].map(end));

	const look = async (): Promise<void> => {
		const began = performance.now();
		const { count: agreed, held, share } = await store.renew(process, { count, length: times.lease });
		clearTimeout(last);
		const left = times.lease - times.margin - (performance.now() - began);
		last = setTimeout(() => {
			log.error({ shards: [...running.keys()] }, 'the store was not reached in time: shards are given up');
			void endAll();
		}, left);
		if (agreed !== count) {
			log.warn(
				{ count: agreed, instead: count },
				'the processes that run have another number of shards: it is used',
			);
			await endAll();
			count = agreed;
			return look();
		}
		await Promise.all([...running.keys()].filter((shard) => !held.includes(shard)).map(end));
		// Those that do not run yet are the first to be given away.
		const byUse = held.toSorted((left, right) => Number(running.has(left)) - Number(running.has(right)));
		const given = byUse.slice(0, Math.max(0, held.length - share));
		for (const shard of held) if (!running.has(shard) && !given.includes(shard)) begin(shard);
		if (!isShared) onShared?.();
		isShared = true;
		if (given.length === 0) return;
		await Promise.all(given.map(end));
		await store.release(process, given);
	};
	const again = () => {
		if (ended) return;
		looking = look()
			.catch((err: unknown) => log.warn({ err }, 'the leases of the shards could not be renewed'))
			.finally(() => {
				if (!ended) next = setTimeout(again, times.renewEvery);
			});
	};
	again();
	return async () => {
		ended = true;
		clearTimeout(next);
		await looking;
		clearTimeout(last);
		await endAll();
		await store
			.leave(process)
			.catch((err: unknown) => log.warn({ err }, 'the shards could not be given back'));
	};
}
