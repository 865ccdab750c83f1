// `npm run --silent bench:shards -- [--postgres] [minutes]`: 16 shards over 4 processes that share one archive, a file or
// a PostgreSQL of its own, with processes killed and started at random, while members of 64 servers ask. Prints one JSON
// object.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startRehearsal } from 'discord-rehearsal';
import { startPostgres } from '../tests/stores/postgres/server.ts';
import { durable } from './prepared.ts';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { postgres: { type: 'boolean', default: false } },
});
const minutes = Number(positionals[0] ?? 10);
const shards = 16;
const wanted = 4;
/** A takeover is allowed to last this long, in milliseconds. */
const takeover = 60_000;

const dataDir = await mkdtemp(join(tmpdir(), 'bench-shards-'));
const database = values.postgres ? await startPostgres(durable) : null;
const rehearsal = await startRehearsal({ port: 0, rateLimits: false, schema: false, keepRequests: 20_000 });
const servers = Array.from({ length: 64 }, (_, index) =>
	rehearsal.addGuild({ name: `Server ${index}`, members: [rehearsal.guild.members.member] }),
);
const running: ChildProcess[] = [];
function startProcess(): void {
	const child = spawn(process.execPath, ['src/main.ts'], {
		env: {
			...{ PATH: process.env.PATH ?? '', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
			...{ DISCORD_TOKEN: rehearsal.token, DISCORD_API_URL: rehearsal.apiUrl },
			...(database === null ? {} : { STORE_URL: database.url }),
			...{ SHARDS: 'auto', SHARD_COUNT: String(shards) },
		},
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	running.push(child);
}

const began = performance.now();
let changedAt = began;
const asked = { answered: 0, unanswered: 0, late: 0 };
let twice = 0;
let seen = 0;
const count = () => {
	for (const { id, status, route } of rehearsal.requests()) {
		if (id <= seen) continue;
		seen = id;
		// An answer to what another process has answered already: both had the shard.
		if (status === 400 && route?.includes('/callback')) twice += 1;
	}
};
async function ask(server: { readonly id: string; readonly channels: readonly string[] }): Promise<void> {
	const at = performance.now();
	const outcome = await rehearsal
		.interact({ kind: 'command', name: 'topics', channelId: server.channels[0] ?? '', until: 'answered' })
		.catch(() => null);
	if (outcome?.acknowledged) asked.answered += 1;
	else if (at - changedAt < takeover) asked.unanswered += 1;
	else asked.late += 1;
}

startProcess();
await rehearsal.ready(60_000);
await pause(15_000);
for (let more = 1; more < wanted; more += 1) startProcess();
let killed = 0;
let nextChange = performance.now() + 75_000;
while (performance.now() - began < minutes * 60_000) {
	const server = servers[Math.floor(Math.random() * servers.length)];
	if (server !== undefined) void ask(server);
	await pause(200);
	count();
	if (performance.now() < nextChange) continue;
	// Sometimes right after the last change, sometimes when all is quiet.
	nextChange = performance.now() + 20_000 + Math.random() * 80_000;
	changedAt = performance.now();
	if (running.length >= wanted || (running.length > 2 && Math.random() < 0.4)) {
		const [one] = running.splice(Math.floor(Math.random() * running.length), 1);
		one?.kill('SIGKILL');
		killed += 1;
	} else startProcess();
}
await pause(4000);
count();
for (const child of running) child.kill('SIGTERM');
await pause(3000);
process.stdout.write(
	`${JSON.stringify({
		...{
			store: values.postgres ? 'PostgreSQL' : 'SQLite',
			minutes,
			shards,
			killed,
			answered: asked.answered,
		},
		unansweredInTakeover: asked.unanswered,
		unansweredBeyond: asked.late,
		answeredTwice: twice,
	})}\n`,
);
await rehearsal.close();
await database?.close();
await rm(dataDir, { recursive: true, force: true });
process.exit(0);
