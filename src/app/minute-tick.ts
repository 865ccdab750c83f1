import { schedule } from 'node-cron';
import type { Logger } from 'pino';

/** A tick is overdue this long after the last one: node-cron's minute and some seconds. */
const overdueAfter = 65_000;
const lookEvery = 10_000;

/**
 * Calls `work` every minute. node-cron waits for a time on the wall clock; where that clock is set back it would
 * wait until it shows that time again. So a timer that does not depend on the wall clock checks whether a tick is
 * overdue, makes up for it, and restarts node-cron. `work` may be called a little more often than once a
 * minute.
 * @returns a function that stops it.
 */
export function everyMinute(work: () => Promise<void>, log: Logger): () => Promise<void> {
	let last = performance.now();
	const tick = () => {
		last = performance.now();
		return work();
	};
	const begin = () =>
		schedule('* * * * *', tick, {
			name: 'digests',
			// A tick that comes late or not at all is made up for by the next one.
			suppressMissedWarning: true,
			logger: cronLog(log),
		});
	let cron = begin();
	const watch = setInterval(() => {
		if (performance.now() - last < overdueAfter) return;
		log.info('the clock was set back; the minute tick starts again');
		void cron.destroy();
		cron = begin();
		void tick();
	}, lookEvery);
	return async () => {
		clearInterval(watch);
		await cron.destroy();
	};
}

function cronLog(log: Logger) {
	return {
		info: (message: string) => log.debug(message),
		debug: (message: string | Error) => log.debug(String(message)),
		warn: (message: string) => log.warn(message),
		error: (message: string | Error, err?: Error) =>
			log.error({ err: err ?? message }, 'the minute tick failed'),
	};
}
