// A process of its own, which says when its client is ready (milliseconds since the process began) and what it then
// uses in memory. `raw` is a bare client, a number Verbatim with an archive of that many articles.
import { enableCompileCache, flushCompileCache } from 'node:module';
import type { ParentMessage } from '../interactions/parent.ts';

const [side = 'raw', dataDir = ''] = process.argv.slice(2);
const { apiUrl, token } = JSON.parse(process.env.FROM_PARENT ?? '{}') as ParentMessage;

if (side === 'raw') {
	const { Client, Events, GatewayIntentBits } = await import('discord.js');
	const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
	client.once(Events.ClientReady, () => ready());
	await client.login(token);
} else {
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
	setTimeout(() => {
		const rss = process.memoryUsage.rss();
		// Written when a process ends in order, which this one does not: the next start would compile all again.
		flushCompileCache();
		process.send?.({ ms, cpu: (user + system) / 1000, rss });
	}, 2000);
}
