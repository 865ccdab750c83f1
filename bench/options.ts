// npm run --silent bench:options [-- ARTICLES [DATA_DIR]]: what each option of each command costs at its limits, over
// invented articles and a few that are as large as a file may be; in milliseconds of the
// processor, the best of three, the most expensive first. With a DATA_DIR the archive is
// kept there and filled only where it is empty.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/app/config.ts';
import { openLog } from '../src/app/log.ts';
import { openParts } from '../src/app/parts.ts';
import { fillArchive } from './invented.ts';
import { placeOfBench, waysToAsk } from './options/asked.ts';
import { writeLargeFiles } from './options/large.ts';

const [given = '2000', keptDir] = process.argv.slice(2);
const dataDir = keptDir ?? (await mkdtemp(join(tmpdir(), 'verbatim-bench-')));
const articles = join(dataDir, 'large');
await mkdir(articles, { recursive: true });
await writeLargeFiles(articles);
const config = readConfig({ ARTICLES: articles, DATA_DIR: dataDir, LOG_LEVEL: 'error' });
const log = openLog('error');
let parts = await openParts(config, log);
await parts.loaded;
const context = () => parts.contextOf(placeOfBench);
if ((await context().library.status()).articles < Number(given) / 2) {
	await parts.close();
	await fillArchive(dataDir, Number(given));
	parts = await openParts(config, log);
	await parts.loaded;
}

const least = new Map<string, number>();
// The first pass warms the compiler up. Each begins with an empty cache; what counts is the best one, since what
// else runs on the machine only makes a question dearer.
for (const pass of ['warm up', 1, 2, 3]) {
	for (const { asked, run } of await waysToAsk(parts.commands, context())) {
		const before = process.cpuUsage();
		await run().catch(() => null);
		const { user, system } = process.cpuUsage(before);
		const ms = Number(((user + system) / 1_000).toFixed(1));
		if (pass !== 'warm up') least.set(asked, Math.min(ms, least.get(asked) ?? ms));
	}
	await parts.close();
	if (pass !== 3) parts = await openParts(config, log);
}
const costs = [...least].map(([asked, ms]) => ({ ms, asked })).sort((a, b) => b.ms - a.ms);
const over = costs.filter(({ ms }) => ms > 20).length;
process.stdout.write(
	`${JSON.stringify({ articles: Number(given), asked: costs.length, over20ms: over, dearest: costs.slice(0, 25) }, null, '\t')}\n`,
);
if (keptDir === undefined) await rm(dataDir, { recursive: true });
