import { Events, Routes } from 'discord.js';
import { expect, it } from 'vitest';
import { rehearse } from '../../packages/rehearsal/tests/bot.ts';
import { createClient } from '../../src/discord/client.ts';
import { quietLog } from '../quiet-log.ts';

async function connected() {
	const rehearsal = await rehearse();
	let refused = 0;
	const client = createClient(
		{ apiUrl: rehearsal.apiUrl, shards: null },
		{
			token: rehearsal.token,
			log: quietLog,
			isConnected: () => true,
			onRefused: () => refused++,
			pauses: [0, 0],
		},
	);
	const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(rehearsal.token);
	await ready;
	const fault = (times: number) =>
		rehearsal.fault({ kind: 'requests', route: '/users/@me', times, effect: { status: 401 } });
	return { client, fault, refused: () => refused };
}

it('a request that Discord answers with 401 once is sent again, and nothing is forgotten', async () => {
	const { client, fault, refused } = await connected();
	fault(2);
	expect(await client.rest.get(Routes.user())).toMatchObject({ bot: true });
	expect(refused()).toBe(0);
	await client.destroy();
});

it('a token that Discord keeps refusing is reported, and later requests still carry it', async () => {
	const { client, fault, refused } = await connected();
	fault(3);
	await expect(client.rest.get(Routes.user())).rejects.toMatchObject({ status: 401 });
	expect(refused()).toBe(1);
	await new Promise((resolve) => setImmediate(resolve));
	expect(await client.rest.get(Routes.user())).toMatchObject({ bot: true });
	await client.destroy();
});
