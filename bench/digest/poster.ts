// One of the processes of bench:digest that post: the whole bot but its commands, with a tick every half a second.
import { setTimeout as pause, setInterval as ticks } from 'node:timers/promises';
import { Client, GatewayIntentBits } from 'discord.js';
import { openDigests } from '../../src/digest/service.ts';
import { openDelivery } from '../../src/discord/delivery.ts';
import { keptInMemory } from '../../src/discord/ids.ts';
import { senderOver } from '../../src/discord/servers/sender.ts';
import { openViews } from '../../src/discord/views/views.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { runFast } from './fast-clock.ts';
import { openPlace, type Place } from './place.ts';

export interface Posting {
	readonly apiUrl: string;
	readonly token: string;
	readonly place: Place;
	readonly shard: number;
	readonly shards: number;
	readonly since: number;
	readonly speed: number;
}

const { apiUrl, token, place, shard, shards, since, speed } = JSON.parse(process.argv[2] ?? '{}') as Posting;
runFast(since, speed);
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const archive = await opened();
const cache = openCache(null, log);
const libraryOf = (server: string | null) => answersFrom(archive.seenBy(server), cache);
const digests = openDigests({ store: archive.digests, threads: archive.threads, libraryOf, log });
const client = new Client({
	intents: [GatewayIntentBits.Guilds],
	shards: [shard],
	shardCount: shards,
	rest: { api: apiUrl, globalRequestsPerSecond: 1_000_000, retries: 1, timeout: 3_000 },
});
client.on('error', quiet);
client.on('shardError', quiet);
for (let on = false; !on; ) {
	on = await client.login(token).then(
		() => true,
		() => false,
	);
	if (!on) await pause(200);
}
while (!client.isReady()) await new Promise((resolve) => setTimeout(resolve, 10));
const views = openViews(keptInMemory());
const delivery = openDelivery(senderOver(client), (card) => views.show(card));
digests.connect({
	...delivery,
	// Each time a digest is under way the parent may choose this moment, or one soon after it, for the kill.
	find: (...given) => {
		process.send?.('at work');
		return delivery.find(...given);
	},
	post: (...given) => {
		process.send?.('at work');
		return delivery.post(...given);
	},
});
for await (const _ of ticks(500)) await digests.tick();

/** The archive, as soon as its database answers: the bot, too, is started again until it does. */
async function opened(): Promise<Archive> {
	for (;;) {
		const archive = await openPlace(place, { since, speed }).catch(() => null);
		if (archive !== null) return archive;
		await pause(200);
	}
}
