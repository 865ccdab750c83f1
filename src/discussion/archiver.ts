import { isTrouble } from '../trouble.ts';
import type { DiscussionContext } from './context.ts';

/** An answer to the one who closed it would open an archived thread again, so it is archived after that. */
const after = 2_000;

/** Archives the threads of closed discussions: a little after each was closed, and after a restart those that were left. */
export class Archiver {
	readonly #context: DiscussionContext;
	readonly #soon = new Map<string, NodeJS.Timeout>();
	readonly #working = new Set<Promise<void>>();

	constructor(context: DiscussionContext) {
		this.#context = context;
	}

	soon(thread: string): void {
		clearTimeout(this.#soon.get(thread));
		this.#soon.set(
			thread,
			setTimeout(() => {
				this.#soon.delete(thread);
				this.#begin(thread);
			}, after),
		);
	}

	async tick(): Promise<void> {
		const { store, log } = this.#context;
		try {
			for (const { thread } of await store.toArchive()) if (!this.#soon.has(thread)) this.#begin(thread);
			await Promise.all(this.#working);
		} catch (err) {
			log.error({ err }, 'the discussions that are to be archived could not be looked up');
		}
	}

	async stop(): Promise<void> {
		for (const [thread, timer] of this.#soon) {
			clearTimeout(timer);
			this.#begin(thread);
		}
		this.#soon.clear();
		await Promise.all(this.#working);
	}

	#begin(thread: string): void {
		const working = this.#archive(thread).finally(() => this.#working.delete(working));
		this.#working.add(working);
	}

	async #archive(thread: string): Promise<void> {
		const { store, delivery, log } = this.#context;
		try {
			const done = await delivery.archive(thread);
			if (!isTrouble(done)) return await store.archived(thread);
			log.warn({ thread, ...done }, 'a closed discussion could not be archived');
			if (done.trouble === 'channel-gone') await store.forget(thread);
			// Nobody has to archive it: it stays closed. Only what may pass is tried again.
			else if (done.trouble !== 'unreachable') await store.archived(thread);
		} catch (err) {
			log.error({ err, thread }, 'a closed discussion could not be archived');
		}
	}
}
