import {
	type APIApplication,
	type Client,
	DiscordAPIError,
	Events,
	type Interaction,
	Routes,
} from 'discord.js';
import { UserError } from '../../errors.ts';
import { noteChannel } from '../channel-kinds.ts';
import { wrongToken } from '../register.ts';
import { holdRequest, type Reply } from './request.ts';
import { type Endpoint, type EndpointOptions, openEndpoint } from './server.ts';
import { publicKey } from './signature.ts';

/**
 * Opens the endpoint for interactions of a client's application. What comes is emitted by the client as if it had come
 * over the gateway.
 * @throws UserError where the port is not free, or Discord does not accept the token; else what the request throws.
 */
export async function openInteractions(
	client: Client,
	options: Omit<EndpointOptions, 'key' | 'receive'>,
): Promise<Endpoint & { readonly application: string }> {
	const { id, verify_key: key } = (await client.rest
		.get(Routes.currentApplication())
		.catch((err: unknown) => {
			throw err instanceof DiscordAPIError && err.status === 401 ? new UserError(wrongToken) : err;
		})) as APIApplication;
	const endpoint = await openEndpoint({
		...options,
		key: publicKey(key),
		receive: (interaction, reply) => emit(client, interaction, reply),
	});
	options.log.info({ port: endpoint.port }, 'answering interactions over HTTP');
	return { ...endpoint, application: id };
}

/**
 * discord.js makes its interactions only from what its gateway brings; the action that does so is not in its types. It
 * emits the interaction before it returns, unless it does not know its kind.
 */
function emit(client: Client, interaction: object, reply: Reply): void {
	noteChannel(client, interaction);
	const { actions } = client as unknown as {
		readonly actions: { readonly InteractionCreate: { handle(data: object): void } };
	};
	let isKnown = false;
	const hold = (made: Interaction) => {
		isKnown = true;
		holdRequest(made, reply);
	};
	client.prependListener(Events.InteractionCreate, hold);
	try {
		actions.InteractionCreate.handle(interaction);
	} finally {
		client.off(Events.InteractionCreate, hold);
	}
	if (!isKnown) reply(null);
}
