// A process that sends what is due to those who follow something, and is killed at the step that it is given.
import { Client, GatewayIntentBits } from 'discord.js';
import { openArchive } from '../../src/app/open-archive.ts';
import { openFollowDelivery } from '../../src/discord/follow-delivery.ts';
import { keptInMemory } from '../../src/discord/ids.ts';
import { senderOver } from '../../src/discord/servers/sender.ts';
import { openViews } from '../../src/discord/views/views.ts';
import { openFollows } from '../../src/follow/service.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import { quietLog } from '../quiet-log.ts';

const [folder = '', apiUrl = '', token = '', step = ''] = process.argv.slice(2);
const archive = await openArchive(folder);
const cache = openCache(null, quietLog);
const follows = openFollows({
	store: archive.follows,
	seenBy: (server) => archive.seenBy(server),
	libraryOf: (server) => answersFrom(archive.seenBy(server), cache),
	log: quietLog,
});
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
await client.login(token);
while (!client.isReady()) await new Promise((resolve) => setTimeout(resolve, 10));
const views = openViews(keptInMemory());
const delivery = openFollowDelivery(senderOver(client), (card) => views.show(card));
const die = (at: string) => {
	if (at === step) process.kill(process.pid, 'SIGKILL');
};
follows.connect({
	...delivery,
	async channel(...given) {
		die('claimed');
		return delivery.channel(...given);
	},
	async post(...given) {
		die('planned');
		const posted = await delivery.post(...given);
		die('posted');
		return posted;
	},
});
await follows.tick();
await client.destroy();
await archive.close();
