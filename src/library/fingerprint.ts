import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What decides what is found in a file's bytes. */
const reading = [
	'src/article.ts',
	'src/{language,reading}/**/*.{ts,json}',
	'src/library/{fold,record,speakers,utterances}.ts',
	'data/models/**/*.json',
];

/** What decides what is answered out of the archive. */
const answering = ['src/{language,library}/**/*.ts', 'data/models/**/*.json'];

/**
 * Names the code that reads articles by its content: where it changed, an update may find more in the same
 * bytes, and every file is read again.
 */
export const readerFingerprint = (): Promise<string> => fingerprint(reading);

/** The same for the code that answers: a cache that outlives an update must not give the answers of before. */
export const answererFingerprint = (): Promise<string> => fingerprint(answering);

async function fingerprint(sources: readonly string[]): Promise<string> {
	const root = fileURLToPath(new URL('../../', import.meta.url));
	const names: string[] = [];
	for await (const name of glob(sources, { cwd: root })) names.push(name);
	const hash = createHash('sha256');
	for (const name of names.sort()) hash.update(name).update(await readFile(`${root}/${name}`));
	return hash.digest('hex').slice(0, 16);
}
