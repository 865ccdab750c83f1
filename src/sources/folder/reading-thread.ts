import type { Piscina } from 'piscina';
import type { Task, TaskResults } from './worker-tasks.ts';

/** A thread that reads files; it exists only while there is something to read. */
export interface ReadingThread {
	/**
	 * @throws ReaderStopped where the task crashed the thread or took longer than `limitMs`, and then a new thread
	 * does the next one; otherwise what the task throws.
	 */
	run<Name extends Task['task']>(
		task: Extract<Task, { task: Name }>,
		limitMs: number,
	): Promise<TaskResults[Name]>;
	close(): Promise<void>;
}

/** A task ended the thread. The message says how, in words that follow "the file". */
export class ReaderStopped extends Error {
	override readonly name = 'ReaderStopped';
}

/** How long the thread waits for more to read. */
const idleMs = 1_000;

/** How long a file may take before it is given up. */
export interface ReadingLimits {
	readonly milliseconds: number;
	/** Of the thread's heap. */
	readonly megabytes: number;
}

export function readingThread(worker: URL, limits: ReadingLimits): ReadingThread {
	let pool: Promise<Piscina> | undefined;
	let closed = false;
	const start = async (): Promise<Piscina> => {
		// Loaded only now: most starts have nothing to read.
		const { Piscina } = await import('piscina');
		const piscina = new Piscina({
			filename: worker.href,
			minThreads: 0,
			maxThreads: 1,
			idleTimeout: idleMs,
			atomics: 'disabled',
			recordTiming: false,
			resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
		});
		// A thread that ends between two tasks is no loss: the next task gets a new one.
		piscina.on('error', () => {});
		return piscina;
	};
	return {
		async run(task, limitMs) {
			if (closed) throw new Error('The reading thread is closed.');
			pool ??= start();
			const timeout = AbortSignal.timeout(limitMs);
			try {
				return await (await pool).run(task, { signal: timeout });
			} catch (error) {
				if (timeout.aborted) {
					throw new ReaderStopped(`took longer than ${Math.round(limitMs / 1000)} seconds to read`);
				}
				if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
					throw new ReaderStopped('needs more memory to read than there is');
				}
				if (error instanceof Error && /^worker exited/iu.test(error.message)) {
					throw new ReaderStopped('stopped the reader');
				}
				throw error;
			}
		},
		async close() {
			closed = true;
			await (await pool)?.destroy();
		},
	};
}
