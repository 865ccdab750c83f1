import type { Client } from 'discord.js';
import type { Sender } from './servers/sender.ts';
import type { Views } from './views/views.ts';

/** What the bot needs to write to Discord of its own accord, however it is connected. */
export interface Connected {
	readonly sender: Sender;
	/** Lays cards out in the same way as its answers. */
	readonly views: Views;
	/** Those that are connected to the gateway now. */
	clients(): readonly Client<true>[];
}
