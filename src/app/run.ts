import type { Logger } from 'pino';
import { allowClosedOutput } from './closed-output.ts';
import { configFromEnvironment, runProgram } from './environment.ts';
import { openLog } from './log.ts';
import { loadRehearsal, noToken } from './rehearsal.ts';
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
	const started = await runProgram(async () => {
		// It may not be installed.
		if (config.token === null) await loadRehearsal(noToken);
		// Loaded only where the configuration is right: it takes most of the time of a start.
		const { start } = await import('./start.ts');
		return start(config, closing, log, () => end(closing));
	});
	if (started === undefined) end(closing);
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
