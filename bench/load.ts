// `npm run --silent bench:load -- [--minutes 10] [--rate 500] [--servers 10000] [--articles 100000] [--keep FOLDER]
// [--find] [--rolling] [--outage] [--profile FOLDER]`: members of many servers use the bot at a steady rate, which two processes over one PostgreSQL
// and one Redis answer behind a load balancer, while digests and follows come due; before and after it two bare clients
// answer the same. With `--rolling` one process after the other is started anew meanwhile, with `--outage` the database,
// the cache and the network between are taken away in turn. With `--find` it looks first which rate up to
// the wanted one it keeps up with, and goes on at that. `--keep` keeps the filled database for the next time. `--profile` writes
// there where the processes spent their time, and what the database was asked. JSON.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { unsummarised } from '../src/sources/record.ts';
import { openPostgresArchive } from '../src/stores/postgres/archive.ts';
import { freePort, startRedis } from '../tests/library/redis-under-test.ts';
import { silentProxy } from '../tests/stores/postgres/silent-proxy.ts';
import { inventArticle } from './invented.ts';
import { popular } from './load/asked.ts';
import { type BareProcess, startBare } from './load/bare.ts';
import { type BotProcess, type Started, startBotProcess } from './load/bots.ts';
import { cpuOf, databaseCpu } from './load/cpu.ts';
import type { DiscordQuestion, DiscordReady, LoadReport } from './load/discord.ts';
import { bringNews, digestsSettled, emptyDue, planDigests, planFollows } from './load/due.ts';
import { memoryOf } from './load/memory.ts';
import { type Outage, takeAway } from './load/outage.ts';
import { counting, countStatements, writeStatements } from './load/statements.ts';
import { summariseNewest } from './load/summarised.ts';
import { lostWrites } from './load/written.ts';
import { preparedPostgres } from './prepared.ts';
import { ask as askProcess, leave, next, rounded, start } from './processes.ts';

const { values } = parseArgs({
	options: {
		minutes: { type: 'string', default: '10' },
		rate: { type: 'string', default: '500' },
		servers: { type: 'string', default: '10000' },
		articles: { type: 'string', default: '100000' },
		keep: { type: 'string' },
		find: { type: 'boolean', default: false },
		rolling: { type: 'boolean', default: false },
		outage: { type: 'boolean', default: false },
		profile: { type: 'string' },
	},
});
const [minutes, rate, servers, articles] = [values.minutes, values.rate, values.servers, values.articles].map(
	Number,
) as [number, number, number, number];
const seconds = Math.round(minutes * 60);
const processes = 2;
/** Milliseconds: with a 99th percentile above it, a rate is too much. */
const tooLate = 500;
/** A hundred come due each minute. */
const withDigests = Math.ceil(Math.min(100 * minutes, servers / 10));
process.env.NODE_COMPILE_CACHE = join(tmpdir(), 'verbatim-bench-compiled');
const say = (what: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);

const prepared = await preparedPostgres(
	articles,
	values.keep ?? null,
	values.profile === undefined ? {} : counting,
);
say('the database is filled');
await summariseNewest(prepared.url, popular);
say('the articles that are asked for have summaries');
await emptyDue(prepared.url);
// It takes time of its own for each statement, so it stands between only where it is to be cut.
const proxy = values.outage ? await silentProxy(prepared.server.port) : null;
const throughProxy =
	proxy === null ? prepared.url : prepared.url.replace(`:${prepared.server.port}/`, `:${proxy.port}/`);
const redisPort = await freePort();
let redis = await startRedis(redisPort);
// Else it would stay where this is broken off.
process.on('exit', () => redis.kill('SIGKILL'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const archive = await openPostgresArchive(prepared.url, unsummarised);
// What the digests have to say.
await archive.put(
	Array.from({ length: 20 }, (_, index) =>
		unsummarised({ ...inventArticle(articles + index), publishedAt: new Date().toISOString() }),
	),
);

const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
const discord = start(
	new URL('./load/discord.ts', import.meta.url),
	[JSON.stringify({ servers, withDigests, articles })],
	profiling,
);
const ready = await next<DiscordReady>(discord);
const ask = <Answer>(question: DiscordQuestion) => askProcess<Answer>(discord, question);
const load = (most: number, long: number, writes = false) =>
	ask<LoadReport>({ kind: 'load', rate: most, seconds: long, writes });
say('the servers are there');

const bots: BotProcess[] = [];
for (let index = 0; index < processes; index++) {
	bots.push(
		await startBotProcess(
			{
				...{ DISCORD_TOKEN: ready.token, DISCORD_API_URL: ready.apiUrl, LOG_LEVEL: 'error' },
				...{ STORE_URL: throughProxy, CACHE_URL: `redis://127.0.0.1:${redisPort}` },
				...{ SHARDS: 'auto', SHARD_COUNT: '4', ARTICLES: join(tmpdir(), 'verbatim-no-articles') },
			},
			profiling,
		),
	);
}
say('the processes are ready');
await ask({ kind: 'use', upstreams: bots.map(({ port, health }) => ({ port, health })) });
const warm = await load(Math.ceil(rate / 10), 20);

/** The same load on bare clients. */
async function bare(
	long: number,
): Promise<LoadReport & { readonly cpu: number; readonly started: readonly Started[] }> {
	const bare: BareProcess[] = [];
	// One after the other, as the processes of the bot.
	for (let index = 0; index < processes; index++)
		bare.push(await startBare(ready, withoutIds(warm.components)));
	const clients = bare.map(({ child }) => child);
	await ask({ kind: 'use', upstreams: bare.map(({ port }) => ({ port, health: null })) });
	await load(Math.ceil(rate / 4), 5);
	const used = () => sum(clients.map(({ pid }) => cpuOf(pid)));
	const before = await used();
	const report = await load(found.most, long);
	const cpu = ((await used()) - before) / report.asked;
	await Promise.all(clients.map(leave));
	return { ...report, cpu, started: bare.map(({ started }) => started) };
}

const sum = async (numbers: readonly Promise<number>[]) =>
	(await Promise.all(numbers)).reduce((total, one) => total + one, 0);

/** Which rates it keeps up with, up to the one that is wanted: each for ten seconds, until two in a row are too much. */
async function reached(): Promise<{ readonly steps: readonly object[]; readonly most: number }> {
	const steps: object[] = [];
	let most = Math.ceil(rate / 10);
	let failed = false;
	for (const share of [0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1]) {
		const step = Math.ceil(rate * share);
		const { p50, p99, outcomes } = await load(step, 10);
		steps.push({ perSecond: step, p50: rounded(p50), p99: rounded(p99), unanswered: outcomes.unanswered });
		const isTooMuch = outcomes.unanswered > 0 || p99 > tooLate;
		if (isTooMuch && failed) break;
		failed = isTooMuch;
		if (!isTooMuch) most = step;
	}
	return { steps, most };
}

const found = values.find ? await reached() : { steps: [], most: rate };
say(`the load is ${found.most} a second`);
const bareFor = Math.max(10, Math.min(40, Math.round(seconds / 10)));
const before = await bare(bareFor);
say('bare clients were measured');
await ask({ kind: 'use', upstreams: bots.map(({ port, health }) => ({ port, health })) });
const now = Date.now();
await planDigests(archive, ready, now + 60_000, now + Math.max(61_000, (seconds - 60) * 1_000));
await planFollows(archive, ready);
const news = bringNews(archive, values.outage ? 20 : 60, articles + 1_000);
const memory = memoryOf(bots);
const database = await databaseCpu(prepared.url);
const cpus = async () => ({
	bots: await sum(bots.map((bot) => bot.cpu())),
	...{ database: await database(), cache: await cpuOf(redis.pid), members: await cpuOf(discord.pid) },
});
if (values.profile !== undefined) await countStatements(prepared.url);
const cpuBefore = await cpus();
const going = load(found.most, seconds, true);
const restarts: Started[] = [];
const bareMeanwhile: (Started & { readonly shards: number })[] = [];
let outages: Outage[] = [];
if (values.rolling) {
	await pause(20_000);
	for (const bot of bots) {
		restarts.push(await bot.restart());
		say('a process was started anew');
		await pause(10_000);
		// A process that is started anew gets two of the four shards at once, or none.
		for (const shards of [null, { ids: [0, 1], count: 4 }]) {
			const { child, started } = await startBare(ready, [], shards);
			bareMeanwhile.push({ ...started, shards: shards?.ids.length ?? 0 });
			await leave(child);
		}
	}
}
if (proxy !== null) {
	await pause(20_000);
	outages = await takeAway(
		{
			database: prepared.server,
			proxy,
			cache: {
				stop: async () => void redis.kill('SIGKILL'),
				start: async () => {
					redis = await startRedis(redisPort);
				},
			},
		},
		say,
	);
}
const report = await going;
const cpuAfter = await cpus();
const cpuEach = (part: keyof typeof cpuAfter) => (cpuAfter[part] - cpuBefore[part]) / report.asked;
if (values.profile !== undefined) await writeStatements(prepared.url, values.profile);
const used = memory.stop();
const headlines = await news.stop();
say('the load is over');
const posted = await digestsSettled(prepared.url, ready.digests.length, 240);
await pause(values.outage ? 150_000 : 15_000);
const after = await bare(bareFor);

const counts = Object.values(await ask<Record<string, number>>({ kind: 'digests' }));
const told = await ask<number[][]>({ kind: 'told', headlines });
const lastNews = await archive.follows.lastArrival();
const { outcomes } = report;
const of = ({ p50, p99, perSecond, cpu }: LoadReport & { readonly cpu: number }) => ({
	cpuMs: rounded(cpu),
	p50: rounded(p50),
	p99: rounded(p99),
	perSecond: rounded(perSecond),
});
const rawP50 = (before.p50 + after.p50) / 2;
const rawP99 = (before.p99 + after.p99) / 2;
console.log(
	JSON.stringify(
		{
			...{ minutes, wantedPerSecond: rate, ...(values.find ? { keptUpWith: found.steps } : {}) },
			...{ servers, articles, processes, fillSeconds: prepared.fillSeconds },
			start: { bare: [...before.started, ...after.started], verbatim: bots.map(({ started }) => started) },
			bare: [of(before), of(after)],
			verbatim: of({ ...report, cpu: cpuEach('bots') }),
			// The members, Discord and the balancer are one process.
			cpuMsOfOthers: values.outage
				? null
				: {
						...{ database: rounded(cpuEach('database')), cache: rounded(cpuEach('cache')) },
						members: rounded(cpuEach('members')),
					},
			ratio: { p50: rounded(report.p50 / rawP50), p99: rounded(report.p99 / rawP99) },
			...{ outcomes, deferred: report.deferred, compared: report.compared, problems: report.problems },
			...{
				foundNoProcess: report.withoutProcess,
				crashes: bots.reduce((sum, bot) => sum + bot.crashes(), 0),
			},
			memory: values.rolling ? null : used,
			...(values.rolling ? { restarts: { verbatim: restarts, bare: bareMeanwhile } } : {}),
			...(values.outage ? { outages } : {}),
			digests: {
				...{ due: ready.digests.length, inTheLedger: posted },
				lost: counts.filter((count) => count === 0).length,
				twice: counts.filter((count) => count > 1).length,
			},
			news: {
				articles: headlines.length,
				// A message names the last articles of several; what matters is how far a member was told.
				behind: (await Promise.all(ready.followers.map((member) => archive.follows.of(member))))
					.flat()
					.filter(({ covered }) => covered < lastNews).length,
				toldTwice: told.flat().filter((count) => count > 1).length,
			},
			writes: await lostWrites(archive, report.written),
		},
		null,
		'\t',
	),
);
await archive.close();
await Promise.all(bots.map((bot) => bot.end()));
await leave(discord);
proxy?.close();
await prepared.server.close();
process.exit(0);

/** Discord numbers the components of a message; messages are sent without numbers. */
function withoutIds(value: readonly unknown[]): readonly unknown[] {
	return JSON.parse(
		JSON.stringify(value, (key, inner: unknown) =>
			key === 'id' && typeof inner === 'number' ? undefined : inner,
		),
	);
}
