// `npm run --silent bench:start [-- ROUNDS [MOST]]`: how long Verbatim takes until it is ready, and how much memory it
// uses then, with 10, 1,000 and 10,000 articles in the archive (MOST, of which about 250 a second are added first),
// over a bare discord.js client against the same rehearsal. Verbatim gets the flags that `npm start` gives to Node. JSON.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRehearsal } from 'discord-rehearsal';
import { fillArchive } from './invented.ts';
import { end, median, next, rounded, start } from './processes.ts';

const counts = [10, 1_000, Number(process.argv[3] ?? 10_000)];
const rounds = Number(process.argv[2] ?? 5);
const file = new URL('./start/ready.ts', import.meta.url);
const flags = await flagsOfStart();

interface Ready {
	readonly ms: number;
	/** Milliseconds of CPU until ready: a better measure than the clock on a machine with other work. */
	readonly cpu: number;
	readonly rss: number;
}

const rehearsal = await startRehearsal({ port: 0, rateLimits: false });
process.env.FROM_PARENT = JSON.stringify({ apiUrl: rehearsal.apiUrl, token: rehearsal.token });
const folder = await mkdtemp(join(tmpdir(), 'verbatim-start-'));
const dataDirs = new Map<number, string>();
for (const count of counts) {
	const dataDir = join(folder, String(count));
	await mkdir(join(dataDir, 'articles'), { recursive: true });
	await fillArchive(dataDir, count);
	dataDirs.set(count, dataDir);
}

const raw: Ready[] = [];
const verbatim = new Map<number, Ready[]>(counts.map((count) => [count, []]));
for (let round = 0; round <= rounds; round += 1) {
	const bare = await once('raw', '');
	// The first round warms the caches of the disk and of Node's compiler.
	if (round > 0) raw.push(bare);
	for (const [count, dataDir] of dataDirs) {
		const one = await once(String(count), dataDir);
		if (round > 0) verbatim.get(count)?.push(one);
	}
}
await rehearsal.close();
await rm(folder, { recursive: true });

const bare = figures(raw);
console.log(
	JSON.stringify(
		{
			rounds,
			raw: bare,
			verbatim: [...verbatim].map(([articles, measured]) => {
				const { readyMs, cpuMs, rssMb } = figures(measured);
				return {
					articles,
					readyMs,
					cpuMs,
					rssMb,
					overMs: rounded(readyMs - bare.readyMs),
					overCpuMs: rounded(cpuMs - bare.cpuMs),
					overMb: rounded(rssMb - bare.rssMb),
				};
			}),
		},
		null,
		'\t',
	),
);

async function once(side: string, dataDir: string): Promise<Ready> {
	const child = start(file, [side, dataDir], side === 'raw' ? [] : flags);
	const ready = await next<Ready>(child);
	await end(child);
	return ready;
}

/** What `npm start` gives to Node, as every way to start the bot does. */
async function flagsOfStart(): Promise<string[]> {
	const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
	const { scripts } = JSON.parse(text) as { scripts: { start: string } };
	return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

function figures(measured: readonly Ready[]) {
	return {
		readyMs: rounded(median(measured.map(({ ms }) => ms))),
		cpuMs: rounded(median(measured.map(({ cpu }) => cpu))),
		rssMb: rounded(median(measured.map(({ rss }) => rss)) / 2 ** 20),
	};
}
