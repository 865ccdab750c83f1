import { Routes } from 'discord.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, nextInteraction, nextMessage, picture, setUp } from './fixture.ts';

/** The option that Enter takes: none is marked while the list belongs to an earlier text. */
const marked = (page: Page, name: string) => page.locator('.active[role=option]', { hasText: name });

describe('using the bot in the page', () => {
	let fixture: Fixture;

	beforeAll(async () => {
		fixture = await setUp();
	});
	afterAll(() => fixture.close());

	it('runs a command by typing alone, with live autocomplete', async () => {
		const page = await fixture.shared();
		await page.keyboard.type('/quo');
		await expect.poll(() => page.getByRole('option', { name: /quotes/u }).count()).toBe(1);
		await picture(page, 'command-list');
		await page.keyboard.press('Enter');
		await page.keyboard.type('speaker:mar');
		await marked(page, 'Marit Solheim (4)').waitFor();
		expect(await page.getByRole('option').count()).toBe(1);
		await picture(page, 'autocomplete');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		const answer = page.locator('.message').filter({ hasText: 'Quotes of Marit Solheim' });
		await answer.waitFor();
		expect(await answer.locator('.origin').textContent()).toContain('Mirren used /quotes');
		expect(await page.getByRole('combobox', { name: /Message #general/u }).inputValue()).toBe('');
	});

	it('takes no suggestion that comes for an earlier text', async () => {
		const page = await fixture.tab({ alone: true, before: (opened) => opened.clock.install() });
		const asked = nextInteraction(fixture);
		await page.clock.pauseAt(Date.now() + 60_000);
		await page.keyboard.type('/slow text:');
		const { id, token } = await asked;
		// Time stands still, so the page does not ask for this text.
		await page.keyboard.type('b');
		await fixture.client.rest.post(Routes.interactionCallback(id, token), {
			body: { type: 8, data: { choices: [{ name: 'For no text', value: 'none' }] } },
			auth: false,
		});
		const { channels, members } = fixture.rehearsal.guild;
		await fixture.rehearsal.post({ channelId: channels.general, memberId: members.owner, content: 'Since' });
		await page.locator('.message').filter({ hasText: 'Since' }).waitFor();
		expect(await marked(page, 'For no text').count()).toBe(0);
	});

	it('pages a card by its buttons, in place, and keeps the focus', async () => {
		const page = await fixture.shared();
		const card = await nextMessage(page, () => page.keyboard.type('/quotes \n'));
		await card.getByText('page 1').waitFor();
		const count = await page.locator('.message').count();
		expect(await card.getByRole('button', { name: 'Back' }).isDisabled()).toBe(true);
		await card.getByRole('button', { name: 'Next' }).focus();
		await page.keyboard.press('Enter');
		await card.getByText('page 2').waitFor();
		expect(await page.locator('.message').count()).toBe(count);
		expect(await card.getByRole('button', { name: 'Back' }).isDisabled()).toBe(false);
		expect(
			await page.evaluate(() =>
				document.querySelector('.message:last-child')?.contains(document.activeElement),
			),
		).toBe(true);
	});

	it('takes a whole command that is pasted', async () => {
		const page = await fixture.shared();
		await page.getByRole('combobox').fill('/quotes speaker:Ove Lind private:True');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		const answer = page.locator('.message').filter({ hasText: 'Quotes of Ove Lind' });
		await answer.waitFor();
		await answer.getByText('Only you can see this').waitFor();
		await answer.getByRole('button', { name: 'Dismiss message' }).click();
		await answer.waitFor({ state: 'detached' });
		await page.reload();
		await page.locator('.message').first().waitFor();
		expect(await answer.count()).toBe(0);
	});

	it('insists on required options and says what is wrong with a value', async () => {
		const page = await fixture.tab({ as: fixture.rehearsal.guild.members.owner });
		await page.keyboard.type('/settings set');
		await page.keyboard.press('Enter');
		await page.getByRole('option', { name: 'general' }).waitFor();
		await page.keyboard.type('daily');
		await marked(page, 'daily-digest').waitFor();
		expect(await page.getByRole('option').count()).toBe(1);
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await page.getByText('hour: This option is required. Specify a value.').waitFor();
		await page.keyboard.type('24');
		await page.keyboard.press('Enter');
		await page.getByText('hour: Write 23 or less.').waitFor();
		await picture(page, 'option-wrong');
		await page.keyboard.press('Backspace');
		await page.keyboard.press('Enter');
		await page.getByText('Only managers see this.').waitFor();
		const { body } = fixture.rehearsal.requests().at(-1) ?? {};
		expect(body).toBeTruthy();
	});

	it('leaves a command again by Escape and by Backspace', async () => {
		const page = await fixture.shared();
		await page.keyboard.type('/quotes speaker:');
		await page.getByRole('combobox', { name: /^speaker/u }).waitFor();
		await page.keyboard.press('Backspace');
		expect(await page.getByRole('combobox', { name: /^speaker/u }).count()).toBe(0);
		await page.keyboard.press('Backspace');
		const field = page.getByRole('combobox', { name: /Message #general/u });
		expect(await field.inputValue()).toBe('/quotes');
		await field.fill('/quotes ');
		await page.getByRole('group', { name: '/quotes' }).waitFor();
		await page.keyboard.press('Escape');
		expect(await field.inputValue()).toBe('');
	});

	it('writes plain messages with mentions, and replies', async () => {
		const page = await fixture.shared();
		await page.getByRole('combobox').focus();
		await page.keyboard.type('Look, @Osg');
		await page.keyboard.press('Enter');
		const written = await nextMessage(page, () => page.keyboard.type('here is *one*\n'));
		expect(await written.locator('.mention').textContent()).toBe('@Osgood');
		expect(await written.locator('em').textContent()).toBe('one');
		await written.focus();
		await page.keyboard.press('r');
		await page.getByText('Replying to Mirren').waitFor();
		await page.keyboard.type('I have');
		await page.keyboard.press('Enter');
		const reply = page.locator('.message').filter({ hasText: 'I have' });
		await reply.waitFor();
		expect(await reply.locator('.origin').textContent()).toContain('Look, @Osgood here is one');
	});

	it('shows "thinking" until the answer comes', async () => {
		const page = await fixture.shared();
		const asked = nextInteraction(fixture);
		await page.keyboard.type('/think \n');
		await page.getByText('Verbatim is thinking…').waitFor();
		const { token } = await asked;
		await fixture.client.rest.patch(Routes.webhookMessage(fixture.rehearsal.applicationId, token), {
			body: { content: 'Now I know.' },
			auth: false,
		});
		await page.getByText('Now I know.').waitFor();
		expect(await page.getByText('Verbatim is thinking…').count()).toBe(0);
	});

	it('opens a thread, where a member can write', async () => {
		const page = await fixture.tab();
		await page.keyboard.type('/thread \n');
		await page.locator('.thread-chip').click();
		await page.getByText('Here we go on.').waitFor();
		expect(await page.getByRole('heading', { level: 2, name: 'What they said' }).count()).toBe(1);
		await page.getByRole('combobox').fill('In the thread');
		await page.keyboard.press('Enter');
		await page.locator('.message').filter({ hasText: 'In the thread' }).waitFor();
		await picture(page, 'thread');
		await page.reload();
		await page.locator('.message').filter({ hasText: 'In the thread' }).waitFor();
	});

	it('uses commands of the context menus, on messages and on members', async () => {
		const page = await fixture.shared();
		await page.getByRole('combobox').focus();
		await page.keyboard.type('To be asked about');
		await page.keyboard.press('Enter');
		const message = page.locator('.message').filter({ hasText: 'To be asked about' });
		await message.click({ button: 'right' });
		await picture(page, 'message-menu');
		await page.getByRole('menuitem', { name: 'Apps' }).click();
		await page.getByRole('menuitem', { name: 'Who said this?' }).click();
		await page
			.locator('.message', { hasText: `You asked about ${await message.getAttribute('data-id')}.` })
			.waitFor();
		await page.getByLabel('Members').getByRole('button', { name: 'Osgood' }).click();
		await page.getByRole('menuitem', { name: 'Apps' }).focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await page
			.locator('.message', { hasText: `You asked about ${fixture.rehearsal.guild.members.outsider}.` })
			.waitFor();
	});

	it('says so when the bot does not answer', async () => {
		const quick = await setUp({ answerWithin: 300 });
		const page = await quick.tab();
		await page.keyboard.type('/silence \n');
		const notice = page.locator('.message').filter({ hasText: 'The application did not respond' });
		await notice.waitFor();
		expect(await notice.textContent()).toContain('Only you can see this');
		await quick.close();
	});
});
