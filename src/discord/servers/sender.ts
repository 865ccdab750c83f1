import { type APIUser, type Client, type Guild, type REST, Routes } from 'discord.js';

/** How what is not an answer reaches Discord: over one client, over one for each shard, or without a gateway. */
export interface Sender {
	/** Sends requests; over the client that has the server, where one of this process has. */
	rest(server?: string): REST;
	/** A server as the gateway keeps it up to date; undefined where no client of this process has it. */
	guild(server: string): Guild | undefined;
	/** The bot's id. */
	me(): Promise<string>;
}

/** Over one client, which need not be connected to the gateway. */
export function senderOver(client: Client): Sender {
	return senderOf(() => client);
}

/** @param clientOf the client that has a server, or any other that can send requests. */
export function senderOf(clientOf: (server: string | undefined) => Client): Sender {
	let asked: Promise<string> | null = null;
	const ask = async () => ((await clientOf(undefined).rest.get(Routes.user())) as APIUser).id;
	return {
		rest: (server) => clientOf(server).rest,
		guild: (server) => clientOf(server).guilds.cache.get(server),
		async me() {
			const known = clientOf(undefined).user?.id;
			if (known !== undefined) return known;
			asked ??= ask().catch((error: unknown) => {
				asked = null;
				throw error;
			});
			return asked;
		},
	};
}
