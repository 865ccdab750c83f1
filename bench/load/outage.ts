import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresServer } from '../../tests/stores/postgres/server.ts';
import type { SilentProxy } from '../../tests/stores/postgres/silent-proxy.ts';

export interface Outage {
	readonly what: string;
	readonly seconds: number;
}

interface Parts {
	readonly database: Pick<PostgresServer, 'stop' | 'start'>;
	readonly proxy: Pick<SilentProxy, 'cut'>;
	readonly cache: { stop(): Promise<void>; start(): Promise<void> };
}

/** Of each, in seconds; between two everything works. */
const away = { database: 60, cache: 30, network: 45 };
const between = 20;
const second = 1_000;

/** Takes the database away as a crash would, then the cache, then what goes one way through the network, in turn. */
export async function takeAway(
	{ database, proxy, cache }: Parts,
	say: (what: string) => void,
): Promise<Outage[]> {
	const outages: Outage[] = [];
	const during = async (what: string, seconds: number, begin: () => unknown, stop: () => unknown) => {
		say(`${what} is away`);
		await begin();
		await pause(seconds * second);
		await stop();
		say(`${what} is back`);
		outages.push({ what, seconds });
		await pause(between * second);
	};
	await during('the database', away.database, database.stop, database.start);
	await during('the cache', away.cache, cache.stop, cache.start);
	await during(
		'what the database answers',
		away.network,
		() => proxy.cut('answers'),
		() => proxy.cut(null),
	);
	await during(
		'what the database is asked',
		away.network,
		() => proxy.cut('questions'),
		() => proxy.cut(null),
	);
	return outages;
}
