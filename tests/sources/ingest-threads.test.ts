import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { ingest } from '../../src/sources/ingest/ingest.ts';
import { type ReadingThread, readingThread } from '../../src/sources/reading-thread.ts';
import { openWeb } from '../../src/sources/web/fetch.ts';

const places = ['Ambra', 'Ellery', 'Oldgate'];
const text = (place: string) => `${place} Opens a Lock

The town of ${place} has opened a new lock on its canal, the water office said on Monday.

“The lock of ${place} took us nine weeks to build,” said Mara Tidewell, who runs the office.`;

test('an ingest of a few files starts one thread, however many there may be', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'verbatim-ingest-threads-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const files = join(folder, 'files');
	await mkdir(files);
	for (const place of places) await writeFile(join(files, `${place}.txt`), text(place));
	const used = new Set<number>();
	const worker = new URL('../../src/app/reading-worker.ts', import.meta.url);
	const threads = [0, 1, 2].map((at): ReadingThread => {
		const thread = readingThread(worker, { milliseconds: 20_000, megabytes: 512 });
		return {
			run(task, limitMs) {
				used.add(at);
				return thread.run(task, limitMs);
			},
			close: () => thread.close(),
		};
	});
	const archive = await openArchive(folder);
	const web = openWeb({ userAgent: 'Verbatim/test' });
	try {
		await ingest([files], { archive, web, threads, dry: false, reader: 'reader', done: () => {} });
		const headlines = (await archive.seenBy(null).latest(9)).map(({ headline }) => headline);
		expect(headlines.toSorted()).toEqual(places.map((place) => `${place} Opens a Lock`));
		expect(used.size).toBe(1);
	} finally {
		await Promise.all(threads.map((thread) => thread.close()));
		await web.close();
		await archive.close();
	}
});
