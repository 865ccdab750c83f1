import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How a command ended: with its card, with a sentence that says why not, or with an error of the bot's own. */
export type CommandOutcome = 'answered' | 'refused' | 'failed';

/** What the parts of the bot tell of their work. Times are in seconds. */
export interface Metrics {
	/** A command has made its answer. @param name a known command's, or "unknown". */
	command(name: string, outcome: CommandOutcome, seconds: number): void;
	/** An interaction was answered, with all that was sent for it. @param kind e.g. "slash" or "button". */
	interaction(kind: string, seconds: number): void;
	/** An interaction was answered with nothing but that there is too much to do. */
	turnedAway(): void;
	/** A port of the store has answered, or failed. */
	store(port: string, method: string, seconds: number, failed: boolean): void;
	/** The cache was asked. */
	cache(kind: string, found: boolean, seconds: number): void;
	/** A number that is asked for whenever the metrics are. A failure of `value` leaves it out. */
	gauge(name: string, help: string, value: () => number | Promise<number>): void;
	/** In Prometheus' text format. */
	text(): Promise<string>;
}

/** Of answers: Discord gives up after three seconds. */
const answerBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10];
/** Of one question to the store or the cache. */
const storeBuckets = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2];

/** Metrics of one process, with those of Node itself: memory, CPU, event loop delay, garbage collection. */
export function openMetrics(): Metrics {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	const commands = new Histogram({
		name: 'verbatim_command_seconds',
		help: 'Time that a command took to make its answer',
		labelNames: ['command', 'outcome'],
		buckets: answerBuckets,
		registers,
	});
	const interactions = new Histogram({
		name: 'verbatim_interaction_seconds',
		help: 'Time from receiving an interaction until all of its answer was sent',
		labelNames: ['kind'],
		buckets: answerBuckets,
		registers,
	});
	const away = new Counter({
		name: 'verbatim_interactions_turned_away_total',
		help: 'Interactions that were told to come again, since more came than could be answered in time',
		registers,
	});
	const store = new Histogram({
		name: 'verbatim_store_seconds',
		help: 'Time that a question to the store took',
		labelNames: ['port', 'method'],
		buckets: storeBuckets,
		registers,
	});
	const storeFailures = new Counter({
		name: 'verbatim_store_failures_total',
		help: 'Questions to the store that failed',
		labelNames: ['port', 'method'],
		registers,
	});
	const cache = new Histogram({
		name: 'verbatim_cache_seconds',
		help: 'Time that a question to the cache took',
		labelNames: ['kind', 'found'],
		buckets: storeBuckets,
		registers,
	});
	return {
		command: (command, outcome, seconds) => commands.observe({ command, outcome }, seconds),
		interaction: (kind, seconds) => interactions.observe({ kind }, seconds),
		turnedAway: () => away.inc(),
		store(port, method, seconds, failed) {
			store.observe({ port, method }, seconds);
			if (failed) storeFailures.inc({ port, method });
		},
		cache: (kind, found, seconds) => cache.observe({ kind, found: String(found) }, seconds),
		gauge(name, help, value) {
			new Gauge({
				name,
				help,
				registers,
				async collect() {
					try {
						this.set(await value());
					} catch {
						this.remove();
					}
				},
			});
		},
		text: () => registry.metrics(),
	};
}
