import type { APIUser } from 'discord-api-types/v10';
import type { Channel, Guild } from '../state/model.ts';

/** Who acts, and where. */
export interface Actor {
	readonly user: APIUser;
	readonly channel: Channel;
	/** Null in direct messages. */
	readonly guild: Guild | null;
}
