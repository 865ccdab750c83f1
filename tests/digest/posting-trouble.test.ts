import { PermissionFlagsBits, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { DigestRunner } from '../../src/digest/runner.ts';
import { ferry, harbour, hour, minute, openSetup, type Setup, textOf } from './setup.ts';

async function tick(setup: Setup, runner = setup.runner()): Promise<void> {
	await runner.tick();
	await runner.idle();
}

describe('after the bot was down', () => {
	it('a digest is posted late within six hours, and says so', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		await setup.configure();
		setup.clock += 5 * hour;
		await tick(setup);
		expect(setup.posts()).toHaveLength(1);
		expect(textOf(setup.posts()[0])).toMatch(/Late: it was due <t:\d+:f>/u);
	});

	it('a digest that is older is written down as missed, for each day', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		const { server } = await setup.configure();
		const first = setup.today();
		setup.clock += 2 * 24 * hour + 7 * hour;
		await tick(setup);
		expect(setup.posts()).toHaveLength(0);
		expect(await setup.store.entries(server, first)).toMatchObject([{ state: 'missed', reason: 'too-late' }]);
		const last = await setup.store.lastDaily(server);
		expect(last).toMatchObject({ state: 'missed' });
		expect(last?.date).not.toBe(first);
	});
});

describe('a message that somebody deletes', () => {
	it('before its thread is open only affects that article, and the digest continues', async () => {
		const setup = await openSetup();
		await setup.put(harbour, ferry);
		const { server, channel } = await setup.configure({ apart: true });
		const day = setup.today();
		const { delivery } = setup.context;
		const runner = setup.runner('one', {
			...delivery,
			async openThread(address, message, title) {
				await setup.client.rest.delete(Routes.channelMessage(address.channel, message));
				return delivery.openThread(address, message, title);
			},
		});
		for (let minutes = 0; minutes < 3; minutes++) {
			await tick(setup, runner);
			setup.clock += minute;
		}
		expect(await setup.store.settings(server)).toMatchObject({ paused: null, channel });
		expect(await setup.store.entries(server, day)).toMatchObject([
			{ slot: 'daily', state: 'posted' },
			{ slot: 'daily/1', state: 'missed', reason: 'message-gone' },
			{ slot: 'daily/2', state: 'missed', reason: 'message-gone' },
		]);
	});

	it('in a forum does not hinder looking for another one', async () => {
		const setup = await openSetup();
		const { forum } = setup.rehearsal.guild.channels;
		await setup.put(harbour);
		const { server } = await setup.configure({ channel: forum });
		await tick(setup);
		const thread = setup.rehearsal.snapshot().guilds[0]?.threads.find(({ parent_id }) => parent_id === forum);
		await setup.client.rest.delete(Routes.channelMessage(thread?.id ?? '', thread?.id ?? ''));
		const address = { server, channel: forum, nonce: 'another', mark: 7 };
		expect(await setup.context.delivery.find(address, 0)).toEqual({ message: null });
	});

	it('or a 404 that is not the channel’s pauses nothing', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		const { server } = await setup.configure();
		setup.rehearsal.fault({
			kind: 'requests',
			method: 'POST',
			route: '/messages',
			effect: { status: 404 },
		});
		await tick(setup);
		expect(await setup.store.settings(server)).toMatchObject({ paused: null });
	});
});

describe('a server that cannot be posted to', () => {
	it('is paused with one notice where permission is missing, and its settings are kept', async () => {
		const setup = await openSetup();
		const { guild } = setup.rehearsal;
		await setup.put(harbour);
		const { server, channel } = await setup.configure();
		setup.rehearsal.setOverwrite(channel, guild.roles.bot, { deny: PermissionFlagsBits.SendMessages });
		const runner = setup.runner();
		for (let days = 0; days < 3; days++) {
			await tick(setup, runner);
			setup.clock += 24 * hour;
		}
		expect(await setup.store.settings(server)).toMatchObject({ paused: 'no-permission', channel });
		const notices = setup.rehearsal
			.requests()
			.filter(
				({ body, status }) => status === 200 && JSON.stringify(body)?.includes('The daily digest is paused'),
			);
		expect(notices).toHaveLength(1);
	});

	it('is paused where the channel is gone', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		const { server, channel } = await setup.configure();
		setup.rehearsal.removeChannel(channel);
		await tick(setup);
		expect(await setup.store.settings(server)).toMatchObject({ paused: 'channel-gone' });
	});

	it('is paused where the bot was removed', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		const other = setup.rehearsal.addGuild();
		const [channel = ''] = other.channels;
		await setup.configure({ server: other.id, channel });
		setup.rehearsal.removeGuild(other.id);
		await expect.poll(() => setup.client.guilds.cache.has(other.id)).toBe(false);
		await tick(setup);
		expect(await setup.store.settings(other.id)).toMatchObject({ paused: 'server-gone' });
	});
});

describe('a clock that jumps back', () => {
	it('before a digest is due lets it come on time, and not as a late one', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		await setup.configure();
		const due = setup.clock;
		const runner = setup.runner();
		setup.clock = due - minute;
		await tick(setup, runner);
		setup.clock -= 20 * minute;
		for (; setup.clock <= due + minute; setup.clock += minute) {
			expect(setup.posts()).toHaveLength(setup.clock <= due ? 0 : 1);
			await tick(setup, runner);
		}
		expect(textOf(setup.posts()[0])).not.toContain('Late');
	});

	it('while one waits to be tried again does not hold it up for as long', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		await setup.configure();
		setup.rehearsal.fault({ kind: 'requests', route: '/messages', method: 'POST', effect: { status: 502 } });
		const runner = setup.runner();
		await tick(setup, runner);
		expect(setup.posts()).toHaveLength(0);
		setup.clock -= 5 * hour;
		await tick(setup, runner);
		expect(setup.posts()).toHaveLength(1);
	});

	it('posts nothing twice', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		await setup.configure();
		const runner = setup.runner();
		for (const jump of [0, minute, -2 * hour, hour, hour, -24 * hour, 24 * hour, minute]) {
			setup.clock += jump;
			await tick(setup, runner);
		}
		expect(setup.posts().filter((post) => textOf(post).includes('Harbour of Port'))).toHaveLength(1);
	});
});

it('where Discord takes nothing and the archive is away as well, digests wait all the same', async () => {
	const setup = await openSetup();
	await setup.put(harbour);
	const settings = await setup.configure();
	for (let server = 2; server <= 8; server++)
		await setup.store.putSettings({ ...settings, server: `10000000000000000${server}` });
	let settled = 0;
	const { store, delivery } = setup.context;
	const runner = new DigestRunner({
		...setup.context,
		store: {
			...store,
			async settle(...given) {
				const mine = await store.settle(...given);
				settled++;
				return mine;
			},
			now: () => (settled < 8 ? store.now() : Promise.reject(new Error('away'))),
		},
		delivery: { ...delivery, post: async () => ({ trouble: 'unreachable', detail: 'no answer' }) },
	});
	await tick(setup, runner);
	expect(settled).toBe(8);
	expect(setup.lines.filter(({ level }) => level === 'error')).toEqual([]);
	expect(setup.lines).toContainEqual(
		expect.objectContaining({ message: 'Discord is in trouble; digests wait' }),
	);
});
