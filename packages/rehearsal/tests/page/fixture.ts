import { mkdir } from 'node:fs/promises';
import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { Rehearsal, RehearsalOptions } from '../../src/api.ts';
import { openPage } from '../../src/page-server.ts';
import { startRehearsal } from '../../src/start.ts';
import { launchBrowser } from './browser.ts';
import { script } from './scripted-bot.ts';

export interface Fixture {
	readonly rehearsal: Rehearsal;
	readonly client: Client<true>;
	/** A tab, until the test ends, that acts as somebody (by default the member), at 1280 by 800 unless it is asked for otherwise. */
	tab(options?: TabOptions): Promise<Page>;
	close(): Promise<void>;
}

interface TabOptions extends BrowserContextOptions {
	readonly as?: string;
	readonly in?: string;
	/** What is done with the tab before it opens the page. */
	readonly before?: (page: Page) => Promise<unknown>;
}

/** Pictures to look at: ignored by git. */
export const screenshots = new URL('../../../../screenshots/', import.meta.url);

/** A rehearsal with its page, a scripted bot in it, and a browser. */
export async function setUp(options: RehearsalOptions = {}): Promise<Fixture> {
	await mkdir(screenshots, { recursive: true });
	const rehearsal = await startRehearsal({
		port: 0,
		handle: await openPage(),
		rateLimits: false,
		botName: 'Verbatim',
		...options,
	});
	const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: rehearsal.apiUrl } });
	const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
	const [browser]: [Browser, ...unknown[]] = await Promise.all([
		launchBrowser(),
		client.login(rehearsal.token),
		ready,
	]);
	await script(client as Client<true>, rehearsal);
	return {
		rehearsal,
		client: client as Client<true>,
		async tab({ as, in: placeId, before, ...rest } = {}) {
			const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...rest });
			// An open tab draws all that happens after it. Those that a test has opened are of no use to the next.
			onTestFinished(() => context.close());
			const page = await context.newPage();
			page.setDefaultTimeout(10_000);
			await before?.(page);
			const query = as === undefined ? '' : `?as=${as}`;
			await page.goto(`${rehearsal.url}/${query}#${placeId ?? ''}`);
			await page.locator('.composer, .forum').first().waitFor();
			return page;
		},
		async close() {
			await browser.close();
			await client.destroy();
			await rehearsal.close();
		},
	};
}

/** A picture to look at, taken where `PICTURES` is set: `PICTURES=1 npx vitest run packages/rehearsal/tests/page`. */
export async function picture(page: Page, name: string): Promise<void> {
	if (process.env.PICTURES) await page.screenshot({ path: new URL(`${name}.png`, screenshots).pathname });
}

/**
 * Does something that brings a message, and returns that one: the first that is drawn below all that were there
 * before, which may look the same.
 */
export async function nextMessage(page: Page, act: () => Promise<unknown>): Promise<Locator> {
	const newest = page.locator('.message').last();
	const before = (await page.locator('.message').count()) === 0 ? '' : await newest.getAttribute('id');
	await act();
	const next = page.locator(before === '' ? '.message' : `#${before} ~ .message`).first();
	await next.waitFor();
	return page.locator(`#${await next.getAttribute('id')}`);
}

/** The next interaction that the bot gets: for a test that answers it itself, when the page shows that it waits. */
export async function nextInteraction({ client }: Fixture): Promise<Interaction> {
	return new Promise((resolve) => client.once(Events.InteractionCreate, resolve));
}
