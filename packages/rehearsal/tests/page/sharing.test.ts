import { Events, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, nextMessage, picture, setUp } from './fixture.ts';

describe('several members, faults and the developers’ drawer', () => {
	let fixture: Fixture;

	beforeAll(async () => {
		fixture = await setUp();
	});
	afterAll(() => fixture.close());

	/** The shared tab, with its drawer open. */
	const withDrawer = async () => {
		const page = await fixture.shared();
		const button = page.getByRole('button', { name: /^Developers/u });
		if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
		return page;
	};

	it('shows a tab what another one writes, and that it is typing', async () => {
		const { owner, outsider } = fixture.rehearsal.guild.members;
		const one = await fixture.shared({ as: owner });
		const two = await fixture.shared({ as: outsider });
		await one.keyboard.type('Good morn');
		await two.getByText('Ottilie is typing…').waitFor();
		await one.keyboard.type('ing\n');
		await two.locator('.message').filter({ hasText: 'Good morning' }).waitFor();
		expect(await two.getByText('is typing…').count()).toBe(0);
	});

	it('shows an ephemeral answer to the one who asked, and to nobody else', async () => {
		const { owner, outsider } = fixture.rehearsal.guild.members;
		const one = await fixture.shared({ as: owner });
		const two = await fixture.shared({ as: outsider });
		await one.locator('textarea').fill('/quotes speaker:Ove Lind private:True');
		await one.keyboard.press('Enter');
		await one.keyboard.press('Enter');
		await one.getByText('Quotes of Ove Lind').waitFor();
		await one.locator('textarea').fill('After it');
		await one.keyboard.press('Enter');
		await two.locator('.message').filter({ hasText: 'After it' }).waitFor();
		expect(await two.getByText('Quotes of Ove Lind').count()).toBe(0);
	});

	it('acts as another member, who has other commands', async () => {
		const page = await fixture.tab({ as: fixture.rehearsal.guild.members.owner });
		await page.keyboard.type('/settings');
		await expect.poll(() => page.getByRole('option').count()).toBe(2);
		await page.keyboard.press('Escape');
		await page.locator('textarea').fill('');
		await page.getByRole('button', { name: /Act as another member/u }).click();
		await picture(page, 'act-as');
		await page.getByRole('menuitem', { name: /Osgood/u }).click();
		await page.getByText('You are Osgood.').waitFor();
		await page.keyboard.type('/settings');
		await page.getByText('No commands match.').waitFor();
		expect(await page.getByRole('option').count()).toBe(0);
		await page.reload();
		await page.getByRole('button', { name: /You are Osgood/u }).waitFor();
	});

	it('lets nobody write or use commands where they may not', async () => {
		const { guild } = fixture.rehearsal;
		fixture.rehearsal.setOverwrite(guild.channels.dailyDigest, guild.roles.everyone, { deny: 1n << 11n });
		const page = await fixture.tab({ as: guild.members.outsider, in: guild.channels.dailyDigest });
		const field = page.getByRole('combobox', { name: /You do not have permission/u });
		expect(await field.isDisabled()).toBe(true);
		fixture.rehearsal.setOverwrite(guild.channels.dailyDigest, guild.roles.everyone, {});
	});

	it('speaks the language of the member’s client where the bot does', async () => {
		const page = await fixture.tab({ as: fixture.rehearsal.guild.members.foreigner });
		await fixture.client.rest.post(Routes.channelMessages(fixture.rehearsal.guild.channels.general), {
			body: { content: 'On <t:1767225600:D>' },
		});
		await page.locator('time', { hasText: '1. Januar 2026' }).waitFor();
		await page.keyboard.type('/think');
		await page.getByText('Antwortet spät').waitFor();
	});

	it('shows the requests of the last interaction, and in red what Discord refuses', async () => {
		const page = await withDrawer();
		await page.locator('textarea').fill('/quotes ');
		await nextMessage(page, () => page.keyboard.press('Enter'));
		const { general } = fixture.rehearsal.guild.channels;
		const asked = fixture.rehearsal.messages(general).at(-1)?.interaction_metadata?.id ?? '';
		const request = page.locator('.request').filter({ hasText: `/interactions/${asked}/` });
		await request.locator('summary').click();
		await request.getByText('"accent_color": 3120783').waitFor();
		const tooLong = { content: 'x'.repeat(2001) };
		await expect(
			fixture.client.rest.post(Routes.channelMessages(general), { body: tooLong }),
		).rejects.toThrow();
		await page.getByRole('button', { name: 'All requests' }).click();
		const refused = page.locator('.request.refused').first();
		await refused.getByText('error code 50035').waitFor();
		expect(await refused.locator('.problems').textContent()).toContain('content BASE_TYPE_MAX_LENGTH');
		expect(await page.getByRole('button', { name: /^Developers/u }).textContent()).toContain('1 refused');
		await picture(page, 'drawer');
	});

	it('breaks the gateway and continues when the bot is back', async () => {
		const page = await withDrawer();
		const resumed = new Promise((resolve) => fixture.client.once(Events.ShardResume, resolve));
		await page.getByRole('button', { name: 'Drop gateway' }).click();
		await page.getByText('The gateway was dropped.').waitFor();
		await resumed;
		await page.locator('textarea').fill('/quotes speaker:Ada Berg');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await page.locator('.message').filter({ hasText: 'Quotes of Ada Berg' }).waitFor();
	});

	it('removes the bot’s permissions and restores them', async () => {
		const { general } = fixture.rehearsal.guild.channels;
		const page = await withDrawer();
		const permission = page.getByRole('switch', { name: /^Missing permission/u });
		await permission.check();
		await page.getByText('Missing permission on.').waitFor();
		const post = () =>
			fixture.client.rest.post(Routes.channelMessages(general), { body: { content: 'May I?' } });
		await expect(post()).rejects.toThrow(/Missing (?:Permissions|Access)/u);
		const other = await fixture.tab();
		await other.getByRole('button', { name: /^Developers/u }).click();
		expect(await other.getByRole('switch', { name: /^Missing permission/u }).isChecked()).toBe(true);
		await page.getByRole('button', { name: 'Clear faults' }).click();
		await expect.poll(() => permission.isChecked()).toBe(false);
		await post();
	});

	it('says that the rehearsal has stopped', async () => {
		const short = await setUp();
		const page = await short.tab();
		await short.rehearsal.close();
		await page.getByText('Connection lost.').waitFor();
		await short.close();
	});
});

describe('a long channel', () => {
	it('scrolls through 5,000 messages with few of them in the document, and stays where one reads', async () => {
		const fixture = await setUp({ schema: false });
		const { rehearsal } = fixture;
		const { general } = rehearsal.guild.channels;
		const memberId = rehearsal.guild.members.member;
		for (let n = 1; n <= 5_000; n += 1) {
			await rehearsal.post({ channelId: general, memberId, content: `message ${n} of many` });
		}
		const page = await fixture.tab();
		await page.getByText('message 5000 of many').waitFor();
		await page.locator('.scroller').evaluate(async (scroller) => {
			const atFirst = () =>
				scroller.querySelector('.message')?.textContent?.includes('message 1 of many') === true;
			for (let turns = 0; turns < 600 && !atFirst(); turns += 1) {
				scroller.scrollTop = 0;
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
		});
		expect(await page.getByText('message 1 of many').count()).toBe(1);
		expect(await page.locator('.message').count()).toBeLessThanOrEqual(200);
		const first = page.getByText('message 1 of many');
		await first.scrollIntoViewIfNeeded();
		const before = await first.boundingBox();
		const { owner } = rehearsal.guild.members;
		await rehearsal.post({ channelId: general, memberId: owner, content: 'meanwhile' });
		await page.waitForTimeout(100);
		expect((await first.boundingBox())?.y).toBe(before?.y);
		await page.getByRole('button', { name: 'Jump to present' }).click();
		await page.getByText('meanwhile').waitFor();
		await fixture.close();
	});
});
