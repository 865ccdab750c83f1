import { createHash } from 'node:crypto';
// Each source by name with its hash: `npm run fingerprint` writes it, `npm run check` holds it.
import sources from '../../data/fingerprint.json' with { type: 'json' };

/** What decides what is found in a file's bytes. */
const reading = /^(?:src\/(?:reading|language)\/|data\/models\/|src\/sources\/(?:record|utterances)\.ts$)/u;

/**
 * Names the code that reads articles by its content: where it changed, an update may find more in the same
 * bytes, and every file is read again.
 */
export const readerFingerprint = (): string => fingerprint((name) => reading.test(name));

/** The same for the code that answers: a cache that outlives an update must not give the answers of before. */
export const answererFingerprint = (): string => fingerprint((name) => !name.startsWith('src/reading/'));

function fingerprint(counts: (name: string) => boolean): string {
	const counted = Object.entries(sources).filter(([name]) => counts(name));
	return createHash('sha256').update(JSON.stringify(counted)).digest('hex').slice(0, 16);
}
