import { Client, type ClientOptions, Events, GatewayIntentBits, type RESTOptions } from 'discord.js';
import { afterEach } from 'vitest';
import type { Rehearsal, RehearsalOptions } from '../../src/rehearsal/api.ts';
import { startRehearsal } from '../../src/rehearsal/rehearsal.ts';

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
		...given,
		rest: { api: rehearsal.apiUrl, ...rest },
	});
	open.push(() => client.destroy());
	const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(rehearsal.token);
	await ready;
	return client as Client<true>;
}
