import type { Client } from 'discord.js';
import type { Fleet } from './fleet.ts';

/**
 * A port of Discord's that uses, for each request, the client of the server that it is about: the first argument is its
 * id, or has it as `server`. What is about no server goes through any client.
 * @param openOn makes the port of one client.
 * @throws Error from each method where no shard is connected.
 */
export function routed<Port extends object>(
	fleet: Pick<Fleet, 'clientOf'>,
	openOn: (client: Client<true>) => Port,
): Port {
	const made = new WeakMap<Client, Port>();
	const portOf = (server: string): Port => {
		const client = fleet.clientOf(server);
		if (client === null) throw new Error('No shard of this process is connected.');
		const port = made.get(client) ?? openOn(client);
		made.set(client, port);
		return port;
	};
	return new Proxy({} as Port, {
		get:
			(_, name) =>
			(first: unknown, ...rest: unknown[]): unknown => {
				const server =
					typeof first === 'object' && first !== null && 'server' in first ? first.server : first;
				const port = portOf(String(server));
				const method: unknown = Reflect.get(port, name);
				if (typeof method !== 'function') throw new TypeError(`${String(name)} is no method.`);
				return Reflect.apply(method, port, [first, ...rest]);
			},
	});
}
