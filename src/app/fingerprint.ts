import { createHash } from 'node:crypto';
// The hash of each source file by name: `npm run fingerprint` writes it, `npm run check` checks it.
import sources from '../../data/fingerprint.json' with { type: 'json' };

/** The files that decide what is found in an article's bytes. */
const reading = /^(?:src\/(?:reading|language)\/|data\/models\/|src\/sources\/(?:record|utterances)\.ts$)/u;

/**
 * Identifies the code that reads articles by its content: when it has changed, an update may find more in the same
 * bytes, and every file is read again.
 */
export const readerFingerprint = (): string => fingerprint((name) => reading.test(name));

/** The same for the code that answers: a cache that outlives an update must not give the old answers. */
export const answererFingerprint = (): string => fingerprint((name) => !name.startsWith('src/reading/'));

function fingerprint(counts: (name: string) => boolean): string {
	const counted = Object.entries(sources).filter(([name]) => counts(name));
	return createHash('sha256').update(JSON.stringify(counted)).digest('hex').slice(0, 16);
}
