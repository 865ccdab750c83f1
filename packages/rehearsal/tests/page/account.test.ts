import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request } from '../bot.ts';
import { type Fixture, picture, setUp } from './fixture.ts';

describe('a member’s own account in the page', () => {
	let fixture: Fixture;
	beforeAll(async () => {
		fixture = await setUp();
		const { rehearsal } = fixture;
		await request(rehearsal, 'POST', `/applications/${rehearsal.applicationId}/commands`, {
			name: 'everywhere',
			description: 'Can be used everywhere',
			integration_types: [0, 1],
			contexts: [0, 1, 2],
		});
	});
	afterAll(() => fixture.close());

	it('gets the app, which is then offered in a server without the bot and in direct messages of others', async () => {
		const { rehearsal } = fixture;
		const { member, owner } = rehearsal.guild.members;
		const { channels } = rehearsal.addGuild({ name: 'Elsewhere', withBot: false, members: [member] });
		const direct = rehearsal.addPrivateChannel([member, owner]);
		const page = await fixture.tab({ in: channels[0] ?? '' });
		const offered = page.getByRole('option', { name: /everywhere/u });
		await page.keyboard.type('/every');
		expect(await offered.count()).toBe(0);
		await page.getByRole('button', { name: /^You are/u }).click();
		await picture(page, 'account');
		await page.getByRole('menuitem', { name: /Install Verbatim for yourself/u }).click();
		await expect.poll(() => rehearsal.snapshot(member).member.installed).toBe(true);
		await page.getByRole('combobox').fill('/every');
		await expect.poll(() => offered.count()).toBe(1);
		await page.evaluate((id) => {
			location.hash = id;
		}, direct);
		await page.getByRole('heading', { name: 'Ottilie' }).waitFor();
		await page.getByRole('combobox').fill('/every');
		await expect.poll(() => offered.count()).toBe(1);
	});

	it('shows in an open list the commands that there are now', async () => {
		const { rehearsal } = fixture;
		const page = await fixture.tab();
		await page.getByRole('combobox').fill('/later');
		await page.getByText('No commands match.').waitFor();
		await request(rehearsal, 'POST', `/applications/${rehearsal.applicationId}/commands`, {
			name: 'later',
			description: 'Registered while the list is open',
		});
		await page.getByRole('option', { name: /later/u }).waitFor();
		expect(await page.getByText('No commands match.').isVisible()).toBe(false);
	});

	it('can be closed to direct messages of the bot', async () => {
		const { rehearsal } = fixture;
		const { outsider } = rehearsal.guild.members;
		const page = await fixture.tab({ as: outsider });
		await page.getByRole('button', { name: /^You are/u }).click();
		await page.getByRole('menuitem', { name: /Take no messages from Verbatim/u }).click();
		await expect.poll(() => rehearsal.snapshot(outsider).member.directMessages).toBe(false);
	});

	it('reads above a thread that it is archived or locked', async () => {
		const { rehearsal } = fixture;
		const path = `/channels/${rehearsal.guild.channels.general}/threads`;
		const { json } = await request(rehearsal, 'POST', path, { name: 'Pier', type: 11 });
		const { id } = json as { id: string };
		const page = await fixture.tab({ in: id });
		rehearsal.setThread(id, { archived: true });
		await page.getByText('Archived: a message opens it again').waitFor();
		rehearsal.setThread(id, { locked: true });
		await page.getByText('Locked: only those who manage threads write here').waitFor();
	});
});
