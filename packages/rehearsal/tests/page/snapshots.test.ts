import { Routes } from 'discord.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, setUp } from './fixture.ts';

describe('a tab that takes a snapshot over', () => {
	let fixture: Fixture;
	let general = '';

	beforeAll(async () => {
		fixture = await setUp();
		general = fixture.rehearsal.guild.channels.general;
	});
	afterAll(() => fixture.close());

	const write = (content: string, channelId = general) =>
		fixture.rehearsal.post({ channelId, memberId: fixture.rehearsal.guild.members.owner, content });
	const refusedRequest = () =>
		expect(
			fixture.client.rest.post(Routes.channelMessages(general), { body: { content: 'x'.repeat(2001) } }),
		).rejects.toThrow();

	/** Keeps the answers to the page's question for requests back until they are let through. */
	function heldRequests() {
		const { promise, resolve } = Promise.withResolvers<void>();
		let answered = 0;
		return {
			hold: (page: Page) =>
				page.route('**/rehearsal/requests', async (route) => {
					const response = await route.fetch();
					answered += 1;
					await promise;
					await route.fulfill({ response });
				}),
			asked: () => expect.poll(() => answered).toBe(1),
			letThrough: resolve,
		};
	}

	it('shows what happens while it loads', async () => {
		await refusedRequest();
		const requests = heldRequests();
		const opened = fixture.tab({ before: requests.hold });
		await requests.asked();
		await write('While it loads');
		await refusedRequest();
		requests.letThrough();
		const page = await opened;
		await page.locator('.message').filter({ hasText: 'While it loads' }).waitFor();
		await expect
			.poll(() => page.getByRole('button', { name: /^Developers/u }).textContent())
			.toContain('2 refused');
	});

	it('keeps what happens while it reloads after a change to the server, and what is unread', async () => {
		const { id: guildId, members, roles, channels } = fixture.rehearsal.guild;
		const page = await fixture.tab();
		await write('In another channel', channels.dailyDigest);
		const other = page.locator('.place.unread', { hasText: 'daily-digest' });
		await other.waitFor();
		const requests = heldRequests();
		await requests.hold(page);
		fixture.rehearsal.setMemberRoles(guildId, members.outsider, [roles.managers]);
		await requests.asked();
		await write('While it reloads');
		await page.locator('.message').filter({ hasText: 'While it reloads' }).waitFor();
		requests.letThrough();
		await write('After that');
		await page.locator('.message').filter({ hasText: 'After that' }).waitFor();
		expect(await page.locator('.message').filter({ hasText: 'While it reloads' }).count()).toBe(1);
		expect(await other.count()).toBe(1);
	});
});
