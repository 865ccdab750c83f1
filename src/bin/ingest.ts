// `npm run ingest -- FILE|FOLDER|ADDRESS …`: reads articles into the archive, for all servers to see: files of every
// format, folders, web archives (WARC), pages, feeds, lists of feeds (OPML), and comments that Disqus has exported. With `--dry-run` it only says what it would read, with
// `--json` it prints what it did as JSON. It may be stopped at any time, and goes on where it was.

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { allowClosedOutput } from '../app/closed-output.ts';
import { configFromEnvironment, runProgram } from '../app/environment.ts';
import { UserError } from '../errors.ts';
import { bar, count, type Tally, table } from './ingest-report.ts';

const usage =
	'Say what to read: npm run ingest -- FILE|FOLDER|ADDRESS … [--dry-run] [--json] (an address may be a page, a feed, or an OPML list).';
/** More threads gain nothing, since what they read is written by one process. */
const mostThreads = 8;
const limits = {
	milliseconds: 120_000,
	cpuMilliseconds: 20_000,
	megabytes: 512,
	idleMilliseconds: 60_000,
};
const barMs = 100;

function options() {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
		});
		if (positionals.length === 0) throw new UserError(usage);
		return { given: positionals, dry: values['dry-run'] ?? false, asJson: values.json ?? false };
	} catch (cause) {
		throw cause instanceof UserError ? cause : new UserError(usage, { cause });
	}
}

allowClosedOutput();
await runProgram(async () => {
	const { given, dry, asJson } = options();
	const config = configFromEnvironment();
	// Loaded only where it is clear what to read.
	const [{ openStore }, { openTheWeb }, { readerFingerprint }, { ingest }, { readingThread }] =
		await Promise.all([
			import('../app/open-archive.ts'),
			import('../app/web.ts'),
			import('../app/fingerprint.ts'),
			import('../sources/ingest/ingest.ts'),
			import('../sources/reading-thread.ts'),
		]);
	const archive = await openStore(config);
	const web = openTheWeb(config, {});
	const worker = new URL('../app/reading-worker.ts', import.meta.url);
	const threads = Array.from({ length: Math.min(mostThreads, availableParallelism()) }, () =>
		readingThread(worker, limits),
	);
	const tally: Tally = {
		...{ read: 0, known: 0, left: 0, fresh: 0, there: 0 },
		...{ comments: 0, commentsWithoutArticle: 0, refused: [] },
	};
	let shown = 0;
	try {
		await ingest(given, {
			...{ archive, web, threads, dry, reader: readerFingerprint() },
			done(outcome, waiting) {
				count(tally, outcome);
				if (!process.stderr.isTTY || performance.now() - shown < barMs) return;
				shown = performance.now();
				process.stderr.write(`\r\u001b[K${bar(tally, waiting)}`);
			},
		});
	} finally {
		if (shown > 0) process.stderr.write('\r\u001b[K');
		await Promise.all(threads.map((thread) => thread.close()));
		await web.close();
		await archive.close();
	}
	process.stdout.write(asJson ? `${JSON.stringify({ dry, ...tally }, null, '\t')}\n` : table(tally, dry));
});
