import type { APIMessage, Client } from 'discord.js';

/** A message as the gateway brings it. */
type Incoming = APIMessage & { readonly guild_id?: string };

/**
 * Lets a client make messages only of those that may be for the bot: a member's who mentions it or writes to it alone.
 * The gateway brings everything that is written in all of its servers, its own answers among it, and discord.js would
 * make an object of each, for nobody. The action that does so is not in its types.
 */
export function onlyAddressed(client: Client): void {
	const { actions } = client as unknown as {
		readonly actions: { readonly MessageCreate: { handle(data: Incoming): object } };
	};
	const { MessageCreate: action } = actions;
	const handle = action.handle.bind(action);
	action.handle = (data) => (mayBeAddressed(data, client.user?.id ?? '') ? handle(data) : {});
}

function mayBeAddressed({ author, content, guild_id: server }: Incoming, own: string): boolean {
	return author.bot !== true && (server === undefined || content.includes(own));
}
