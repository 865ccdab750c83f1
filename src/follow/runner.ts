import type { PostKey } from '../stores/follows.ts';
import type { FollowContext } from './context.ts';
import { sendNews } from './send.ts';

/** Discord is asked at its own pace by the client; a few at once keep a slow answer from holding up the rest. */
const atOnce = 8;
/** Longer than anything stays in the library's eye; what was told is kept so long to tell nothing twice. */
const toldFor = 400 * 86_400_000;
const forgetEvery = 86_400_000;

/** Sends what is due: one a process, from its start to its end. Any number of processes may have one. */
export class FollowRunner {
	readonly #context: FollowContext;
	#working: Promise<void> | null = null;
	#stopped = false;
	#forgotten: number | null = null;

	constructor(context: FollowContext) {
		this.#context = context;
	}

	/** Sends everything that is due now. A call while another one works does nothing. Never rejects. */
	async tick(): Promise<void> {
		if (this.#stopped) return;
		this.#working ??= this.#run().finally(() => {
			this.#working = null;
		});
		await this.#working;
	}

	/** Takes no new work, and resolves when everything under way has ended. */
	async stop(): Promise<void> {
		this.#stopped = true;
		await this.#working;
	}

	async #run(): Promise<void> {
		const { store, log } = this.#context;
		try {
			const now = await store.now();
			if (this.#forgotten === null || Math.abs(now - this.#forgotten) > forgetEvery) {
				await store.forget(toldFor);
				this.#forgotten = now;
			}
			const queue = [...(await store.due())];
			const worker = async () => {
				for (let key = queue.pop(); key !== undefined && !this.#stopped; key = queue.pop())
					await this.#send(key);
			};
			await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, worker));
		} catch (err) {
			log.error({ err }, 'what members follow could not be looked up');
		}
	}

	async #send(key: PostKey): Promise<void> {
		try {
			await sendNews(key, this.#context);
		} catch (err) {
			// The claim ends with its lease, and the process that claims it next looks first.
			this.#context.log.error({ err, ...key }, 'news could not be sent to a member');
		}
	}
}
