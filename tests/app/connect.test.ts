import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { readMessage } from 'discord-rehearsal/text';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { type ConnectedBot, connect } from '../../src/app/connect.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { openParts, type Parts } from '../../src/app/parts.ts';
import { connectPosting, stopPosting } from '../../src/app/posting.ts';
import { openReadiness } from '../../src/app/readiness.ts';
import { extraSlot } from '../../src/digest/post-now.ts';
import { registerOnce } from '../../src/discord/register.ts';
import { freePort } from '../stores/postgres/server.ts';

const log = pino({ level: 'silent' });
let rehearsal: Rehearsal;
let folder: string;
const ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
	rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	folder = await mkdtemp(join(tmpdir(), 'verbatim-connect-'));
});
afterEach(async () => {
	await Promise.all(ends.splice(0).map((end) => end()));
	await rehearsal.close();
	await rm(folder, { recursive: true });
});

interface Process {
	readonly parts: Parts;
	readonly bot: ConnectedBot;
	/** Whether it is to post what is due. */
	posts(): boolean;
}

/** The bot of one process over one archive, connected as these variables say. */
async function start(
	environment: Readonly<Record<string, string>>,
	apiUrl = rehearsal.apiUrl,
	shardStoreOf = ({ shardStore }: Parts) => shardStore,
): Promise<Process> {
	const config = readConfig({ DATA_DIR: folder, ARTICLES: join(folder, 'none'), ...environment });
	const parts = await openParts(config, log);
	let posts = false;
	const bot = await connect(config, {
		...{ ...parts, log, token: rehearsal.token, apiUrl, shardStore: shardStoreOf(parts) },
		onConnected: (connected) => connectPosting(parts, connected),
		onPosting: () => {
			posts = true;
		},
		onFailed: (error) => {
			throw error;
		},
	});
	ends.push(async () => {
		await stopPosting(parts);
		await bot.close();
		await parts.close();
	});
	return { parts, bot, posts: () => posts };
}

/** The same with a store that is asked for its shards, and answers only later. */
async function startWaiting(environment: Readonly<Record<string, string>>) {
	const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const process = await start(environment, rehearsal.apiUrl, ({ shardStore }) => ({
		...shardStore,
		async renew(...process) {
			asked.resolve();
			await answered.promise;
			return shardStore.renew(...process);
		},
	}));
	return { ...process, asked, answered };
}

const manage = async (name: string, options: Readonly<Record<string, string>> = {}) => {
	const outcome = await rehearsal.interact({
		...{ kind: 'command', name, options, until: 'answered' },
		memberId: rehearsal.guild.members.owner,
	});
	expect(outcome.problem).toBeNull();
	return readMessage(outcome.message?.components ?? []);
};
const help = async (channelId: string) => {
	const { message } = await rehearsal.interact({
		...{ kind: 'command', name: 'help', channelId, memberId: rehearsal.guild.members.member },
		until: 'answered',
	});
	return JSON.stringify(message?.components);
};
const posts = (channel: string) =>
	rehearsal.messages(channel).filter(({ author }) => author.id === rehearsal.botId);

describe('a process without a gateway', () => {
	it('sets digests up, and posts them when asked', async () => {
		const port = await freePort();
		const { parts, posts: isPosting } = await start({ SHARDS: 'none', INTERACTIONS_PORT: `${port}` });
		const known = () => rehearsal.snapshot().commands.map(({ name }) => name);
		await expect.poll(known, { timeout: 10_000 }).toContain('digest');
		await rehearsal.setInteractionsEndpoint(`http://127.0.0.1:${port}/`);
		const { dailyDigest, general } = rehearsal.guild.channels;
		const { bot: ownRole, readers } = rehearsal.guild.roles;
		const options = { channel: dailyDigest, time: '20:00', timezone: 'UTC' };
		expect(await manage('digest set', { ...options, role: ownRole })).toContain('belongs to a bot');
		expect(await manage('digest set', { ...options, role: readers })).toContain('The digest is set');
		rehearsal.setOverwrite(general, rehearsal.botId, { deny: 1n << 11n });
		// What Discord said a moment ago may still be used.
		await expect.poll(() => manage('digest set', { channel: general })).toContain('Send Messages');
		await manage('digest set', { channel: dailyDigest });
		const settings = await parts.digests.service.settings(rehearsal.guild.id);
		expect(settings).toMatchObject({ channel: dailyDigest, role: readers });
		const { message } = await parts.digests.service.postNow(settings, extraSlot());
		expect(posts(dailyDigest).map(({ id }) => id)).toEqual([message]);
		expect(isPosting()).toBe(false);
	});
});

describe('two processes that share out the shards', () => {
	it('register the commands once, whoever starts first, and both know them', async () => {
		const servers = new Map<number, string>();
		while (servers.size < 4) {
			const { id, channels } = rehearsal.addGuild({ members: [rehearsal.guild.members.member] });
			servers.set(Number((BigInt(id) >> 22n) % 4n), channels[0] ?? '');
			await pause(1);
		}
		const processes = await Promise.all([1, 2].map(() => start({ SHARDS: 'auto', SHARD_COUNT: '4' })));
		const ready = () => processes.map(({ bot }) => bot.shards()?.ready);
		await expect.poll(ready, { timeout: 60_000 }).toEqual([2, 2]);
		const known = () => rehearsal.snapshot().commands.map(({ name }) => name);
		await expect.poll(known, { timeout: 20_000 }).toContain('topics');
		for (const channel of servers.values())
			await expect.poll(() => help(channel), { timeout: 20_000 }).toMatch(/<\/quotes:\d+>/u);
		const registered = rehearsal
			.requests()
			.filter(({ method, route }) => method !== 'GET' && /\/commands(?:\/|$)/u.test(route ?? ''));
		const names = registered.map(({ body }) => JSON.stringify((body as { name?: string }).name));
		expect(names.length).toBeGreaterThan(10);
		expect(new Set(names).size).toBe(names.length);
	}, 120_000);

	it('count those of their shards that are not connected yet', async () => {
		const nobody = `http://127.0.0.1:${await freePort()}/api`;
		const { bot } = await start({ SHARDS: 'auto', SHARD_COUNT: '2' }, nobody);
		await expect.poll(() => bot.shards(), { timeout: 30_000 }).toEqual({ all: 2, ready: 0 });
	}, 60_000);

	it('are not ready before they know which shards are theirs, nor before these are connected', async () => {
		rehearsal.fault({ kind: 'gatewayDown', ms: 60_000 });
		const { bot, parts, asked, answered } = await startWaiting({ SHARDS: 'auto', SHARD_COUNT: '2' });
		const readiness = openReadiness();
		readiness.stored(() => parts.answers());
		readiness.connected(() => bot.isReached());
		await asked.promise;
		expect(bot.shards()).toBeNull();
		expect(await readiness.missing()).toEqual(['not connected to Discord']);
		answered.resolve();
		await expect.poll(() => bot.shards(), { timeout: 30_000 }).toEqual({ all: 2, ready: 0 });
		expect(await readiness.missing()).toEqual(['not connected to Discord']);
		rehearsal.fault({ kind: 'none' });
		await expect.poll(() => readiness.missing(), { timeout: 30_000 }).toEqual([]);
		expect(bot.shards()).toEqual({ all: 2, ready: 2 });
	}, 90_000);

	it('are ready with an endpoint once they know which shards are theirs, since that answers before these do', async () => {
		rehearsal.fault({ kind: 'gatewayDown', ms: 60_000 });
		const port = await freePort();
		const { bot, parts, asked, answered } = await startWaiting({
			...{ SHARDS: 'auto', SHARD_COUNT: '2', INTERACTIONS_PORT: `${port}` },
		});
		await asked.promise;
		expect([bot.isReached(), bot.shards()]).toEqual([false, null]);
		answered.resolve();
		await expect.poll(() => bot.isReached()).toBe(true);
		expect(bot.shards()).toEqual({ all: 2, ready: 0 });
		await registerOnce(rehearsal.token, rehearsal.apiUrl, parts.commands);
		await rehearsal.setInteractionsEndpoint(`http://127.0.0.1:${port}/`);
		expect(await help(rehearsal.guild.channels.general)).toContain('/quotes');
	}, 90_000);

	it('know the commands also where these are registered after the shard that looked first was handed on', async () => {
		const archive = await openArchive(folder);
		const lease = { count: 3, length: 100_000 };
		await archive.shards.renew('one that does not register', lease);
		await archive.shards.release('one that does not register', [1, 2]);
		const { bot, parts } = await start({ SHARDS: 'auto', SHARD_COUNT: '3' });
		await expect.poll(() => bot.shards(), { timeout: 30_000 }).toEqual({ all: 2, ready: 2 });
		await archive.shards.renew('one more', lease);
		await expect.poll(() => bot.shards(), { timeout: 30_000 }).toEqual({ all: 1, ready: 1 });
		await archive.close();
		let channel: string | undefined;
		while (channel === undefined) {
			const { id, channels } = rehearsal.addGuild({ members: [rehearsal.guild.members.member] });
			if ((BigInt(id) >> 22n) % 3n === 2n) channel = channels[0];
			await pause(1);
		}
		await registerOnce(rehearsal.token, rehearsal.apiUrl, parts.commands);
		await expect.poll(() => help(channel), { timeout: 45_000 }).toMatch(/<\/quotes:\d+>/u);
	}, 120_000);

	it('post for each other’s servers, and note which servers have removed the bot', async () => {
		const shards: [string[], string[]] = [[], []];
		const channelOf = new Map<string, string>();
		while (shards.some((servers) => servers.length < 2)) {
			const { id, channels } = rehearsal.addGuild();
			shards[Number((BigInt(id) >> 22n) % 2n) as 0 | 1].push(id);
			channelOf.set(id, channels[0] ?? '');
			await pause(1);
		}
		const environment = { SHARDS: 'auto', SHARD_COUNT: '2' };
		const one = await start(environment);
		await expect.poll(() => one.bot.shards(), { timeout: 30_000 }).toEqual({ all: 2, ready: 2 });
		const two = await start(environment);
		const ready = () => [one, two].map(({ bot }) => bot.shards()?.ready);
		await expect.poll(ready, { timeout: 45_000 }).toEqual([1, 1]);
		expect([one.posts(), two.posts()]).toEqual([true, true]);

		const [first, second] = shards.map(([server = '']) => server) as [string, string];
		const { owner } = rehearsal.guild.members;
		for (const server of [first, second]) {
			const channel = channelOf.get(server) ?? '';
			const requester = { server, member: owner, locale: 'en-GB' };
			for (const [at, { parts }] of [one, two].entries()) {
				const { service } = parts.digests;
				const { settings } = await service.change({ channel, time: `2${at}:00`, timezone: 'UTC' }, requester);
				const { message } = await service.postNow(settings, extraSlot());
				expect(posts(channel).map(({ id }) => id)).toContain(message);
				await expect(service.change({ channel: '1' }, requester)).rejects.toThrow(
					'I do not see that channel',
				);
			}
			expect(posts(channel)).toHaveLength(2);
		}

		// From now on each process is told of its own servers.
		for (const { parts } of [one, two]) await parts.removal.tick();
		const archive = await openArchive(folder);
		for (const server of [first, second]) rehearsal.removeGuild(server);
		const removed = async () => (await archive.removal.serversRemoved()).toSorted();
		await expect.poll(removed, { timeout: 10_000 }).toEqual([first, second].toSorted());
		await archive.close();
	}, 120_000);
});
