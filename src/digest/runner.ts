import { dueWork, keyText, minuteMs, noteMissed, type Work } from './due-work.ts';
import { postSlot } from './posting.ts';
import type { PostingContext, PostResult } from './posting-context.ts';

/** Discord allows 50 requests a second and answers each within a tenth of one: this many at once use that up. */
const atOnce = 16;
/** This many failures in a row mean that Discord, and not a server, is in trouble. */
const outage = 8;
const outagePauses = [15_000, 30_000, minuteMs, 2 * minuteMs, 5 * minuteMs];
/** After a gap like this between its ticks the process was asleep or not running. */
const gap = 10 * minuteMs;
const keptFor = 400 * 24 * 60 * minuteMs;
const reportEvery = 5_000;

/** Posts what is due: one a process, from its start to its end. Any number of processes may have one. */
export class DigestRunner {
	readonly #context: PostingContext;
	readonly #queue: Work[] = [];
	/** What is in the queue or under way. */
	readonly #known = new Set<string>();
	#working = 0;
	#stopped = false;
	/** By the store's clock, and by this process's own. */
	#lastTick: number | null = null;
	#tickedAt = 0;
	#failures = 0;
	#pauses = 0;
	#pausedUntil = 0;
	#posted = 0;
	#reported = 0;
	#idle: PromiseWithResolvers<void> | null = null;

	constructor(context: PostingContext) {
		this.#context = context;
	}

	/**
	 * Queues everything that is due now. Called every minute; a call that comes late, early or twice does no harm.
	 * Never rejects.
	 */
	async tick(): Promise<void> {
		const { store, log } = this.#context;
		try {
			const moment = await store.now();
			if (this.#stopped || (moment < this.#pausedUntil && this.#pausedUntil - moment < gap)) return;
			if (this.#lastTick === null || Math.abs(moment - this.#lastTick) > gap) await this.#afterGap(moment);
			this.#lastTick = moment;
			this.#tickedAt = performance.now();
			const work = await dueWork(store, moment);
			// Several processes begin at different ends, so that they seldom claim the same one.
			const from = Math.floor(Math.random() * work.length);
			for (const one of [...work.slice(from), ...work.slice(0, from)]) this.#add(one);
		} catch (err) {
			log.error({ err }, 'the digests that are due could not be looked up');
		}
		this.#fill();
	}

	/** Posts a server's digest for a manager who asked for it now. */
	async postNow(work: Work): Promise<PostResult> {
		const result = await postSlot({ ...work, byHand: true }, this.#context);
		if (result.state === 'posted') await this.tick();
		return result;
	}

	/** Resolves when nothing is queued or under way. */
	async idle(): Promise<void> {
		if (this.#working === 0 && this.#queue.length === 0) return;
		this.#idle ??= Promise.withResolvers<void>();
		await this.#idle.promise;
	}

	/** Takes no new work, and resolves when everything under way has ended. */
	async stop(): Promise<void> {
		this.#stopped = true;
		this.#clear();
		await this.idle();
	}

	async #afterGap(moment: number): Promise<void> {
		const { store, log } = this.#context;
		const missed = await noteMissed(store, moment);
		if (missed > 0) log.warn({ missed }, 'digests were missed: they came due more than six hours ago');
		await store.forget(keptFor);
	}

	#add(work: Work): void {
		const key = keyText(work);
		if (this.#known.has(key)) return;
		this.#known.add(key);
		this.#queue.push(work);
	}

	#clear(): void {
		for (const work of this.#queue.splice(0)) this.#known.delete(keyText(work));
	}

	#fill(): void {
		while (this.#working < atOnce && this.#queue.length > 0) {
			const work = this.#queue.shift();
			if (work) void this.#run(work);
		}
		if (this.#working === 0 && this.#queue.length === 0) {
			this.#idle?.resolve();
			this.#idle = null;
		}
	}

	async #run(work: Work): Promise<void> {
		this.#working++;
		try {
			await this.#count(await postSlot(work, this.#context));
		} catch (err) {
			// The claim ends with its lease, and the process that claims it next looks first.
			const { server, date, slot } = work;
			this.#context.log.error({ err, server, date, slot }, 'a digest could not be posted');
		} finally {
			this.#known.delete(keyText(work));
			this.#working--;
			this.#report();
			this.#fill();
		}
	}

	async #count({ state, trouble }: PostResult): Promise<void> {
		if (state === 'posted') {
			this.#posted++;
			this.#pauses = 0;
		}
		if (trouble?.trouble !== 'unreachable') {
			if (state === 'posted') this.#failures = 0;
			return;
		}
		this.#failures++;
		if (this.#failures < outage) return;
		const pause = outagePauses[Math.min(this.#pauses++, outagePauses.length - 1)] ?? minuteMs;
		this.#failures = 0;
		// The store may be away as well, and what was posted is counted all the same.
		const moment = await this.#context.store.now().catch(() => this.#lastMoment());
		this.#pausedUntil = moment + pause;
		this.#context.log.warn(
			{ waiting: this.#queue.length, seconds: pause / 1000 },
			'Discord is in trouble; digests wait',
		);
		// They are found again by a later tick.
		this.#clear();
	}

	/** About what the store's clock says now. */
	#lastMoment(): number {
		return (this.#lastTick ?? 0) + (performance.now() - this.#tickedAt);
	}

	#report(): void {
		const moment = performance.now();
		const every = moment - this.#reported >= reportEvery;
		if (this.#posted === 0 || (this.#queue.length > 0 && !every)) return;
		if (this.#queue.length === 0 && this.#working > 0) return;
		this.#reported = moment;
		this.#context.log.info({ posted: this.#posted, queue: this.#queue.length }, 'digests are going out');
		this.#posted = 0;
	}
}
