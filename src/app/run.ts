import type { Logger } from 'pino';
import { prepareWordVectors } from '../language/retrieval/word-vectors.ts';
import { allowClosedOutput } from './closed-output.ts';
import type { Config } from './config.ts';
import { connect } from './connect.ts';
import { configFromEnvironment, runProgram } from './environment.ts';
import { openLog } from './log.ts';
import { measureShards, startMonitoring } from './monitoring.ts';
import { openParts } from './parts.ts';
import { connectPosting, startPosting, stopPosting } from './posting.ts';
import { openReadiness } from './readiness.ts';
import { loadRehearsal, noToken, openRehearsal } from './rehearsal.ts';
import { closeOnSignal, type Shutdown, shutdown } from './shutdown.ts';

/** Starts the bot: against Discord with a token, against the rehearsal without one. */
export async function main(): Promise<void> {
	const config = await runProgram(async () => configFromEnvironment());
	if (config === undefined) return;
	allowClosedOutput();
	const log = openLog(config.logLevel);
	const closing = shutdown(log);
	closeOnSignal(closing, log);
	endOnCrash(closing, log);
	const started = await runProgram(() => start(config, closing, log));
	if (started === undefined) end(closing);
}

async function start(config: Config, closing: Shutdown, log: Logger): Promise<true> {
	// First of all, since it may not be installed.
	if (config.token === null) await loadRehearsal(noToken);
	const attempts = new AbortController();
	closing.add('attempts to connect', () => attempts.abort());
	const readiness = openReadiness();
	const metrics = await startMonitoring(config, readiness, closing, log);
	// The rehearsal serves the files that its members upload; no real Discord is on this machine.
	const allow = new Set<string>();
	const parts = await openParts(config, log, metrics, { allow });
	readiness.stored(() => parts.answers());
	closing.add('library', () => parts.close());
	void parts.lost.then(() => end(closing));
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
		onLost: () => end(closing),
		onConnected: (connected) => connectPosting(parts, connected),
		onPosting: () => {
			stopTicks = startPosting(parts, log);
		},
		onFailed: (err) => {
			log.fatal({ err }, 'no shard can be connected');
			end(closing);
		},
	});
	const bot = await connecting.catch((err: unknown) => {
		if (attempts.signal.aborted) return null;
		throw err;
	});
	if (bot === null) return true;
	closing.add('client', () => bot.close());
	readiness.connected(() => bot.shards());
	if (metrics !== undefined) measureShards(metrics, () => bot.shards());
	closing.add('posting', async () => {
		await stopTicks();
		await stopPosting(parts);
	});
	closing.add('readiness', () => readiness.leave());
	// In the background: read at the first question, it would hold up the gateway.
	prepareWordVectors().catch((err: unknown) => log.warn({ err }, 'the word vectors could not be read'));
	return true;
}

/** An unexpected error is logged, and the bot ends in order, so that a service manager can start it again. */
function endOnCrash(closing: Shutdown, log: Logger): void {
	process.on('uncaughtException', (err) => {
		log.fatal({ err }, 'an error that nobody caught');
		end(closing);
	});
}

function end(closing: Shutdown): void {
	void closing.run().then(() => process.exit(1));
}
