// Composes, then posts, all digests that are due, in one process; says how much of one core's time composing took,
// how long posting took, and how much memory the process used.
import { Client, GatewayIntentBits } from 'discord.js';
import { openDigests } from '../../src/digest/service.ts';
import { openDelivery } from '../../src/discord/delivery.ts';
import { keptInMemory } from '../../src/discord/ids.ts';
import { senderOver } from '../../src/discord/servers/sender.ts';
import { openViews } from '../../src/discord/views/views.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import { openPlace, type Place } from './place.ts';

const { apiUrl, token, place } = JSON.parse(process.argv[2] ?? '{}') as {
	apiUrl: string;
	token: string;
	place: Place;
};
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const archive = await openPlace(place);
const cache = openCache(null, log);
const libraryOf = (server: string | null) => answersFrom(archive.seenBy(server), cache);
const store = archive.digests;
const digests = openDigests({ store, threads: archive.threads, libraryOf, log });
const client = new Client({
	intents: [GatewayIntentBits.Guilds],
	rest: { api: apiUrl, globalRequestsPerSecond: 1_000_000 },
});
await client.login(token);
while (!client.isReady()) await new Promise((resolve) => setTimeout(resolve, 10));
const views = openViews(keptInMemory());
digests.connect(openDelivery(senderOver(client), (card) => views.show(card)));

const rss = () => Math.round(process.memoryUsage.rss() / 1e6);
const rssBeforeMb = rss();
const [clock] = await store.clocks();
const today = new Date().toISOString().slice(0, 10);
const all = clock
	? (await Promise.all([1, 2, 4, 8, 16, 32, 64].map((bit) => store.unclaimed(clock, today, bit))))[0]
	: [];
const composing = process.cpuUsage();
for (const settings of all ?? []) {
	const { card } = await digests.service.preview(settings);
	if (card) await views.show(card);
}
const { user, system } = process.cpuUsage(composing);
const composed = { seconds: (user + system) / 1e6, rssMb: rss() };
const posting = performance.now();
await digests.tick();
await digests.idle();
const posted = { seconds: (performance.now() - posting) / 1000, rssMb: rss() };
process.send?.({ composed, posted, rssBeforeMb });
