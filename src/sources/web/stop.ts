import { addAbortListener } from 'node:events';
import { WebError } from './trouble.ts';

/** The refusal of what somebody has stopped waiting for. */
export const stopped = (cause: unknown): WebError =>
	new WebError('stopped', 'Fetching was stopped.', { cause });

/** Rejects as soon as a signal is aborted. A signal that somebody listens to is never collected, so `end` is to be called. */
export function abortOf(signal: AbortSignal): { readonly promise: Promise<never>; readonly end: () => void } {
	const { promise, reject } = Promise.withResolvers<never>();
	promise.catch(() => {});
	const listener = addAbortListener(signal, () => reject(signal.reason));
	return { promise, end: () => listener[Symbol.dispose]() };
}

/** Waits for something that may go on for others. @throws WebError as soon as the signal is aborted. */
export async function unlessStopped<Result>(work: Promise<Result>, stop: AbortSignal): Promise<Result> {
	const aborted = abortOf(stop);
	try {
		return await Promise.race([work, aborted.promise]);
	} catch (error) {
		throw stop.aborted ? stopped(error) : error;
	} finally {
		aborted.end();
	}
}
