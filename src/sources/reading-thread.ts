import type { Piscina } from 'piscina';
import { timeLimit } from './time-limit.ts';
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

/** How long a file may take before it is given up. */
export interface ReadingLimits {
	readonly milliseconds: number;
	/** Of the thread's heap. */
	readonly megabytes: number;
	/** Of that part of its heap where new objects are; by default V8's own, which keeps 50 MB in use. */
	readonly youngMegabytes?: number;
	/** Of the thread's processor time, where that is limited too: other work may keep it waiting. */
	readonly cpuMilliseconds?: number;
	/** How long the thread waits for more to read. */
	readonly idleMilliseconds?: number;
}

/** How often the thread's processor time is looked at. */
const lookMs = 50;

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
			idleTimeout: limits.idleMilliseconds ?? 1_000,
			atomics: 'disabled',
			recordTiming: false,
			resourceLimits: {
				maxOldGenerationSizeMb: limits.megabytes,
				...(limits.youngMegabytes === undefined ? {} : { maxYoungGenerationSizeMb: limits.youngMegabytes }),
			},
		});
		// A thread that ends between two tasks is no loss: the next task gets a new one.
		piscina.on('error', () => {});
		return piscina;
	};
	/** Tasks are given to the thread one at a time, so that a limit counts for one task alone. */
	let before: Promise<unknown> = Promise.resolve();
	return {
		run(task, limitMs) {
			const result = before.then(() => runAlone(task, limitMs));
			before = result.catch(() => {});
			return result;
		},
		async close() {
			closed = true;
			await (await pool)?.destroy();
		},
	};

	async function runAlone<Name extends Task['task']>(
		task: Extract<Task, { task: Name }>,
		limitMs: number,
	): Promise<TaskResults[Name]> {
		if (closed) throw new Error('The reading thread is closed.');
		pool ??= start();
		const piscina = await pool;
		const late = timeLimit(limitMs);
		// What it takes to start is nobody's doing, and more on a slow machine.
		const busy = cpuLimit(piscina, task.task === 'wake' ? undefined : limits.cpuMilliseconds);
		try {
			return await piscina.run(task, {
				signal: AbortSignal.any([late.signal, busy.signal]),
				transferList: transferred(task),
			});
		} catch (error) {
			if (busy.signal.aborted) throw new ReaderStopped('takes too much work to read');
			if (late.signal.aborted) {
				throw new ReaderStopped(`took longer than ${Math.round(limitMs / 1000)} seconds to read`);
			}
			if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
				throw new ReaderStopped('needs more memory to read than there is');
			}
			if (error instanceof Error && /^worker exited/iu.test(error.message)) {
				throw new ReaderStopped('stopped the reader');
			}
			throw error;
		} finally {
			late.end();
			busy.end();
		}
	}
}

type TransferList = NonNullable<NonNullable<Parameters<Piscina['run']>[1]>['transferList']>;

/**
 * Bytes with a buffer of their own are handed over, which takes no time; others are copied. Piscina wants a list, and
 * its type has what the last overload of Node's function takes.
 */
function transferred(task: Task): TransferList {
	const { buffer, byteLength } = task.task === 'add' ? task.bytes : new Uint8Array();
	const isWhole = byteLength > 0 && buffer.byteLength === byteLength;
	return (isWhole ? [buffer] : []) as unknown as TransferList;
}

/**
 * A signal that ends once the pool's thread has worked for so long from now on; before Node 24.6 there is no way to
 * ask, and the time by the clock remains.
 */
function cpuLimit(
	piscina: Piscina,
	most: number | undefined,
): { readonly signal: AbortSignal; readonly end: () => void } {
	const ended = new AbortController();
	if (most === undefined) return { signal: ended.signal, end: () => {} };
	/** What each thread had worked before. */
	const began = new Map<number, number>();
	const timer = setInterval(async () => {
		for (const thread of piscina.threads) {
			const usage = await thread.cpuUsage?.().catch(() => null);
			if (!usage) continue;
			const used = (usage.user + usage.system) / 1_000;
			const first = began.get(thread.threadId) ?? used;
			began.set(thread.threadId, first);
			if (used - first > most) ended.abort();
		}
	}, lookMs);
	timer.unref();
	return { signal: ended.signal, end: () => clearInterval(timer) };
}
