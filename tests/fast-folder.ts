import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** In memory where the system has enough of it for files: a test's data is small, and is never read again. */
export function fastFolder(): string {
	const inMemory = '/dev/shm';
	try {
		const { bavail, bsize } = statfsSync(inMemory);
		return bavail * bsize > 4 * 2 ** 30 ? inMemory : tmpdir();
	} catch {
		return tmpdir();
	}
}
