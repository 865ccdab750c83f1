// A process of its own, which says when its client is ready (milliseconds since the process began) and what it then
// uses in memory. `raw` is a bare client, a number Verbatim with an archive of that many articles.
import type { ParentMessage } from '../interactions/parent.ts';

const [side = 'raw', dataDir = ''] = process.argv.slice(2);
const { apiUrl, token } = JSON.parse(process.env.FROM_PARENT ?? '{}') as ParentMessage;

if (side === 'raw') {
	const { Client, Events, GatewayIntentBits } = await import('discord.js');
	const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
	client.once(Events.ClientReady, () => ready());
	await client.login(token);
} else {
	const { enableCompileCache } = await import('node:module');
	enableCompileCache();
	const { readConfig } = await import('../../src/app/config.ts');
	const { startBot } = await import('../../src/discord/bot.ts');
	const { openLog } = await import('../../src/app/log.ts');
	const { openParts } = await import('../../src/app/parts.ts');
	const log = openLog('warn');
	const parts = await openParts({ ...readConfig({}), dataDir, articles: `${dataDir}/articles` }, log);
	await startBot({ apiUrl, token, shards: null, ...parts, log });
	ready();
}

function ready(): void {
	const ms = performance.now();
	const { user, system } = process.cpuUsage();
	// What the start left behind is collected in a moment; what stays is what the bot takes.
	setTimeout(() => process.send?.({ ms, cpu: (user + system) / 1000, rss: process.memoryUsage.rss() }), 2000);
}
