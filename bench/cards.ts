// `node bench/cards.ts FOLDER ['/quotes speaker:Ames' …]`: a picture of every card as members see it, dark, light and
// 360 pixels wide, from the articles that ship; prints how many pixels high each one is.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, type ShownMessage, startRehearsal } from 'discord-rehearsal';
import { openPage } from 'discord-rehearsal/page';
import { findButton } from 'discord-rehearsal/text';
import { pino } from 'pino';
import { launchBrowser } from '../packages/rehearsal/tests/page/browser.ts';
import { loadCommands } from '../src/app/commands.ts';
import { readConfig } from '../src/app/config.ts';
import { openParts } from '../src/app/parts.ts';
import { connectDigests } from '../src/app/start-digests.ts';
import { readLine } from '../src/app/typed.ts';
import { startBot } from '../src/discord/bot.ts';

/** A button in brackets is pressed on the card of the line before it; #general stands for the channel's id. */
const everyCard = [
	'/help',
	'/library',
	'/article article:Port Harrow',
	'[¶ 12 · Jonah Barrow]',
	'/article article:masks',
	'/quotes',
	'[▶]',
	'/quotes article:Port Harrow',
	'/quotes article:masks speaker:a',
	'/quotes about:money',
	'/quotes speaker:zzzz',
	'/quotes about:zebra article:Port Harrow',
	'/topics',
	'/topics article:Port Harrow',
	'/topics topic:Education',
	'/comments article:Port Harrow',
	'/comments article:Port Harrow sort:threads',
	'/comments article:Port Harrow sort:newest',
	'/today',
	'/notify',
	'/digest show',
	'/digest set channel:#dailyDigest time:8:30 timezone:Kyiv days:weekends topics:museums, -football length:short',
	'/digest preview',
	'/digest now',
	'/digest why',
	'/digest stop',
];

const [folder = 'cards', ...given] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-cards-'));
const log = pino({ level: 'warn' });
const parts = await openParts(readConfig({ DATA_DIR: dataDir }), log);
await parts.loaded;
const rehearsal = await startRehearsal({ port: 0, rateLimits: false, handle: await openPage() });
const bot = await startBot({ ...rehearsal, shards: null, ...parts, log });
await bot.registered;
connectDigests(parts.digests, bot);
const commands = await loadCommands<never>();
const browser = await launchBrowser();
const { channels } = rehearsal.guild;

async function use(line: string, before: ShownMessage | null): Promise<Outcome> {
	const named = line.replace(
		/#(general|dailyDigest|forum)/u,
		(_, name: keyof typeof channels) => channels[name],
	);
	const typed = readLine(named, commands);
	const memberId = rehearsal.guild.members.owner;
	if (typed.kind === 'command') {
		return rehearsal.interact({ ...typed, memberId, until: 'answered' });
	}
	const found = findButton(before?.components ?? [], typed.label);
	if (before === null || found === null) throw new Error(`There is no button [${typed.label}] to press.`);
	return rehearsal.interact({
		kind: 'component',
		messageId: before.id,
		...found,
		memberId,
		until: 'answered',
	});
}

const looks = [
	{ name: 'dark', colorScheme: 'dark', width: 1180 },
	{ name: 'light', colorScheme: 'light', width: 1180 },
	{ name: 'narrow', colorScheme: 'dark', width: 360 },
] as const;
let before: ShownMessage | null = null;
for (const [index, line] of (given.length > 0 ? given : everyCard).entries()) {
	const { message, problem } = await use(line, before);
	before = message;
	if (message === null) throw new Error(`${line}: ${problem}`);
	const name = `${String(index + 1).padStart(2, '0')}-${line.replace(/[^\w]+/gu, '-').replace(/^-|-$/gu, '')}`;
	const heights: string[] = [];
	for (const { name: look, colorScheme, width } of looks) {
		const page = await browser.newPage({ viewport: { width, height: 3000 }, colorScheme });
		await page.goto(`${rehearsal.url}/?as=${rehearsal.guild.members.owner}`);
		const shown = page.locator(`#message-${message.id}`);
		await shown.waitFor();
		heights.push(`${look} ${Math.round((await shown.boundingBox())?.height ?? 0)}`);
		await shown.screenshot({ path: join(folder, `${name}-${look}.png`) });
		await page.close();
	}
	console.log(`${line}: ${heights.join(', ')} px high`);
}

await browser.close();
await bot.close();
await rehearsal.close();
await parts.close();
await rm(dataDir, { recursive: true });
