import type { Logger } from 'pino';

/** Steps that close what was opened, in reverse order. */
export interface Shutdown {
	/** Registers a step; it runs before those that were registered earlier. */
	add(name: string, step: () => unknown): void;
	/** Runs each step once, in reverse order. Resolves when all are done or the deadline is over. */
	run(): Promise<'done' | 'late'>;
}

/** Orchestrators kill after ten seconds; this leaves two of them. */
const deadline = 8000;

/** @param within milliseconds for all steps together. */
export function shutdown(log: Logger, within = deadline): Shutdown {
	const steps: { name: string; step: () => unknown }[] = [];
	let running: Promise<'done' | 'late'> | null = null;
	async function all(): Promise<'done'> {
		for (let next = steps.pop(); next !== undefined; next = steps.pop()) {
			try {
				await next.step();
			} catch (err) {
				log.error({ err, step: next.name }, 'could not be closed');
			}
		}
		return 'done';
	}
	return {
		add(name, step) {
			steps.push({ name, step });
		},
		run() {
			running ??= new Promise((resolve) => {
				const late = setTimeout(() => {
					log.error({ waiting: steps.map(({ name }) => name) }, 'closing took too long');
					resolve('late');
				}, within);
				void all().then((done) => {
					clearTimeout(late);
					resolve(done);
				});
			});
			return running;
		},
	};
}

/** Runs the shutdown on SIGTERM and SIGINT and ends the process; a second signal ends it at once. */
export function closeOnSignal(closing: Shutdown, log: Logger): void {
	let asked = false;
	const onSignal = (signal: NodeJS.Signals) => {
		if (asked) process.exit(1);
		asked = true;
		log.info({ signal }, 'closing');
		void closing.run().then((how) => process.exit(how === 'done' ? 0 : 1));
	};
	process.on('SIGTERM', onSignal);
	process.on('SIGINT', onSignal);
}
