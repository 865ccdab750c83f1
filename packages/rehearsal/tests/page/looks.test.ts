import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { Routes } from 'discord.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, nextMessage, picture, setUp } from './fixture.ts';
import { gallery } from './gallery.ts';
import { postGallery } from './scripted-bot.ts';

/** The rules of axe that look at colours, of those that it goes by when it is not told which. */
const colourRules = ['color-contrast', 'link-in-text-block'];

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds to be serious or critical, each with the elements, or an empty list. @param rules all, where it is null. */
async function complaints(page: Page, rules: readonly string[] | null): Promise<string[]> {
	// It stays in the page until that is loaded again.
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await readFile(axeFile, 'utf8'));
	const { violations } = await page.evaluate(
		(runOnly) =>
			(globalThis as unknown as { axe: typeof axe }).axe.run(document, {
				resultTypes: ['violations'],
				...(runOnly && { runOnly }),
			}),
		rules && [...rules],
	);
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 360, height: 740 } } as const;
const schemes = ['dark', 'light'] as const;
type Size = keyof typeof sizes;
type Scheme = (typeof schemes)[number];
const looks = (['wide', 'narrow'] as const).flatMap((size) =>
	schemes.map((scheme) => [size, scheme] as const),
);

let fixture: Fixture;

beforeAll(async () => {
	fixture = await setUp();
	const { channels, members } = fixture.rehearsal.guild;
	await fixture.rehearsal.post({
		channelId: channels.general,
		memberId: members.member,
		content: `Good morning <@${members.owner}>, has anybody read it?`,
	});
	await postGallery(fixture.client, channels.general);
	await postGallery(fixture.client, channels.dailyDigest, ['all buttons', 'all selects']);
	await fixture.rehearsal.post({
		channelId: channels.general,
		memberId: members.member,
		content: 'The newest.',
	});
	await fixture.client.rest.post(Routes.threads(channels.forum), {
		body: { name: 'A post', applied_tags: ['1100000000000000401'], message: gallery['a card'] },
	});
});
afterAll(() => fixture.close());

/** Axe has to be allowed in; the policy itself has its own tests. */
const optionsOf = (size: Size) => ({
	as: fixture.rehearsal.guild.members.owner,
	viewport: sizes[size],
	bypassCSP: true,
	reducedMotion: 'reduce' as const,
});

type Found = Readonly<Record<Scheme, Record<string, string[]>>>;

/** How far a document is scrolled is no matter to axe: those that were scrolled only are not looked at again. */
const scrolled = ['end', 'markdown'];

/**
 * Goes through the states of the page. In each it is looked at in light and in dark: in one of them with all rules of
 * axe, in the other with those about colours, since the document is the same one and light-dark() holds colours alone.
 * What opens over the messages is looked at in a channel with few of them, since axe looks at all of them each time.
 */
async function walk(size: Size): Promise<Found> {
	const page = await fixture.tab(optionsOf(size));
	const found: Found = { dark: {}, light: {} };
	const order: Scheme[] = [...schemes];
	const look = async (state: string) => {
		// Everything is drawn anew for another scheme: each state begins with the one that the last has ended with.
		order.reverse();
		for (const scheme of order) {
			await page.emulateMedia({ colorScheme: scheme });
			await picture(page, `${size}-${scheme}-${state}`);
			const list = scrolled.includes(state)
				? []
				: await complaints(page, scheme === 'light' ? colourRules : null);
			const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			if (wider > 0) list.push(`${wider} px wider than the window`);
			found[scheme][state] = list;
		}
	};
	await look('end');
	await page.locator('.message').nth(1).scrollIntoViewIfNeeded();
	await page.getByText('Harbour town votes').scrollIntoViewIfNeeded();
	await look('card');
	await page.getByText('Heading one').scrollIntoViewIfNeeded();
	await look('markdown');
	await page.evaluate((id) => {
		location.hash = id;
	}, fixture.rehearsal.guild.channels.dailyDigest);
	await page.getByRole('combobox', { name: 'Message #daily-digest' }).waitFor();
	await page.getByRole('combobox', { name: 'Several topics' }).click();
	await look('select');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'A form' }).click();
	await page.getByRole('button', { name: 'Submit' }).click();
	await look('form');
	await page.getByRole('button', { name: 'Cancel' }).click();
	await page
		.locator('.message')
		.first()
		.click({ button: 'right', position: { x: 4, y: 4 } });
	await look('menu');
	await page.keyboard.press('Escape');
	await page.locator('textarea').fill('/');
	await look('commands');
	await page.locator('textarea').fill('/quotes speaker:');
	await page.getByRole('option').first().waitFor();
	await look('option');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	// The one that the walk before has asked for is still there.
	const answer = await nextMessage(page, async () => {
		await page.locator('textarea').fill('/quotes speaker:Ove Lind private:True');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
	});
	await answer.getByText('Only you can see this').waitFor();
	await look('ephemeral');
	await answer.getByRole('button', { name: 'Dismiss message' }).click();
	await page.getByRole('button', { name: /^Developers/u }).click();
	await page.locator('.request').first().waitFor();
	await page.locator('.request summary').first().click();
	await look('drawer');
	await page.locator('.drawer').getByRole('button', { name: 'Close' }).click();
	if (size === 'narrow') {
		await page.getByRole('button', { name: 'Channels' }).click();
		await look('channels');
	}
	await page.getByRole('button', { name: 'articles' }).click();
	await page.getByRole('button', { name: /A post/u }).waitFor();
	await look('forum');
	return found;
}

/** What each size was found to be, in both schemes: gone through once. */
const walks = new Map<Size, Promise<Found>>();

describe.each(looks)('the page, %s and %s', (size, colorScheme) => {
	it('has nothing that axe calls serious in any state, and fits', async () => {
		const walked = walks.get(size) ?? walk(size);
		walks.set(size, walked);
		const found = (await walked)[colorScheme];
		expect(Object.keys(found)).toHaveLength(size === 'narrow' ? 12 : 11);
		expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
	});

	it('can be gone through by keys, with the focus in sight', async () => {
		const page = await fixture.shared(optionsOf(size));
		await page.emulateMedia({ colorScheme });
		const seen = new Set<string>();
		await page.locator('.message').last().focus();
		for (let presses = 0; presses < 30; presses += 1) {
			await page.keyboard.press('Tab');
			const { label, outlined } = await page.evaluate(() => {
				const element = document.activeElement;
				const style = element === null ? null : getComputedStyle(element);
				const bar = element?.closest('.composer-bar') ?? null;
				return {
					label: element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 30) ?? '',
					outlined: style?.outlineStyle === 'solid' || bar !== null || element === document.body,
				};
			});
			expect(outlined, label).toBe(true);
			seen.add(label);
		}
		const labels = [...seen].join('\n');
		for (const place of ['Developers: requests and faults', 'Members', 'Message #general']) {
			expect(labels).toContain(place);
		}
	});
});
