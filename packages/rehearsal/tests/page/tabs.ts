import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';

/** What a tab is set to by itself; the other options are those of its context. */
type OfTab = 'viewport' | 'colorScheme' | 'reducedMotion';

export interface NewTab extends Omit<BrowserContextOptions, OfTab> {
	/** By default 1280 by 800. */
	readonly viewport?: { readonly width: number; readonly height: number };
	readonly colorScheme?: 'light' | 'dark';
	readonly reducedMotion?: 'reduce';
	/** Whether no other tab is in its context: for what can be set only for all tabs of one, as the clock. */
	readonly alone?: boolean;
}

export interface Tabs {
	/** A tab, and what closes it and forgets what it has stored. */
	open(options?: NewTab): Promise<{ readonly page: Page; close(): Promise<void> }>;
	/** To be called once by each who has called `useTabs`: with the last one the browser ends. */
	release(): Promise<void>;
}

let users = 0;
let launched: Promise<Shared> | null = null;

/**
 * Tabs of a browser that all share who use it at the same time. A new context with a new process for each tab costs
 * more than all that most tests do in it, so tabs share a context, and with it a process, where they can.
 */
export async function useTabs(): Promise<Tabs> {
	users += 1;
	launched ??= launchBrowser(['--renderer-process-limit=1']).then((browser) => new Shared(browser));
	const shared = await launched;
	return {
		open: (options = {}) => shared.open(options),
		async release() {
			users -= 1;
			if (users > 0) return;
			launched = null;
			await shared.browser.close();
		},
	};
}

class Shared {
	readonly browser: Browser;
	readonly #contexts = new Map<string, Promise<BrowserContext>>();

	constructor(browser: Browser) {
		this.browser = browser;
	}

	async open({ viewport, colorScheme, reducedMotion, alone = false, ...ofContext }: NewTab) {
		const context = await (alone ? this.#context(ofContext) : this.#sharedContext(ofContext));
		const page = await context.newPage();
		if (viewport !== undefined) await page.setViewportSize(viewport);
		if (colorScheme !== undefined || reducedMotion !== undefined) {
			await page.emulateMedia({ colorScheme: colorScheme ?? null, reducedMotion: reducedMotion ?? null });
		}
		return {
			page,
			async close() {
				// A session is one tab's; what is stored for longer is the context's.
				if (page.isClosed()) return;
				if (page.url().startsWith('http')) await page.evaluate(() => localStorage.clear());
				await (alone ? context : page).close();
			},
		};
	}

	#context(options: BrowserContextOptions): Promise<BrowserContext> {
		return this.browser.newContext({
			viewport: { width: 1280, height: 800 },
			reducedMotion: 'reduce',
			...options,
		});
	}

	#sharedContext(options: BrowserContextOptions): Promise<BrowserContext> {
		const key = JSON.stringify(options);
		const known = this.#contexts.get(key);
		if (known !== undefined) return known;
		const made = this.#context(options).then(async (context) => {
			// An empty tab keeps the process alive between two tests.
			await context.newPage();
			return context;
		});
		this.#contexts.set(key, made);
		return made;
	}
}
