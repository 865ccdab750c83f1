import { setTimeout as wait } from 'node:timers/promises';
import { Routes } from 'discord.js';
import type { ConsoleMessage } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, nextInteraction, setUp } from './fixture.ts';
import { gallery } from './gallery.ts';
import { postGallery } from './scripted-bot.ts';

describe('what the page shows of a bot', () => {
	let fixture: Fixture;
	let general = '';
	const post = async (kind: string) => {
		const body = gallery[kind];
		return (await fixture.client.rest.post(Routes.channelMessages(general), { body })) as { id: string };
	};

	beforeAll(async () => {
		fixture = await setUp({ answerWithin: 1_500 });
		general = fixture.rehearsal.guild.channels.general;
	});
	afterAll(() => fixture.close());

	it('draws a message of every kind', async () => {
		const page = await fixture.shared();
		await postGallery(fixture.client, general);
		await expect.poll(() => page.locator('.message').count()).toBe(Object.keys(gallery).length);
		expect(await page.getByText(/Component of type/u).count()).toBe(0);
		expect(await page.locator('.container.accented').count()).toBe(1);
		expect(await page.locator('.embed .field.inline').count()).toBe(3);
	});

	it('reads a text in markdown as Discord does', async () => {
		const { id } = await post('markdown');
		const page = await fixture.shared();
		const message = page.locator(`#message-${id}`);
		await message.waitFor();
		expect(await message.locator('.size-1').textContent()).toBe('Heading one');
		expect(await message.locator('blockquote').textContent()).toBe('a quotation\nof two lines');
		expect(await message.locator('ul ul li').textContent()).toBe('deeper');
		expect(await message.locator('pre code').getAttribute('data-language')).toBe('js');
		expect(await message.getByRole('link', { name: 'a masked link' }).getAttribute('href')).toBe(
			'https://news.example/a',
		);
		const time = message.locator('time.timestamp');
		expect(await time.getAttribute('datetime')).toBe('2026-01-01T00:00:00.000Z');
	});

	it('hides a spoiler until it is asked for, by keys too', async () => {
		const { id } = await post('markdown');
		const page = await fixture.shared();
		const spoiler = page.locator(`#message-${id} .spoiler`);
		expect(await spoiler.getAttribute('aria-label')).toBe('Spoiler');
		expect(await spoiler.locator('.hidden-words').getAttribute('aria-hidden')).toBe('true');
		await spoiler.focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => spoiler.locator('.hidden-words').getAttribute('aria-hidden')).toBeNull();
	});

	it('sends presses of buttons and says when the bot does not answer', async () => {
		const { id } = await post('all buttons');
		const page = await fixture.shared();
		const message = page.locator(`#message-${id}`);
		await message.getByRole('button', { name: 'Success' }).click();
		await page.getByText('You pressed gallery:success.').waitFor();
		expect(await message.getByRole('button', { name: 'Not now' }).isDisabled()).toBe(true);
		expect(await message.getByRole('link', { name: 'Link' }).getAttribute('rel')).toContain('noopener');
		const slow = nextInteraction(fixture);
		await message.getByRole('button', { name: 'Slow answer' }).click();
		await message.locator('.button.waiting').waitFor();
		const { id: interactionId, token } = await slow;
		await fixture.client.rest.post(Routes.interactionCallback(interactionId, token), {
			body: { type: 4, data: { content: 'Slow, but here.', flags: 64 } },
			auth: false,
		});
		await page.getByText('Slow, but here.').waitFor();
		await message.getByRole('button', { name: 'No answer' }).click();
		await message.getByRole('alert').getByText('The application did not respond').waitFor();
	});

	it('chooses in selects by keys: one, several, and people', async () => {
		const { id } = await post('all selects');
		const page = await fixture.shared();
		const message = page.locator(`#message-${id}`);
		await message.getByRole('combobox', { name: 'Several topics' }).focus();
		for (const key of ['ArrowDown', 'Enter', 'ArrowDown', 'Enter', 'Escape']) await page.keyboard.press(key);
		await page.getByText('You chose Ferries, Budget.').waitFor();
		await message.getByRole('combobox', { name: 'A member', exact: true }).focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.type('osg');
		await page.keyboard.press('Enter');
		await page.getByText(`You chose ${fixture.rehearsal.guild.members.outsider}.`).waitFor();
		await message.getByRole('combobox', { name: 'A channel' }).click();
		expect(await page.getByRole('option').allTextContents()).toEqual(['general', 'daily-digest', 'articles']);
		await page.keyboard.press('Escape');
	});

	it('opens a form, insists on what it needs, and sends it', async () => {
		const { id } = await post('all buttons');
		const page = await fixture.shared();
		await page.locator(`#message-${id}`).getByRole('button', { name: 'A form' }).click();
		const form = page.getByRole('dialog', { name: 'Who is it?' });
		await form.getByText('As it stands in the article').waitFor();
		expect(
			await form
				.locator('input, textarea')
				.first()
				.evaluate((field) => field === document.activeElement),
		).toBe(true);
		await form.getByRole('button', { name: 'Submit' }).click();
		await form.getByText('This field is required.').waitFor();
		await page.keyboard.type('M');
		await page.keyboard.press('Enter');
		await form.getByText('Write at least 2 characters.').waitFor();
		await page.keyboard.type('arit');
		await form.getByRole('combobox', { name: /^Kind/u }).focus();
		for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
		await form.getByRole('button', { name: 'Submit' }).click();
		await page.getByText('Thank you: Marit.').waitFor();
		await form.waitFor({ state: 'detached' });
	});

	it('counts votes and reactions as they come, and keeps one’s own over a reload', async () => {
		const { id } = await post('poll');
		await fixture.client.rest.put(Routes.channelMessageOwnReaction(general, id, encodeURIComponent('👍')));
		const page = await fixture.shared();
		const other = await fixture.tab({ as: fixture.rehearsal.guild.members.outsider });
		const message = page.locator(`#message-${id}`);
		await message.getByLabel('At weekends').check();
		await message.getByRole('button', { name: 'Vote' }).click();
		await message.getByText('100% · 1 vote').waitFor();
		await other.locator(`#message-${id}`).getByText('1 vote · Open').waitFor();
		await message.getByRole('button', { name: '👍 1' }).click();
		await message.getByRole('button', { name: '👍 2', pressed: true }).waitFor();
		await page.reload();
		await message.getByRole('button', { name: '👍 2', pressed: true }).waitFor();
		await message.getByText('100% · 1 vote').waitFor();
		await message.getByRole('button', { name: 'Remove vote' }).click();
		await message.getByText('0 votes · Open').waitFor();
	});

	it('follows edits and deletions', async () => {
		const page = await fixture.shared();
		const { id } = (await fixture.client.rest.post(Routes.channelMessages(general), {
			body: { content: 'first words' },
		})) as { id: string };
		const message = page.locator(`#message-${id}`);
		await message.getByText('first words').waitFor();
		await fixture.client.rest.patch(Routes.channelMessage(general, id), {
			body: { content: 'second words' },
		});
		await message.getByText('second words').waitFor();
		await message.getByText('(edited)').waitFor();
		await fixture.client.rest.delete(Routes.channelMessage(general, id));
		await message.waitFor({ state: 'detached' });
	});

	it('shows posts of a forum and what is in them', async () => {
		const { forum } = fixture.rehearsal.guild.channels;
		await fixture.client.rest.post(Routes.threads(forum), {
			body: {
				name: 'The night ferry',
				applied_tags: ['1100000000000000401'],
				message: { content: 'What everybody **said**' },
			},
		});
		const page = await fixture.tab({ in: forum });
		const card = page.getByRole('button', { name: /The night ferry/u });
		expect(await card.textContent()).toContain('NewsThe night ferryVerbatim: What everybody said');
		await card.click();
		await page.locator('.message').getByText('said').waitFor();
		await page.getByRole('button', { name: 'articles' }).first().click();
		await card.waitFor();
	});

	it('lets hostile words do nothing', async () => {
		const page = await fixture.shared();
		const complaints: string[] = [];
		const complain = (message: ConsoleMessage) => {
			if (message.type() === 'error') complaints.push(message.text());
		};
		page.on('console', complain);
		const { id } = await post('hostile');
		const message = page.locator(`#message-${id}`);
		await message.waitFor();
		expect(await message.locator('script, img, a').count()).toBe(0);
		expect(await message.textContent()).toContain('<script>document.title = "owned"</script>');
		await wait(50);
		expect(await page.title()).not.toContain('owned');
		page.off('console', complain);
		expect(complaints).toEqual([]);
		const { width } = (await message.boundingBox()) ?? { width: 0 };
		expect(await message.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(width + 1);
	});
});
