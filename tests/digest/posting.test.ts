import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { markOf, nonceOf } from '../../src/digest/key.ts';
import { leaseMs } from '../../src/digest/posting.ts';
import { ferry, type House, harbour, hour, minute, openHouse, textOf } from './house.ts';

async function tick(house: House, runner = house.runner()): Promise<void> {
	await runner.tick();
	await runner.idle();
}

describe('a digest', () => {
	it('is posted when it is due, once, and not before', async () => {
		const house = await openHouse();
		await house.put(harbour, ferry);
		const { time } = await house.setUp();
		house.clock -= 1;
		await tick(house);
		expect(house.posts()).toHaveLength(0);
		house.clock += 1;
		const runner = house.runner();
		for (let minutes = 0; minutes < 5; minutes++) {
			await tick(house, runner);
			house.clock += minute;
		}
		expect(house.posts(), time).toHaveLength(1);
		expect(textOf(house.posts()[0])).toContain('Harbour of Port Ellery');
		const [entry] = await house.store.entries(house.rehearsal.guild.id, house.today());
		expect(entry).toMatchObject({
			state: 'posted',
			reason: 'posted',
			message: house.posts()[0]?.id,
			attempts: 1,
		});
	});

	it('is posted once by several processes that wake at the same moment', async () => {
		const house = await openHouse();
		await house.put(harbour);
		await house.setUp();
		const runners = ['one', 'two', 'three', 'four'].map((holder) => house.runner(holder));
		await Promise.all(runners.map((runner) => tick(house, runner)));
		expect(house.posts()).toHaveLength(1);
	});

	it('is posted once although the answer to the post was lost, and found by its nonce', async () => {
		const house = await openHouse();
		await house.put(harbour);
		await house.setUp();
		house.rehearsal.fault({
			kind: 'requests',
			method: 'POST',
			route: '/messages',
			effect: { lose: 'answer' },
		});
		await tick(house);
		expect(await house.store.entries(house.rehearsal.guild.id, house.today())).toMatchObject([
			{ state: 'waiting' },
		]);
		// Later than Discord remembers nonces.
		house.clock += 20 * minute;
		await tick(house);
		expect(house.posts()).toHaveLength(1);
		expect(await house.store.entries(house.rehearsal.guild.id, house.today())).toMatchObject([
			{ state: 'posted', message: house.posts()[0]?.id },
		]);
	});

	it('is found by its mark where Discord tells no nonces, and nothing else is taken for it', async () => {
		const house = await openHouse();
		await house.put(harbour);
		const { server, channel } = await house.setUp();
		await tick(house);
		const key = { server, date: house.today(), slot: 'daily' };
		const address = { server, channel, nonce: 'another', mark: markOf(key) };
		const { delivery } = house.desk;
		expect(await delivery.find(address, 0)).toEqual({ message: house.posts()[0]?.id });
		expect(await delivery.find({ ...address, mark: markOf(key) + 1 }, 0)).toEqual({ message: null });
		expect(nonceOf(key).length).toBeLessThanOrEqual(25);
	});

	it('that a dead process had claimed is posted by another one when the lease is over', async () => {
		const house = await openHouse();
		await house.put(harbour);
		const { server, channel } = await house.setUp();
		const claim = {
			holder: 'dead',
			now: house.clock,
			leaseUntil: house.clock + leaseMs,
			channel,
			dueAt: house.clock,
		};
		await house.store.claim({ server, date: house.today(), slot: 'daily' }, claim);
		await tick(house);
		expect(house.posts()).toHaveLength(0);
		house.clock += leaseMs;
		await tick(house);
		expect(house.posts()).toHaveLength(1);
	});

	it('waits with growing pauses while Discord is down, and the others go out', async () => {
		const house = await openHouse();
		await house.put(harbour);
		await house.setUp();
		const other = house.rehearsal.addGuild();
		const [channel = ''] = other.channels;
		await house.setUp({ server: other.id, channel, time: new Date(house.clock).toISOString().slice(11, 16) });
		const failing = {
			kind: 'requests',
			route: `/channels/${house.rehearsal.guild.channels.dailyDigest}/messages`,
			method: 'POST',
		} as const;
		house.rehearsal.fault({ ...failing, times: 3, effect: { status: 502 } });
		const runner = house.runner();
		const seen: number[] = [];
		for (let minutes = 0; minutes <= 8; minutes++) {
			await tick(house, runner);
			if (house.posts().length > 0 && seen.length === 0) seen.push(minutes);
			if (minutes === 0) expect(house.posts(channel)).toHaveLength(1);
			house.clock += minute;
		}
		// Tried at 0, 1 and 3 minutes, and taken at 7.
		expect(seen).toEqual([7]);
		expect(house.posts()).toHaveLength(1);
	});

	it('is missed after six hours of trouble, and the next day’s is posted', async () => {
		const house = await openHouse();
		await house.put(harbour);
		const { server } = await house.setUp();
		const first = house.today();
		house.rehearsal.fault({
			kind: 'requests',
			route: '/messages',
			method: 'POST',
			times: 100,
			effect: { status: 503 },
		});
		const runner = house.runner();
		for (let passed = 0; passed < 7 * 6; passed++) {
			await tick(house, runner);
			house.clock += 10 * minute;
		}
		expect(await house.store.entries(server, first)).toMatchObject([{ state: 'missed', reason: 'gave-up' }]);
		house.rehearsal.fault({ kind: 'none' });
		house.clock += 17 * hour;
		await tick(house, runner);
		expect(house.posts()).toHaveLength(1);
	});
});

describe('after the bot was down', () => {
	it('a digest is posted late within six hours, and says so', async () => {
		const house = await openHouse();
		await house.put(harbour);
		await house.setUp();
		house.clock += 5 * hour;
		await tick(house);
		expect(house.posts()).toHaveLength(1);
		expect(textOf(house.posts()[0])).toMatch(/Late: it was due <t:\d+:f>/u);
	});

	it('a digest that is older is written down as missed, for each day', async () => {
		const house = await openHouse();
		await house.put(harbour);
		const { server } = await house.setUp();
		const first = house.today();
		house.clock += 2 * 24 * hour + 7 * hour;
		await tick(house);
		expect(house.posts()).toHaveLength(0);
		expect(await house.store.entries(server, first)).toMatchObject([{ state: 'missed', reason: 'too-late' }]);
		const last = await house.store.lastDaily(server);
		expect(last).toMatchObject({ state: 'missed' });
		expect(last?.date).not.toBe(first);
	});
});

describe('a server that cannot be posted to', () => {
	it('is paused with one notice where permission is missing, and its settings are kept', async () => {
		const house = await openHouse();
		const { guild } = house.rehearsal;
		await house.put(harbour);
		const { server, channel } = await house.setUp();
		house.rehearsal.setOverwrite(channel, guild.roles.bot, { deny: PermissionFlagsBits.SendMessages });
		const runner = house.runner();
		for (let days = 0; days < 3; days++) {
			await tick(house, runner);
			house.clock += 24 * hour;
		}
		expect(await house.store.settings(server)).toMatchObject({ paused: 'no-permission', channel });
		const notices = house.rehearsal
			.requests()
			.filter(
				({ body, status }) => status === 200 && JSON.stringify(body)?.includes('The daily digest is paused'),
			);
		expect(notices).toHaveLength(1);
	});

	it('is paused where the channel is gone', async () => {
		const house = await openHouse();
		await house.put(harbour);
		const { server, channel } = await house.setUp();
		house.rehearsal.removeChannel(channel);
		await tick(house);
		expect(await house.store.settings(server)).toMatchObject({ paused: 'channel-gone' });
	});

	it('is paused where the bot was removed', async () => {
		const house = await openHouse();
		await house.put(harbour);
		const other = house.rehearsal.addGuild();
		const [channel = ''] = other.channels;
		await house.setUp({ server: other.id, channel });
		house.rehearsal.removeGuild(other.id);
		await expect.poll(() => house.client.guilds.cache.has(other.id)).toBe(false);
		await tick(house);
		expect(await house.store.settings(other.id)).toMatchObject({ paused: 'server-gone' });
	});
});

describe('articles apart', () => {
	it('get a message with a thread each, once, whatever is lost on the way', async () => {
		const house = await openHouse();
		await house.put(harbour, ferry);
		await house.setUp({ apart: true });
		const runner = house.runner();
		house.rehearsal.fault({
			kind: 'requests',
			method: 'POST',
			route: '/threads',
			effect: { lose: 'answer' },
		});
		for (let minutes = 0; minutes < 5; minutes++) {
			await tick(house, runner);
			house.clock += minute;
		}
		expect(house.posts()).toHaveLength(3);
		const threads = house.rehearsal
			.snapshot()
			.guilds[0]?.threads.map(({ name }) => name)
			.sort();
		expect(threads).toEqual(['Harbour of Port Ellery to Close for Repairs', 'Night Ferry Stays in Dock']);
	});

	it('get a forum post each, once, although answers are lost', async () => {
		const house = await openHouse();
		const { forum } = house.rehearsal.guild.channels;
		await house.put(harbour, ferry);
		await house.setUp({ apart: true, channel: forum });
		house.rehearsal.fault({
			kind: 'requests',
			method: 'POST',
			route: '/threads',
			times: 2,
			effect: { lose: 'answer' },
		});
		const runner = house.runner();
		for (let minutes = 0; minutes < 6; minutes++) {
			await tick(house, runner);
			house.clock += minute;
		}
		const names = house.rehearsal
			.snapshot()
			.guilds[0]?.threads.filter(({ parent_id: parent }) => parent === forum)
			.map(({ name }) => name);
		expect(names).toHaveLength(3);
		expect(new Set(names).size).toBe(3);
	});
});

describe('the role', () => {
	it('is pinged, and nobody else, whatever the articles hold', async () => {
		const house = await openHouse();
		const { readers } = house.rehearsal.guild.roles;
		await house.put({ ...harbour, headline: '@everyone <@&1> look <@300000000000000001>' });
		await house.setUp({ role: readers });
		await tick(house);
		const [post] = house.posts();
		expect(post?.rehearsal.pings).toEqual({ everyone: false, users: [], roles: [readers] });
	});

	it('of nobody is pinged where none is set', async () => {
		const house = await openHouse();
		await house.put(harbour);
		await house.setUp();
		await tick(house);
		expect(house.posts()[0]?.rehearsal.pings).toEqual({ everyone: false, users: [], roles: [] });
	});
});

describe('a day without news', () => {
	it('is one line, or silent, as set', async () => {
		const house = await openHouse();
		await house.setUp();
		await tick(house);
		expect(textOf(house.posts()[0])).toContain('No new articles');
		const other = house.rehearsal.addGuild();
		const [channel = ''] = other.channels;
		await house.setUp({ server: other.id, channel, quiet: 'silent' });
		await tick(house);
		expect(house.posts(channel)).toHaveLength(0);
		expect(await house.store.entries(other.id, house.today())).toMatchObject([
			{ state: 'silent', reason: 'no-news' },
		]);
	});

	it('follows a digest that had them all', async () => {
		const house = await openHouse();
		await house.put(harbour);
		await house.setUp();
		const runner = house.runner();
		await tick(house, runner);
		house.clock += 24 * hour;
		await tick(house, runner);
		expect(house.posts()).toHaveLength(2);
		expect(textOf(house.posts()[1])).toContain('No new articles');
	});
});

describe('a clock that jumps back', () => {
	it('posts nothing twice', async () => {
		const house = await openHouse();
		await house.put(harbour);
		await house.setUp();
		const runner = house.runner();
		for (const jump of [0, minute, -2 * hour, hour, hour, -24 * hour, 24 * hour, minute]) {
			house.clock += jump;
			await tick(house, runner);
		}
		expect(house.posts().filter((post) => textOf(post).includes('Harbour of Port'))).toHaveLength(1);
		const dates = await house.store.lastPosted(house.rehearsal.guild.id, 10);
		expect(new Set(dates.map(({ date }) => date)).size).toBe(house.posts().length);
	});
});
