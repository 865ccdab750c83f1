// `node bench/cards.ts FOLDER ['/quotes speaker:Ames' …]`: a picture of every card as members see it, dark, light and
// 360 pixels wide, from the articles that ship; prints how many pixels high each one is. With LLM_URL and LLM_MODEL in
// the environment the cards have the buttons that ask a language model.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord.js';
import { type ShownMessage, startRehearsal } from 'discord-rehearsal';
import { openPage } from 'discord-rehearsal/page';
import { findButton } from 'discord-rehearsal/text';
import { pino } from 'pino';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from '../packages/rehearsal/tests/page/browser.ts';
import { loadCommands } from '../src/app/commands.ts';
import { readConfig } from '../src/app/config.ts';
import { openParts } from '../src/app/parts.ts';
import { connectPosting } from '../src/app/posting.ts';
import { readLine } from '../src/app/typed.ts';
import { startBot } from '../src/discord/bot.ts';
import { everyCard } from './cards/every.ts';
import { startCardSite } from './cards/site.ts';

const [folder = 'cards', ...given] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-cards-'));
const log = pino({ level: 'warn' });
const articles = join(dataDir, 'articles');
await cp('data/articles', articles, { recursive: true });
const site = await startCardSite();
const languageModel = Object.fromEntries(
	Object.entries(process.env).filter(([name]) => name.startsWith('LLM_')),
);
const config = readConfig({ ...languageModel, DATA_DIR: dataDir, ARTICLES: articles });
const parts = await openParts(config, log, undefined, {
	allow: new Set([`127.0.0.1:${site.port}`]),
	turns: { everyMs: 0, longestWaitMs: 1_000 },
});
await parts.loaded;
const rehearsal = await startRehearsal({ port: 0, rateLimits: false, handle: await openPage() });
const bot = await startBot({ ...rehearsal, shards: null, ...parts, log });
await bot.registered;
connectPosting(parts, bot);
const commands = await loadCommands<never>();
const browser = await launchBrowser();
const { channels, roles } = rehearsal.guild;

/** Changes what the article of the club quotes and says, and waits until that is read. */
async function edit(): Promise<void> {
	const file = join(articles, 'football-club-move.txt');
	const text = await readFile(file, 'utf8');
	await writeFile(
		file,
		text
			.replace('24,000 dry seats', '21,000 dry seats')
			.replace(/"I have bought four pumps.*\n\n/u, '')
			.replace('It lasted eleven minutes', 'It lasted nineteen minutes'),
	);
	const { library } = parts.contextOf({
		...{ server: null, channel: { id: '1' }, article: null, target: null, locale: 'en-GB' },
		member: { id: '2', name: 'Lena', mayManageServer: false },
	});
	while ((await library.brief('Rovers')).line.changedAt === null) await pause(200);
}

/** Lets the bot give roles, and waits until it knows. */
async function allow(): Promise<void> {
	rehearsal.setRolePermissions(rehearsal.guild.id, roles.bot, PermissionFlagsBits.Administrator);
	await pause(500);
}

interface Shown {
	readonly message: ShownMessage | null;
	readonly problem: string | null;
	/** A form that was opened instead. */
	readonly modal?: unknown;
	/** In which channel, where it is not the one that the page opens with. */
	readonly channel?: string;
}

/** The last message of a place that the line names, with the place. */
async function lastIn(line: string): Promise<Shown | null> {
	const { guilds, directMessages } = rehearsal.snapshot(rehearsal.guild.members.owner);
	if (line === 'told') await tell();
	const places = {
		posted: channels.dailyDigest,
		thread: guilds[0]?.threads.at(-1)?.id ?? '',
		told:
			rehearsal.snapshot(rehearsal.guild.members.owner).directMessages[0]?.id ?? directMessages[0]?.id ?? '',
	};
	if (!(line in places)) return null;
	const channel = places[line as keyof typeof places];
	return { message: rehearsal.messages(channel).at(-1) ?? null, problem: null, channel };
}

/** Adds an article in which everybody of another one is quoted, and tells those who follow them. */
async function tell(): Promise<void> {
	const text = await readFile(join(articles, 'harbour-tunnel-vote.txt'), 'utf8');
	const headline = 'Harbour Tunnel of Port Harrow: What the Council Heard';
	const changed = text.replaceAll(/Port Harrow Votes to Dig Harbour Tunnel After .*/gu, headline);
	await writeFile(join(articles, 'council.txt'), changed.replace('grant', 'subsidy'));
	const { library } = parts.contextOf({
		...{ server: null, channel: { id: '1' }, article: null, target: null, locale: 'en-GB' },
		member: { id: '2', name: 'Lena', mayManageServer: false },
	});
	while (!(await library.latest(20)).some((one) => one.headline === headline)) await pause(200);
	await parts.follows.tick();
}

async function use(line: string, before: ShownMessage | null): Promise<Shown> {
	const last = await lastIn(line);
	if (last !== null) return last;
	const named = line
		.replace(/#(general|dailyDigest|forum)/u, (_, name: keyof typeof channels) => channels[name])
		.replace('SITE', site.address)
		.replace('@readers', roles.readers);
	const typed = readLine(named, commands);
	const memberId = rehearsal.guild.members.owner;
	if (typed.kind === 'command') {
		return answered(await rehearsal.interact({ ...typed, memberId, until: 'answered' }));
	}
	const labels = typed.label.split('|');
	const [found] = labels.flatMap((label) => findButton(before?.components ?? [], label) ?? []);
	if (before === null || found === undefined)
		throw new Error(`There is no button [${typed.label}] to press.`);
	return rehearsal.interact({
		kind: 'component',
		messageId: before.id,
		...found,
		memberId,
		until: 'answered',
	});
}

/** The answer, where what is being done was shown first. */
async function answered(outcome: Awaited<ReturnType<typeof rehearsal.interact>>): Promise<typeof outcome> {
	for (;;) {
		const now = rehearsal.outcome(outcome.interactionId) ?? outcome;
		if (!/Looking at |Waiting for |Finding the headline/u.test(JSON.stringify(now.message?.components ?? [])))
			return now;
		await pause(100);
	}
}

/** The form of a command, which the member who types it alone sees. */
async function formOf(page: Page, line: string): Promise<Locator> {
	await page.getByRole('combobox').fill(`${line} `);
	await page.keyboard.press('Enter');
	return page.getByRole('dialog');
}

const looks = [
	{ name: 'dark', colorScheme: 'dark', width: 1180 },
	{ name: 'light', colorScheme: 'light', width: 1180 },
	{ name: 'narrow', colorScheme: 'dark', width: 360 },
] as const;
let before: ShownMessage | null = null;
for (const [index, line] of (given.length > 0 ? given : everyCard).entries()) {
	if (line === 'edit' || line === 'allow') {
		await (line === 'edit' ? edit() : allow());
		continue;
	}
	const { message, problem, channel, modal } = await use(line, before);
	before = message;
	if (message === null && modal === undefined) throw new Error(`${line}: ${problem}`);
	const name = `${String(index + 1).padStart(2, '0')}-${line
		.replace(/[^\w]+/gu, '-')
		.replace(/^-|-$/gu, '')
		.slice(0, 60)}`;
	const heights: string[] = [];
	for (const { name: look, colorScheme, width } of looks) {
		const page = await browser.newPage({ viewport: { width, height: 3000 }, colorScheme });
		const place = channel === undefined ? '' : `#${channel}`;
		await page.goto(`${rehearsal.url}/?as=${rehearsal.guild.members.owner}${place}`);
		const shown = message === null ? await formOf(page, line) : page.locator(`#message-${message.id}`);
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
site.close();
await rm(dataDir, { recursive: true });
