import { Intent } from '../constants.ts';
import { guildCreate } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import type { Session } from './session.ts';
import { isOnShard } from './shard.ts';

/** READY, and then every guild of the shard as a GUILD_CREATE. */
export function dispatchReady(world: World, session: Session): void {
	const guilds = [...world.guilds.values()].filter(
		({ id }) => world.isBotIn(id) && isOnShard(id, session.shard),
	);
	const ready = {
		v: 10,
		user: { ...world.bot, verified: true, mfa_enabled: true, email: null },
		guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
		session_id: session.id,
		session_type: 'normal',
		resume_gateway_url: `${world.url.replace('http', 'ws')}/gateway`,
		shard: session.shard,
		application: { id: world.application.id, flags: 0 },
		private_channels: [],
		presences: [],
		relationships: [],
		_trace: ['rehearsal'],
	};
	session.dispatch('READY', JSON.stringify(ready));
	if (!(session.intents & Intent.Guilds)) return;
	const allMembers = (session.intents & Intent.GuildMembers) !== 0;
	for (const guild of guilds) {
		session.dispatch('GUILD_CREATE', JSON.stringify(guildCreate(world, guild, allMembers)));
	}
}
