import { mkdir } from 'node:fs/promises';
import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Locator, Page } from 'playwright-core';
import { onTestFailed, onTestFinished } from 'vitest';
import type { Rehearsal, RehearsalOptions } from '../../src/api.ts';
import { openPage } from '../../src/page-server.ts';
import { startRehearsal } from '../../src/start.ts';
import { script } from './scripted-bot.ts';
import { type NewTab, type Tabs, useTabs } from './tabs.ts';

export interface Fixture {
	readonly rehearsal: Rehearsal;
	readonly client: Client<true>;
	/** A tab, until the test ends, that acts as somebody (by default the member). */
	tab(options?: TabOptions): Promise<Page>;
	/** A tab that stays: for what is not a test, as a benchmark. */
	open(options?: TabOptions): Promise<Page>;
	/**
	 * The same tab for each who asks with the same options, for tests that leave it as they found it, in the place
	 * where it was; until one of them fails.
	 */
	shared(options?: TabOptions): Promise<Page>;
	close(): Promise<void>;
}

interface TabOptions extends NewTab {
	readonly as?: string;
	readonly in?: string;
	/** What is done with the tab before it opens the page. */
	readonly before?: (page: Page) => Promise<unknown>;
}

/** Pictures to look at: ignored by git. */
export const screenshots = new URL('../../../../screenshots/', import.meta.url);

/** Bundled once for all rehearsals of a process. */
let bundled: ReturnType<typeof openPage> | null = null;

/** A rehearsal with its page, a scripted bot in it, and a browser. */
export async function setUp(options: RehearsalOptions = {}): Promise<Fixture> {
	await mkdir(screenshots, { recursive: true });
	bundled ??= openPage();
	const rehearsal = await startRehearsal({
		port: 0,
		handle: await bundled,
		rateLimits: false,
		botName: 'Verbatim',
		...options,
	});
	const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: rehearsal.apiUrl } });
	const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
	const [tabs]: [Tabs, ...unknown[]] = await Promise.all([useTabs(), client.login(rehearsal.token), ready]);
	await script(client as Client<true>, rehearsal);
	const open = async ({ as, in: placeId, before, ...rest }: TabOptions) => {
		const tab = await tabs.open(rest);
		const { page } = tab;
		try {
			page.setDefaultTimeout(10_000);
			await before?.(page);
			const query = as === undefined ? '' : `?as=${as}`;
			await page.goto(`${rehearsal.url}/${query}#${placeId ?? ''}`);
			await page.locator('.composer, .forum').first().waitFor();
		} catch (error) {
			await tab.close();
			throw error;
		}
		return tab;
	};
	const shared = new Map<string, ReturnType<typeof open>>();
	return {
		rehearsal,
		client: client as Client<true>,
		async tab(options = {}) {
			const { page, close } = await open(options);
			// An open tab draws all that happens after it. Those that a test has opened are of no use to the next.
			onTestFinished(close);
			return page;
		},
		open: async (options = {}) => (await open(options)).page,
		async shared(options = {}) {
			const key = JSON.stringify(options);
			const tab = shared.get(key) ?? open(options);
			shared.set(key, tab);
			onTestFailed(() => void shared.delete(key));
			return (await tab).page;
		},
		async close() {
			await tabs.release();
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
