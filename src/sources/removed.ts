import type { SourceState, SourceStore } from '../stores/sources.ts';

/** No source has this size: it says that somebody has removed what the source brought. */
const removedSize = -1;

/** Takes what a source brought off its shelf, and notes that it is not to come again. */
export async function removeForGood(sources: SourceStore, name: string): Promise<void> {
	await sources.put([], { name, size: removedSize, modified: 0, sha256: null, reader: '' });
}

/** Whether somebody has removed what the source brought. */
export const isRemoved = (source: SourceState | undefined): boolean => source?.size === removedSize;
