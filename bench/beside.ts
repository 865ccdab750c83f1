// `npm run --silent bench:beside -- [--rounds 8] [--articles 100000] [--servers 1000] [--keep FOLDER] [--profile FOLDER]`:
// how long a process takes until `/readyz` says 200, which is started beside a running one over one PostgreSQL and one
// Redis, and how much processor time, over a bare client behind the same endpoint, in turn. `--profile` writes there where
// the processes spent it. JSON.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, startRedis } from '../tests/library/redis-under-test.ts';
import { startBare } from './load/bare.ts';
import { type Started, startBotProcess } from './load/bots.ts';
import type { DiscordReady } from './load/discord.ts';
import { preparedPostgres } from './prepared.ts';
import { leave, median, next, rounded, start } from './processes.ts';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '8' },
		articles: { type: 'string', default: '100000' },
		servers: { type: 'string', default: '1000' },
		keep: { type: 'string' },
		profile: { type: 'string' },
	},
});
const [rounds, articles, servers] = [values.rounds, values.articles, values.servers].map(Number) as [
	number,
	number,
	number,
];
process.env.NODE_COMPILE_CACHE = join(tmpdir(), 'verbatim-bench-compiled');
const prepared = await preparedPostgres(articles, values.keep ?? null);
const redisPort = await freePort();
const redis = await startRedis(redisPort);
process.on('exit', () => redis.kill('SIGKILL'));
const discord = start(new URL('./load/discord.ts', import.meta.url), [
	JSON.stringify({ servers, withDigests: 0, articles }),
]);
const ready = await next<DiscordReady>(discord);
const environment = {
	...{ DISCORD_TOKEN: ready.token, DISCORD_API_URL: ready.apiUrl, LOG_LEVEL: 'error' },
	...{ STORE_URL: prepared.url, CACHE_URL: `redis://127.0.0.1:${redisPort}` },
	...{ SHARDS: 'auto', SHARD_COUNT: '4', ARTICLES: join(tmpdir(), 'verbatim-no-articles') },
};
const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];

const running = await startBotProcess(environment);
const raw: Started[] = [];
const verbatim: Started[] = [];
for (let round = 0; round <= rounds; round += 1) {
	const bare = await startBare(ready);
	await leave(bare.child);
	const bot = await startBotProcess(environment, profiling);
	await bot.end();
	// The first round warms the caches of the disk and of Node's compiler.
	if (round === 0) continue;
	raw.push(bare.started);
	verbatim.push(bot.started);
}
const middle = (all: readonly Started[]) => ({
	seconds: rounded(median(all.map(({ seconds }) => seconds))),
	most: Math.max(...all.map(({ seconds }) => seconds)),
	cpuSeconds: rounded(median(all.map(({ cpuSeconds }) => cpuSeconds))),
});
const [bare, ours] = [middle(raw), middle(verbatim)];
console.log(
	JSON.stringify(
		{
			...{ rounds, articles, servers, raw: bare, verbatim: ours },
			over: {
				seconds: rounded(ours.seconds - bare.seconds),
				cpuSeconds: rounded(ours.cpuSeconds - bare.cpuSeconds),
			},
			each: { raw: raw.map(({ seconds }) => seconds), verbatim: verbatim.map(({ seconds }) => seconds) },
		},
		null,
		'\t',
	),
);
await running.end();
await leave(discord);
await prepared.server.close();
process.exit(0);
