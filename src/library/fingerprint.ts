import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const models = 'data/models';
/** What decides what is found in a file's bytes. */
const reading = ['src/reading', 'src/language', models];
const recording = ['fold', 'record', 'utterances'].map((name) => `src/library/${name}.ts`);
/** What decides what is answered out of the archive. */
const answering = ['src/language', 'src/library', models];

/**
 * Names the code that reads articles by its content: where it changed, an update may find more in the same
 * bytes, and every file is read again.
 */
export const readerFingerprint = (): Promise<string> => fingerprint(reading, recording);

/** The same for the code that answers: a cache that outlives an update must not give the answers of before. */
export const answererFingerprint = (): Promise<string> => fingerprint(answering, []);

async function fingerprint(folders: readonly string[], files: readonly string[]): Promise<string> {
	const root = fileURLToPath(new URL('../../', import.meta.url));
	const inFolders = await Promise.all(
		folders.map(async (folder) =>
			(await readdir(join(root, folder), { recursive: true })).map((name) => join(folder, name)),
		),
	);
	const names = [...files, ...inFolders.flat().filter((name) => /\.(?:ts|json)$/u.test(name))].sort();
	const hash = createHash('sha256');
	for (const name of names) hash.update(name).update(await readFile(join(root, name)));
	return hash.digest('hex').slice(0, 16);
}
