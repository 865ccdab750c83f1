// `npm run --silent bench:feeds [-- FEEDS [HOSTS]]`: 10,000 feeds on 2,500 hosts, all due within one hour, polled by one
// process from a server on this machine. The hour is compressed: the archive's clock goes on by a minute as soon as
// the work of the minute before is done. Of the feeds 70 % answer that nothing has changed, 10 % send the same bytes,
// 10 % other bytes with nothing new, and 10 % one new article with 1,000 characters, which is read and put on a shelf.
// Prints JSON.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { openTheFeeds } from '../src/app/feeds.ts';
import { openArchive } from '../src/app/open-archive.ts';
import { fraction } from '../src/sources/feeds/interval.ts';
import { noFilters } from '../src/sources/feeds/terms.ts';
import { openWeb } from '../src/sources/web/fetch.ts';
import { ask, end, next, rounded, start } from './processes.ts';

const feeds = Number(process.argv[2] ?? 10_000);
const hosts = Number(process.argv[3] ?? 2_500);
const minute = 60_000;
const hour = 60 * minute;

const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-feeds-'));
const site = start(new URL('./feeds/site.ts', import.meta.url));
const { port } = await next<{ port: number }>(site);
let now = Date.now() - 2 * hour;
const archive = await openArchive(folder, () => now);
const web = openWeb({
	userAgent: 'Verbatim/bench',
	allow: new Set([`127.0.0.1:${port}`]),
	lookup: (_name, options, callback) =>
		options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4),
	// Compressed time would make each host wait for its second.
	turns: { everyMs: 0, longestWaitMs: minute },
});
/** How late each feed was claimed, beside its interval. */
const late: number[] = [];
const store: typeof archive.feeds = {
	...archive.feeds,
	async claimDue(claim) {
		const claimed = await archive.feeds.claimDue(claim);
		for (const { dueAt } of claimed) late.push(now - dueAt);
		return claimed;
	},
};
const log = pino({ level: 'silent' });
const polling = openTheFeeds({ archive: { feeds: store }, web, archivePlace: folder, log });
polling.connect(async () => {});

// Subscribed to an hour ago, with what each had then.
for (let feed = 0; feed < feeds; feed++) {
	const address = `http://s${feed % hosts}.feeds.example:${port}/feed/${feed}`;
	const seen = Array.from({ length: 25 }, (_, index) =>
		createHash('sha256')
			.update(`f${feed}-${25 - index}`)
			.digest('hex')
			.slice(0, 16),
	);
	const first = { etag: '"1"', lastModified: null, sha256: null, seen, interval: hour };
	const wanted = {
		server: `${feed % 100}`,
		address,
		title: null,
		site: null,
		addedBy: '1',
		filters: noFilters,
	};
	await archive.feeds.subscribe(wanted, feeds, { ...first, nextIn: Math.round(fraction(address) * hour) });
}

globalThis.gc?.();
const began = { cpu: process.cpuUsage(), at: performance.now(), memory: process.memoryUsage.rss() };
const memory: number[] = [];
/** What is in use in the main thread, after each quarter of the hour. */
const held: number[] = [];
let slowest = 0;
for (let passed = 0; passed < 60; passed++) {
	now += minute;
	const from = performance.now();
	await polling.tick();
	await polling.idle();
	slowest = Math.max(slowest, performance.now() - from);
	memory.push(process.memoryUsage.rss());
	if (passed % 15 === 14) {
		globalThis.gc?.();
		held.push(process.memoryUsage().heapUsed);
	}
}
const cpu = process.cpuUsage(began.cpu);
const { requests } = await ask<{ requests: number }>(site, {});
const { articles } = await archive.seenBy('9').status();
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
const quarter = (from: number) => megabytes(Math.max(...memory.slice(from, from + 15)));
process.stdout.write(
	`${JSON.stringify(
		{
			...{ feeds, hosts, requests, polls: late.length },
			cpuSeconds: rounded((cpu.user + cpu.system) / 1e6),
			wallSeconds: rounded((performance.now() - began.at) / 1000),
			slowestMinuteSeconds: rounded(slowest / 1000),
			latestMinutes: rounded(Math.max(...late) / minute),
			laterThanItsInterval: late.filter((by) => by > hour).length,
			articlesOnOneShelfOfAHundred: articles,
			stillDue: await archive.feeds.countDue(),
			megabytes: { before: megabytes(began.memory), byQuarter: [0, 15, 30, 45].map(quarter) },
			heapMegabytesByQuarter: held.map(megabytes),
		},
		null,
		'\t',
	)}\n`,
);
await polling.stop();
await polling.close();
await web.close();
await archive.close();
await end(site);
await rm(folder, { recursive: true, force: true });
