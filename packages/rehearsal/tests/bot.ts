import { Client, type ClientOptions, Events, GatewayIntentBits, type RESTOptions } from 'discord.js';
import { afterEach } from 'vitest';
import type { Rehearsal, RehearsalOptions } from '../src/api.ts';
import { startRehearsal } from '../src/start.ts';

type Given = Partial<Omit<ClientOptions, 'rest'>> & { rest?: Partial<RESTOptions> };

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const close of open.splice(0).reverse()) await close();
});

/** A rehearsal that ends with the test. */
export async function rehearse(options: RehearsalOptions = {}): Promise<Rehearsal> {
	const rehearsal = await startRehearsal({ port: 0, ...options });
	open.push(() => rehearsal.close());
	return rehearsal;
}

/** The real client, connected; it ends with the test. */
export async function connect(rehearsal: Rehearsal, options: Given = {}): Promise<Client<true>> {
	const { rest, ...given } = options;
	const client = new Client({
		intents: [GatewayIntentBits.Guilds],
		// The client would wait five seconds between two identifies, as Discord asks of it.
		ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
		...given,
		rest: { api: rehearsal.apiUrl, ...rest },
	});
	open.push(() => client.destroy());
	const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(rehearsal.token);
	await ready;
	return client as Client<true>;
}

/** One request as the bot, without a client between. */
export async function request(
	rehearsal: Rehearsal,
	method: string,
	path: string,
	body?: unknown,
): Promise<{ status: number; headers: Headers; json: unknown }> {
	const response = await fetch(`${rehearsal.apiUrl}/v10${path}`, {
		method,
		headers: { authorization: `Bot ${rehearsal.token}`, 'content-type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) };
}
