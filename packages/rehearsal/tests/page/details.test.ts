import { Routes } from 'discord.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, picture, setUp } from './fixture.ts';
import { gallery } from './gallery.ts';

describe('the page’s details', () => {
	let fixture: Fixture;
	let general = '';

	beforeAll(async () => {
		fixture = await setUp();
		general = fixture.rehearsal.guild.channels.general;
	});
	afterAll(() => fixture.close());

	/** Whether nothing covers the middle of an element. */
	const uncovered = (page: Page, selector: string) =>
		page.locator(selector).evaluate((element) => {
			const { x, y, width, height } = element.getBoundingClientRect();
			return element.contains(document.elementFromPoint(x + Math.min(width / 2, 40), y + height / 2));
		});

	/** Escape closes a list that is open, and then the command. */
	const leaveCommand = async (page: Page) => {
		for (const _ of [1, 2]) await page.keyboard.press('Escape');
		await page.getByRole('combobox', { name: 'Message #general' }).waitFor();
	};

	it.each([
		['wide', { width: 1280, height: 800 }],
		['narrow', { width: 360, height: 740 }],
	])('shows what is wrong with an option above all that pops up, %s', async (size, viewport) => {
		const page = await fixture.shared({ as: fixture.rehearsal.guild.members.owner });
		await page.setViewportSize(viewport);
		await page.getByRole('combobox').fill('/settings set channel:daily-digest hour:24');
		await page.getByRole('combobox', { name: /^hour/u }).focus();
		await page.keyboard.press('Enter');
		await page.locator('.composer-status.wrong').waitFor();
		await page.locator('.panel:visible').waitFor();
		await picture(page, `option-error-${size}`);
		expect(await uncovered(page, '.composer-status')).toBe(true);
		await leaveCommand(page);
	});

	it('shows a long value that was pasted whole', async () => {
		const page = await fixture.shared();
		const long = Array.from({ length: 30 }, (_, at) => `words${at}`).join(' ');
		await page.getByRole('combobox').fill(`/quotes speaker:${long}`);
		const field = page.getByRole('combobox', { name: /^speaker/u });
		await field.waitFor();
		await picture(page, 'option-long');
		expect(await field.inputValue()).toBe(long);
		const hidden = await field.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
			scrollWidth - clientWidth,
			scrollHeight - clientHeight,
		]);
		await leaveCommand(page);
		expect(hidden).toEqual([0, 0]);
	});

	it('lets no message lead to the thread or post in which one is', async () => {
		const body = { name: 'The ferry', message: { content: 'What they said' } };
		const { forum } = fixture.rehearsal.guild.channels;
		const post = (await fixture.client.rest.post(Routes.threads(forum), { body })) as { id: string };
		const page = await fixture.tab({ in: post.id });
		await page.locator('.message').getByText('What they said').waitFor();
		expect(await page.locator('.thread-chip').count()).toBe(0);
	});

	it('marks a message that pings a role of one’s own, and for nobody else', async () => {
		const { roles, members } = fixture.rehearsal.guild;
		const body = { content: `<@&${roles.readers}> News!`, allowed_mentions: { roles: [roles.readers] } };
		const { id } = (await fixture.client.rest.post(Routes.channelMessages(general), { body })) as {
			id: string;
		};
		const reader = await fixture.shared();
		const other = await fixture.tab({ as: members.outsider });
		for (const [page, pinged] of [
			[reader, true],
			[other, false],
		] as const) {
			const message = page.locator(`#message-${id}`);
			await message.waitFor();
			expect(await message.evaluate((element) => element.classList.contains('pinged'))).toBe(pinged);
		}
	});

	describe('the menu of a message', () => {
		const menuOf = async (page: Page, id: string) => {
			await page.locator(`#message-${id}`).click({ button: 'right', position: { x: 6, y: 6 } });
			await page.getByRole('menu').waitFor();
		};
		const post = async (body: unknown) =>
			((await fixture.client.rest.post(Routes.channelMessages(general), { body })) as { id: string }).id;
		const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
		const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

		it('has what Discord’s has, in its words', async () => {
			const id = await post({ content: 'For the menu' });
			const page = await fixture.shared();
			await menuOf(page, id);
			await picture(page, 'message-menu');
			expect(await page.getByRole('menuitem').allTextContents()).toEqual([
				...['👍', '❤️', '😂', '😮', '😢', '👀'],
				'Reply',
				'Copy Text',
				'Apps',
				'Copy Message Link',
				'Copy Message ID',
			]);
			await page.getByRole('menuitem', { name: 'Apps' }).click();
			expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Who said this?']);
		});

		it('reacts, and removes the reaction', async () => {
			const id = await post({ content: 'To react to' });
			const page = await fixture.shared();
			await menuOf(page, id);
			await page.getByRole('menuitem', { name: 'React with 👍' }).click();
			await page.locator(`#message-${id}`).getByRole('button', { name: '👍 1', pressed: true }).waitFor();
			await menuOf(page, id);
			await page.getByRole('menuitem', { name: 'Remove your 👍' }).click();
			await page.locator(`#message-${id} .reaction`).waitFor({ state: 'detached' });
		});

		it('copies all the text of a card', async () => {
			const id = await post(gallery['a card']);
			const page = await fixture.tab(clipboard);
			await menuOf(page, id);
			await page.getByRole('menuitem', { name: 'Copy Text' }).click();
			await page.getByText('Copied.').waitFor();
			expect(await copied(page)).toContain('Harbour town votes');
		});

		it('copies a link that opens the message, however far up it is', async () => {
			const { rehearsal } = fixture;
			const memberId = rehearsal.guild.members.owner;
			const channelId = rehearsal.guild.channels.dailyDigest;
			const { id } = await rehearsal.post({ channelId, memberId, content: 'Long ago' });
			for (let at = 0; at < 250; at += 1)
				await rehearsal.post({ channelId, memberId, content: `Later ${at}` });
			const page = await fixture.tab({ ...clipboard, in: `${channelId}/${id}` });
			await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`message-${id}`);
			await menuOf(page, id);
			await page.getByRole('menuitem', { name: 'Copy Message Link' }).click();
			await page.getByText('Copied.').waitFor();
			expect(await copied(page)).toBe(`${rehearsal.url}/#${channelId}/${id}`);
		});
	});
});
