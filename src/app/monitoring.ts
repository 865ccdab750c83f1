import type { Logger } from 'pino';
import type { ShardCount } from '../discord/shards/count.ts';
import { type LaterMetrics, openMetricsLater } from '../monitoring/later.ts';
import type { Metrics } from '../monitoring/metrics.ts';
import { openMonitoring } from '../monitoring/server.ts';
import type { Config } from './config.ts';
import type { Readiness } from './readiness.ts';
import type { Shutdown } from './shutdown.ts';

/**
 * Opens health and metrics where the configuration wants them, before anything else, so that a start can be watched.
 * @returns undefined where it does not.
 * @throws UserError where the port is not free.
 */
export async function startMonitoring(
	config: Pick<Config, 'metrics'>,
	readiness: Readiness,
	closing: Shutdown,
	log: Logger,
): Promise<LaterMetrics | undefined> {
	if (config.metrics === null) return undefined;
	const metrics = openMetricsLater();
	const server = await openMonitoring({ ...config.metrics, metrics, unready: () => readiness.missing() });
	log.info({ port: server.port }, 'health and metrics can be asked for');
	closing.add('monitoring', () => server.close());
	return metrics;
}

/** @param shards null where they are not known yet: the numbers are then left out. */
export function measureShards(metrics: Metrics, shards: () => ShardCount | null): void {
	const count = () => {
		const now = shards();
		if (now === null) throw new Error('The shards are not shared out yet.');
		return now;
	};
	metrics.gauge('verbatim_shards_ready', 'Shards of this process that are connected', () => count().ready);
	metrics.gauge('verbatim_shards', 'Shards of this process', () => count().all);
}
