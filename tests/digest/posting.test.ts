import { describe, expect, it } from 'vitest';
import { markOf, nonceOf } from '../../src/digest/key.ts';
import { leaseMs } from '../../src/digest/posting.ts';
import { ferry, harbour, hour, minute, openSetup, type Setup, textOf } from './setup.ts';

async function tick(setup: Setup, runner = setup.runner()): Promise<void> {
	await runner.tick();
	await runner.idle();
}

describe('a digest', () => {
	it('is posted when it is due, once, and not before', async () => {
		const setup = await openSetup();
		await setup.put(harbour, ferry);
		const { time } = await setup.configure();
		const day = setup.today();
		setup.clock -= 1;
		await tick(setup);
		expect(setup.posts()).toHaveLength(0);
		setup.clock += 1;
		const runner = setup.runner();
		for (let minutes = 0; minutes < 5; minutes++) {
			await tick(setup, runner);
			setup.clock += minute;
		}
		expect(setup.posts(), time).toHaveLength(1);
		expect(textOf(setup.posts()[0])).toContain('Harbour of Port Ellery');
		const [entry] = await setup.store.entries(setup.rehearsal.guild.id, day);
		expect(entry).toMatchObject({
			state: 'posted',
			reason: 'posted',
			message: setup.posts()[0]?.id,
			attempts: 1,
		});
	});

	it('is posted once by several processes that wake at the same moment', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		await setup.configure();
		const runners = ['one', 'two', 'three', 'four'].map((holder) => setup.runner(holder));
		await Promise.all(runners.map((runner) => tick(setup, runner)));
		expect(setup.posts()).toHaveLength(1);
	});

	it('is posted once although the answer to the post was lost, and found by its nonce', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		await setup.configure();
		// Of the digest, also where the clock goes past midnight.
		const day = setup.today();
		setup.rehearsal.fault({
			kind: 'requests',
			method: 'POST',
			route: '/messages',
			effect: { lose: 'answer' },
		});
		await tick(setup);
		expect(await setup.store.entries(setup.rehearsal.guild.id, day)).toMatchObject([{ state: 'waiting' }]);
		// Later than Discord remembers nonces.
		setup.clock += 20 * minute;
		await tick(setup);
		expect(setup.posts()).toHaveLength(1);
		expect(await setup.store.entries(setup.rehearsal.guild.id, day)).toMatchObject([
			{ state: 'posted', message: setup.posts()[0]?.id },
		]);
	});

	it('is found by its mark where Discord gives no nonces, and nothing else is mistaken for it', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		const { server, channel } = await setup.configure();
		await tick(setup);
		const key = { server, date: setup.today(), slot: 'daily' };
		const address = { server, channel, nonce: 'another', mark: markOf(key) };
		const { delivery } = setup.context;
		expect(await delivery.find(address, 0)).toEqual({ message: setup.posts()[0]?.id });
		expect(await delivery.find({ ...address, mark: markOf(key) + 1 }, 0)).toEqual({ message: null });
		expect(nonceOf(key).length).toBeLessThanOrEqual(25);
	});

	it('that a dead process had claimed is posted by another one when the lease is over', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		const { server, channel } = await setup.configure();
		const claim = { holder: 'dead', leaseMs, channel, dueAt: setup.clock };
		await setup.store.claim({ server, date: setup.today(), slot: 'daily' }, claim);
		await tick(setup);
		expect(setup.posts()).toHaveLength(0);
		setup.clock += leaseMs;
		await tick(setup);
		expect(setup.posts()).toHaveLength(1);
	});

	it('waits with growing pauses while Discord is down, and the others go out', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		await setup.configure();
		const other = setup.rehearsal.addGuild();
		const [channel = ''] = other.channels;
		await setup.configure({
			server: other.id,
			channel,
			time: new Date(setup.clock).toISOString().slice(11, 16),
		});
		const failing = {
			kind: 'requests',
			route: `/channels/${setup.rehearsal.guild.channels.dailyDigest}/messages`,
			method: 'POST',
		} as const;
		setup.rehearsal.fault({ ...failing, times: 3, effect: { status: 502 } });
		const runner = setup.runner();
		const seen: number[] = [];
		for (let minutes = 0; minutes <= 8; minutes++) {
			await tick(setup, runner);
			if (setup.posts().length > 0 && seen.length === 0) seen.push(minutes);
			if (minutes === 0) expect(setup.posts(channel)).toHaveLength(1);
			setup.clock += minute;
		}
		// Tried at 0, 1 and 3 minutes, and taken at 7.
		expect(seen).toEqual([7]);
		expect(setup.posts()).toHaveLength(1);
	});

	it('is missed after six hours of trouble, and the next day’s is posted', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		const { server } = await setup.configure();
		const first = setup.today();
		setup.rehearsal.fault({
			kind: 'requests',
			route: '/messages',
			method: 'POST',
			times: 100,
			effect: { status: 503 },
		});
		const runner = setup.runner();
		for (let passed = 0; passed < 7 * 6; passed++) {
			await tick(setup, runner);
			setup.clock += 10 * minute;
		}
		expect(await setup.store.entries(server, first)).toMatchObject([{ state: 'missed', reason: 'gave-up' }]);
		setup.rehearsal.fault({ kind: 'none' });
		setup.clock += 17 * hour;
		await tick(setup, runner);
		expect(setup.posts()).toHaveLength(1);
	});
});

describe('articles apart', () => {
	it('get a message with a thread each, once, whatever is lost on the way', async () => {
		const setup = await openSetup();
		await setup.put(harbour, ferry);
		await setup.configure({ apart: true });
		const runner = setup.runner();
		setup.rehearsal.fault({
			kind: 'requests',
			method: 'POST',
			route: '/threads',
			effect: { lose: 'answer' },
		});
		for (let minutes = 0; minutes < 5; minutes++) {
			await tick(setup, runner);
			setup.clock += minute;
		}
		expect(setup.posts()).toHaveLength(3);
		const threads = setup.rehearsal
			.snapshot()
			.guilds[0]?.threads.map(({ name }) => name)
			.sort();
		expect(threads).toEqual(['Harbour of Port Ellery to Close for Repairs', 'Night Ferry Stays in Dock']);
	});

	it('get a forum post each, once, although answers are lost', async () => {
		const setup = await openSetup();
		const { forum } = setup.rehearsal.guild.channels;
		await setup.put(harbour, ferry);
		await setup.configure({ apart: true, channel: forum });
		setup.rehearsal.fault({
			kind: 'requests',
			method: 'POST',
			route: '/threads',
			times: 2,
			effect: { lose: 'answer' },
		});
		const runner = setup.runner();
		for (let minutes = 0; minutes < 6; minutes++) {
			await tick(setup, runner);
			setup.clock += minute;
		}
		const names = setup.rehearsal
			.snapshot()
			.guilds[0]?.threads.filter(({ parent_id: parent }) => parent === forum)
			.map(({ name }) => name);
		expect(names).toHaveLength(3);
		expect(new Set(names).size).toBe(3);
		expect(names?.filter((name) => /^Daily digest · \w+ \d+ \w+$/u.test(name ?? ''))).toHaveLength(1);
	});
});

describe('the role', () => {
	it('is pinged, and nobody else, whatever the articles hold', async () => {
		const setup = await openSetup();
		const { readers } = setup.rehearsal.guild.roles;
		await setup.put({ ...harbour, headline: '@everyone <@&1> look <@300000000000000001>' });
		await setup.configure({ role: readers });
		await tick(setup);
		const [post] = setup.posts();
		expect(post?.rehearsal.pings).toEqual({ everyone: false, users: [], roles: [readers] });
	});

	it('is not pinged by a digest without articles', async () => {
		const setup = await openSetup();
		await setup.configure({ role: setup.rehearsal.guild.roles.readers });
		await tick(setup);
		const [post] = setup.posts();
		expect(textOf(post)).toContain('No articles were added');
		expect(post?.rehearsal.pings).toEqual({ everyone: false, users: [], roles: [] });
		expect(textOf(post)).not.toContain('<@&');
	});

	it('of nobody is pinged where none is set', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		await setup.configure();
		await tick(setup);
		expect(setup.posts()[0]?.rehearsal.pings).toEqual({ everyone: false, users: [], roles: [] });
	});
});

describe('a day without new articles', () => {
	it('is one line, or silent, as set', async () => {
		const setup = await openSetup();
		await setup.configure();
		await tick(setup);
		expect(textOf(setup.posts()[0])).toContain('No articles were added');
		const other = setup.rehearsal.addGuild();
		const [channel = ''] = other.channels;
		await setup.configure({ server: other.id, channel, quiet: 'silent' });
		await tick(setup);
		expect(setup.posts(channel)).toHaveLength(0);
		expect(await setup.store.entries(other.id, setup.today())).toMatchObject([
			{ state: 'silent', reason: 'no-news' },
		]);
	});

	it('follows a digest that had them all', async () => {
		const setup = await openSetup();
		await setup.put(harbour);
		await setup.configure();
		const runner = setup.runner();
		await tick(setup, runner);
		setup.clock += 24 * hour;
		await tick(setup, runner);
		expect(setup.posts()).toHaveLength(2);
		expect(textOf(setup.posts()[1])).toContain('No articles were added');
	});
});
