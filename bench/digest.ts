// `npm run --silent bench:digest [-- [--postgres] [SERVERS [KILLS [MANY [RESTARTS]]]]]`: digests while processes are
// killed, and how fast they go out. Prints JSON. About two minutes on two cores; `-- 2000 200` takes six. With
// `--postgres` the archive is in a PostgreSQL of its own, which crashes and starts again RESTARTS times (3) meanwhile.
// 1. Eight processes on one archive post to 500 SERVERS that are due in the same minute, while processes are
//    killed with SIGKILL at random points 60 times and the gateway and the API fail at random; a fast clock makes
//    leases and Discord's memory of nonces end within the measurement.
// 2. One process composes and posts 10,000 digests: MANY; with 0 this is left out.
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Fault } from 'discord-rehearsal';
import { defaultSettings } from '../src/digest/defaults.ts';
import { localDate } from '../src/digest/due.ts';
import type { NewDigestSettings } from '../src/stores/digests.ts';
import { startPostgres } from '../tests/stores/postgres/server.ts';
import type { Ready, Tally } from './digest/discord.ts';
import { openPlace, type Place, postedIn } from './digest/place.ts';
import { putArticles } from './invented.ts';
import { ask, end, next, rounded, start } from './processes.ts';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { postgres: { type: 'boolean' } },
});
const [servers = 500, kills = 60, many = 10_000, restarts = 3] = positionals.map(Number);
const processes = 8;
const speed = 30;
const mostSeconds = 1_200;
// Processes that are started two hundred times need not compile everything each time.
process.env.NODE_COMPILE_CACHE = join(tmpdir(), 'verbatim-bench-compiled');

const figures = {
	withFailures: await inPlace(withFailures),
	throughput: many > 0 ? await inPlace(throughput) : null,
};
console.log(JSON.stringify(figures, null, '\t'));

/** Runs a measurement on an archive of its own, which keeps what it acknowledges through a crash. */
async function inPlace<Figures>(measure: (place: Place, restart: () => Promise<void>) => Promise<Figures>) {
	const dataDir = await mkdtemp(join(tmpdir(), 'bench-digest-'));
	const server =
		values.postgres === true
			? await startPostgres({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' })
			: null;
	const place = { dataDir, storeUrl: server?.url ?? null };
	const archive = await openPlace(place);
	await putArticles(archive, 40);
	await archive.close();
	const measured = await measure(place, async () => server?.restart());
	await server?.close();
	await rm(dataDir, { recursive: true });
	return measured;
}

function settingsOf(
	{ server, channel }: Ready['places'][number],
	owner: string,
	due: number,
): NewDigestSettings {
	return {
		server,
		channel,
		time: new Date(due).toISOString().slice(11, 16),
		zone: 'UTC',
		...defaultSettings,
		first: localDate(due, 'UTC'),
		setBy: owner,
	};
}

/** Resolves when a process has reported this many times that it is at work. */
function steps(child: ChildProcess, count: number): Promise<void> {
	return new Promise((resolve) => {
		let seen = 0;
		child.on('message', () => {
			seen += 1;
			if (seen === count) resolve();
		});
	});
}

async function setUp(place: Place, { places, owner }: Ready, due: number): Promise<void> {
	const archive = await openPlace(place);
	const store = archive.digests;
	for (const one of places) await store.putSettings(settingsOf(one, owner, due));
	await archive.close();
}

async function withFailures(place: Place, restart: () => Promise<void>) {
	const since = Date.now();
	const discord = start(new URL('./digest/discord.ts', import.meta.url), [
		JSON.stringify({ servers, since, speed }),
	]);
	const ready = await next<Ready>(discord);
	await setUp(place, ready, Math.floor(since / 60_000) * 60_000);
	const faults = setInterval(() => {
		// Faults that hit nothing yet are removed, so that they never add up to an outage.
		discord.send({ kind: 'none' } satisfies Fault);
		discord.send({ kind: 'slow', ms: 100 } satisfies Fault);
		discord.send(randomFault());
	}, 1_000);

	let killed = 0;
	let restarted = 0;
	let endedByThemselves = 0;
	let over = false;
	let killedAtWork = 0;
	const lives = Array.from({ length: processes }, async (_, shard) => {
		const { apiUrl, token } = ready;
		const argument = JSON.stringify({ apiUrl, token, place, shard, shards: processes, since, speed });
		while (!over) {
			const child = start(new URL('./digest/poster.ts', import.meta.url), [argument]);
			const dead = new Promise((resolve) => child.once('exit', resolve));
			if (killed < kills) {
				// Some are killed while they are still connecting, most somewhere in their first forty steps.
				if (Math.random() < 0.9)
					await Promise.race([steps(child, 1 + Math.floor(Math.random() * 40)), dead, pause(15_000)]);
				await pause(Math.random() * 200);
				if (child.exitCode !== null) {
					endedByThemselves += 1;
					continue;
				}
				child.kill('SIGKILL');
				if (killed >= kills) continue;
				killed += 1;
				if ((await unsettled(place)) !== 0) killedAtWork += 1;
			} else {
				while (!over && child.exitCode === null) await pause(200);
				if (child.exitCode !== null) endedByThemselves += 1;
				child.kill('SIGKILL');
			}
		}
	});
	const started = performance.now();
	while (performance.now() - started < mostSeconds * 1_000) {
		await pause(500);
		// The database crashes at evenly spread kills.
		if (
			place.storeUrl !== null &&
			restarted < restarts &&
			killed >= ((restarted + 1) * kills) / (restarts + 1)
		) {
			await restart();
			restarted += 1;
		}
		if (killed >= kills && (await unsettled(place)) === 0) break;
	}
	clearInterval(faults);
	over = true;
	await Promise.all(lives);
	const tally = await ask<Tally>(discord, 'count' as unknown as object);
	await end(discord);
	const ledger = await unsettled(place);
	const twice = Object.entries(tally).reduce(
		(sum, [count, channels]) => sum + (Number(count) > 1 ? channels : 0),
		0,
	);
	return {
		servers,
		processes,
		killed,
		killedAtWork,
		endedByThemselves,
		...(place.storeUrl === null ? {} : { databaseRestarts: restarted }),
		posted: servers - (tally[0] ?? 0),
		postedTwice: twice,
		lost: tally[0] ?? 0,
		notInTheLedger: ledger,
		seconds: Math.round((performance.now() - started) / 1000),
	};
}

/** How many servers the ledger does not have as posted; null while the database does not answer. */
async function unsettled(place: Place): Promise<number | null> {
	const posted = await postedIn(place);
	return posted === null ? null : servers - posted;
}

function randomFault(): Fault {
	const of = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
	const times = 1 + Math.floor(Math.random() * 8);
	return of<() => Fault>([
		() => ({ kind: 'dropGateway', resumable: Math.random() < 0.5 }),
		() => ({ kind: 'reconnect' }),
		() => ({ kind: 'gatewayDown', ms: 300 }),
		() => ({ kind: 'requests', times, effect: { status: of([500, 502, 503]) } }),
		() => ({ kind: 'requests', times, effect: { retryAfter: 0.2 } }),
		() => ({ kind: 'requests', times, effect: { slow: 800 } }),
		() => ({ kind: 'requests', times, effect: { lose: 'request' } }),
		() => ({ kind: 'requests', times, route: '/messages', method: 'POST', effect: { lose: 'answer' } }),
	])();
}

interface Pace {
	readonly composed: { readonly seconds: number; readonly rssMb: number };
	readonly posted: { readonly seconds: number; readonly rssMb: number };
	readonly rssBeforeMb: number;
}

async function throughput(place: Place) {
	const since = Date.now();
	const discord = start(new URL('./digest/discord.ts', import.meta.url), [
		JSON.stringify({ servers: many, since, speed: 1 }),
	]);
	const ready = await next<Ready>(discord);
	await setUp(place, ready, Math.floor(since / 60_000) * 60_000);
	const { apiUrl, token } = ready;
	const child = start(new URL('./digest/pace.ts', import.meta.url), [
		JSON.stringify({ apiUrl, token, place }),
	]);
	const pace = await next<Pace>(child);
	await end(child);
	const tally = await ask<Tally>(discord, 'count' as unknown as object);
	await end(discord);
	return {
		digests: many,
		composedPerSecond: Math.round(many / pace.composed.seconds),
		postedPerSecond: Math.round(many / pace.posted.seconds),
		postedOnce: tally[1] ?? 0,
		composeCpuSeconds: rounded(pace.composed.seconds),
		postSeconds: rounded(pace.posted.seconds),
		rssBeforeMb: pace.rssBeforeMb,
		rssAfterComposingMb: pace.composed.rssMb,
		rssAfterPostingMb: pace.posted.rssMb,
	};
}
