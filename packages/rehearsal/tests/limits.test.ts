import type { TextChannel } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { connect, rehearse, request } from './bot.ts';

const original = { content: 'a' };

describe('rate limits', () => {
	it('are given in headers, and a request too many is refused until the bucket resets', async () => {
		const rehearsal = await rehearse();
		const path = `/channels/${rehearsal.guild.channels.general}/messages`;
		const answers = [];
		for (let n = 0; n < 6; n += 1) answers.push(await request(rehearsal, 'POST', path, original));
		expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual([
			'4',
			'3',
			'2',
			'1',
			'0',
			'0',
		]);
		const last = answers.at(-1);
		expect(last?.status).toBe(429);
		expect(last?.json).toMatchObject({ message: 'You are being rate limited.', global: false });
		expect(last?.headers.get('x-ratelimit-scope')).toBe('user');
		expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
		const other = `/channels/${rehearsal.guild.channels.dailyDigest}/messages`;
		expect((await request(rehearsal, 'POST', other, original)).status).toBe(200);
	});

	it('stop at 50 requests a second in all, but not the answers to interactions', async () => {
		const rehearsal = await rehearse();
		// So many that more than fifty fall into one second on a busy machine, too.
		const calls = Array.from({ length: 240 }, (_, n) => request(rehearsal, 'GET', `/users/${n + 1}`));
		const refused = (await Promise.all(calls)).filter(({ status }) => status === 429);
		expect(refused.length).toBeGreaterThanOrEqual(10);
		expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
		const callback = await request(rehearsal, 'POST', '/interactions/1/token/callback', { type: 5 });
		expect(callback.status).toBe(404);
	});

	it('can be turned off', async () => {
		const rehearsal = await rehearse({ rateLimits: false });
		const calls = Array.from({ length: 60 }, () => request(rehearsal, 'GET', '/users/@me'));
		expect((await Promise.all(calls)).every(({ status }) => status === 200)).toBe(true);
	});

	it('are waited out by the real client', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		const channel = (await client.channels.fetch(rehearsal.guild.channels.general)) as TextChannel;
		rehearsal.fault({
			kind: 'requests',
			method: 'POST',
			route: '/messages',
			effect: { retryAfter: 0.2, scope: 'shared' },
		});
		await channel.send('patient');
		expect(rehearsal.requests().filter(({ method }) => method === 'POST')).toMatchObject([
			{ status: 429, fault: 'rate limited for 0.2 s (shared)' },
			{ status: 200, fault: null },
		]);
	});
});

describe('faults', () => {
	it('of the server are retried by the real client', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		const channel = (await client.channels.fetch(rehearsal.guild.channels.general)) as TextChannel;
		rehearsal.fault({ kind: 'requests', times: 2, route: '/messages', effect: { status: 503 } });
		await channel.send('at last');
		expect(
			rehearsal
				.requests()
				.slice(-3)
				.map(({ status }) => status),
		).toEqual([503, 503, 200]);
	});

	it('lose an answer after all is done: what has a nonce is still sent once', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal, { rest: { retries: 0 } });
		const channel = (await client.channels.fetch(rehearsal.guild.channels.general)) as TextChannel;
		const post = () => channel.send({ content: 'today', nonce: '1', enforceNonce: true });
		rehearsal.fault({ kind: 'requests', route: '/messages', effect: { lose: 'answer' } });
		await expect(post()).rejects.toThrow();
		rehearsal.fault({ kind: 'requests', route: '/messages', effect: { lose: 'request' } });
		await expect(post()).rejects.toThrow();
		await post();
		expect(rehearsal.messages(channel.id)).toHaveLength(1);
	});

	it('hit only what they name, and only so often', async () => {
		const rehearsal = await rehearse();
		rehearsal.fault({
			kind: 'requests',
			method: 'get',
			route: '/users/{user_id}',
			effect: { missingPermission: true },
		});
		expect((await request(rehearsal, 'GET', '/users/@me')).status).toBe(200);
		const path = `/users/${rehearsal.guild.members.owner}`;
		expect((await request(rehearsal, 'GET', path)).json).toMatchObject({ code: 50013 });
		expect((await request(rehearsal, 'GET', path)).status).toBe(200);
	});
});

describe('what is remembered', () => {
	it('of requests is bounded, and holds no tokens', async () => {
		const rehearsal = await rehearse({ keepRequests: 10, rateLimits: false });
		for (let n = 0; n < 25; n += 1) await request(rehearsal, 'GET', '/users/@me');
		await request(rehearsal, 'POST', '/interactions/1/a-secret-token/callback', { type: 5 });
		const requests = rehearsal.requests();
		expect(requests).toHaveLength(10);
		expect(requests.at(-1)).toMatchObject({ id: 26, code: 10062 });
		expect(JSON.stringify(requests)).not.toContain('a-secret-token');
		expect(JSON.stringify(requests)).not.toContain(rehearsal.token);
	});

	it('of a channel is bounded: the oldest messages go', async () => {
		const rehearsal = await rehearse({ keepMessages: 3 });
		const place = { channelId: rehearsal.guild.channels.general, memberId: rehearsal.guild.members.owner };
		for (const content of ['1', '2', '3', '4', '5']) await rehearsal.post({ ...place, content });
		expect(rehearsal.messages(place.channelId).map(({ content }) => content)).toEqual(['3', '4', '5']);
	});

	it('says which fields of a request Discord does not know', async () => {
		const rehearsal = await rehearse();
		const path = `/channels/${rehearsal.guild.channels.general}/messages`;
		const body = { content: 'a', embed: { title: 'of old' }, embeds: [{ title: 'a', colour: 1 }] };
		expect((await request(rehearsal, 'POST', path, body)).status).toBe(200);
		expect(rehearsal.requests().at(-1)?.ignored).toEqual(['embeds.0.colour', 'embed']);
	});
});
