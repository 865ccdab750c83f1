import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/**
 * Runs something under a reference, the id of an interaction or message: every line of the log that it causes, also
 * later and in other parts, has it.
 */
export function underReference<T>(reference: string, work: () => T): T {
	return current.run(reference, work);
}

/** The reference that this runs under, if any. */
export function referenceHere(): string | undefined {
	return current.getStore();
}
