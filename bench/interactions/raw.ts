// A process of its own: the client of discord.js as its guide sets it up, with the same answer to everything. It is sent
// the same events: a bot that answers mentions hears of each message, its own answers too.
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { answerAboutCpu, messageFromParent, type ParentMessage } from './parent.ts';

const { apiUrl, token, components = [] }: ParentMessage = await messageFromParent();
const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const client = new Client({ intents: [Guilds, GuildMessages, DirectMessages], rest: { api: apiUrl } });
client.on(Events.InteractionCreate, async (interaction) => {
	if (!interaction.isChatInputCommand()) return;
	// Late answers are counted by the other side.
	await interaction
		.reply({ components: components as never[], flags: MessageFlags.IsComponentsV2 })
		.catch(() => undefined);
});
client.once(Events.ClientReady, answerAboutCpu);
await client.login(token);
