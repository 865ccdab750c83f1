// A process of its own: a bare client of discord.js behind the same endpoint, with one constant answer to every command
// and constant offers, and with some shards where these are asked for.
import { once } from 'node:events';
import { type Client, Client as DiscordClient, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { openLog } from '../../src/app/log.ts';
import { openInteractions } from '../../src/discord/endpoint/interactions.ts';
import { closeRequest } from '../../src/discord/endpoint/request.ts';

interface RawSetup {
	readonly apiUrl: string;
	readonly token: string;
	readonly components: readonly unknown[];
	readonly shards: { readonly ids: readonly number[]; readonly count: number } | null;
}
const { apiUrl, token, components, shards } = JSON.parse(process.argv[2] ?? '{}') as RawSetup;
const client: Client = new DiscordClient({
	...(shards === null
		? { intents: [] }
		: { intents: [GatewayIntentBits.Guilds], shards: [...shards.ids], shardCount: shards.count }),
	rest: { api: apiUrl },
});
client.rest.setToken(token);
const offers = Array.from({ length: 25 }, (_, index) => ({ name: `Speaker ${index}`, value: `${index}` }));
client.on(Events.InteractionCreate, async (interaction) => {
	closeRequest(interaction);
	// Late answers are counted by the other side.
	if (interaction.isAutocomplete()) await interaction.respond(offers).catch(() => undefined);
	else if (interaction.isChatInputCommand())
		await interaction
			.reply({ components: components as never[], flags: MessageFlags.IsComponentsV2 })
			.catch(() => undefined);
});
const { port } = await openInteractions(client, { port: 0, host: '127.0.0.1', log: openLog('warn') });
if (shards !== null) {
	const ready = once(client, Events.ClientReady);
	await client.login(token);
	await ready;
}
process.on('disconnect', () => process.exit());
process.send?.(port);
