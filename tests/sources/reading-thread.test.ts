import { expect, it, onTestFinished } from 'vitest';
import { ReaderStopped, readingThread } from '../../src/sources/reading-thread.ts';

it('a reading thread may take longer to start than a file to read, as on a slow machine', async () => {
	const worker = new URL('./slow-start-worker.ts', import.meta.url);
	const thread = readingThread(worker, { milliseconds: 60_000, cpuMilliseconds: 100, megabytes: 160 });
	onTestFinished(() => thread.close());
	expect(await thread.run({ task: 'wake', archivePlace: '' }, 30_000)).toBe(true);
	const read = thread.run({ task: 'take', archivePlace: '', folder: '', name: 'a.txt', reader: '' }, 60_000);
	await expect(read).rejects.toThrow(new ReaderStopped('takes too much work to read'));
}, 60_000);
