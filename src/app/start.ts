import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { areConnected } from '../discord/shards/count.ts';
import { prepareWordVectors } from '../language/retrieval/word-vectors.ts';
import type { Config } from './config.ts';
import { connect } from './connect.ts';
import { measureShards, startMonitoring } from './monitoring.ts';
import { openParts } from './parts.ts';
import { connectPosting, startPosting, stopPosting } from './posting.ts';
import { openReadiness } from './readiness.ts';
import { openRehearsal } from './rehearsal.ts';
import { warnOfOther } from './running.ts';
import type { Shutdown } from './shutdown.ts';

/**
 * Opens the parts of the bot and connects it.
 * @param end ends the bot in order, as what failed.
 * @throws UserError where the archive cannot be opened, Discord does not accept the token, or a port is not free.
 */
export async function start(config: Config, closing: Shutdown, log: Logger, end: () => void): Promise<true> {
	const attempts = new AbortController();
	closing.add('attempts to connect', () => attempts.abort());
	const readiness = openReadiness();
	const metrics = await startMonitoring(config, readiness, closing, log);
	// The rehearsal serves the files that its members upload; no real Discord is on this machine.
	const allow = new Set<string>();
	const parts = await openParts(config, log, metrics, { allow });
	readiness.stored(() => parts.answers());
	closing.add('library', () => parts.close());
	closing.add('note of the process', warnOfOther(config, log));
	void parts.lost.then(end);
	const discord =
		config.token === null ? await openRehearsal(config, closing, allow) : { ...config, token: config.token };
	let stopTicks = async () => {};
	const connecting = connect(config, {
		...parts,
		token: discord.token,
		apiUrl: discord.apiUrl,
		log,
		signal: attempts.signal,
		observer: metrics,
		onLost: end,
		onConnected: (connected) => connectPosting(parts, connected),
		onPosting: () => {
			stopTicks = startPosting(parts, log);
		},
		onFailed: (err) => {
			log.fatal({ err }, 'no shard can be connected');
			end();
		},
	});
	const bot = await connecting.catch((err: unknown) => {
		if (attempts.signal.aborted) return null;
		throw err;
	});
	if (bot === null) return true;
	closing.add('client', () => bot.close());
	readiness.connected(() => bot.isReached());
	if (metrics !== undefined) measureShards(metrics, () => bot.shards());
	closing.add('posting', async () => {
		await stopTicks();
		await stopPosting(parts);
	});
	closing.add('readiness', () => readiness.leave());
	const steps = [() => parts.connectCache(), () => metrics?.load(), prepareWordVectors];
	void afterStart(steps, () => areConnected(bot.shards()), log);
	return true;
}

/** Milliseconds between what is read after the start, so that those who ask meanwhile are answered between. */
const between = 100;

/**
 * Takes steps in the background once all shards are connected, one after the other: what they load is needed soon, and
 * would hold up the start. Whoever needs it before that loads it.
 */
async function afterStart(
	steps: readonly (() => Promise<void> | undefined)[],
	isConnected: () => boolean,
	log: Logger,
): Promise<void> {
	for (const step of steps) {
		do await pause(between, undefined, { ref: false });
		while (!isConnected());
		await step()?.catch((err: unknown) =>
			log.warn({ err }, 'what is loaded after the start could not be loaded'),
		);
	}
}
