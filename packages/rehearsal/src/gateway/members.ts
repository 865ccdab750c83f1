import { z } from 'zod';
import { memberShape } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import type { Session } from './session.ts';

const request = z.object({
	guild_id: z.string(),
	query: z.string().optional(),
	limit: z.int().min(0).max(1000).default(0),
	user_ids: z.union([z.string(), z.array(z.string()).max(100)]).optional(),
	nonce: z.string().max(32).optional(),
});

/** Answers "request guild members" with one chunk. Malformed requests get no answer, as at Discord. */
export function dispatchMembers(world: World, session: Session, data: unknown): void {
	const given = request.safeParse(data);
	const guild = given.success ? world.guilds.get(given.data.guild_id) : undefined;
	if (!given.success || guild === undefined) return;
	const { query, limit, user_ids, nonce } = given.data;
	const wanted = user_ids === undefined ? null : new Set([user_ids].flat());
	const starting = query?.toLowerCase() ?? '';
	const found = [...guild.members.values()].filter(({ user, nick }) =>
		wanted ? wanted.has(user.id) : (nick ?? user.username).toLowerCase().startsWith(starting),
	);
	const chunk = {
		guild_id: guild.id,
		members: found.slice(0, limit || 1000).map(memberShape),
		chunk_index: 0,
		chunk_count: 1,
		not_found: wanted ? [...wanted].filter((id) => !guild.members.has(id)) : [],
		...(nonce === undefined ? {} : { nonce }),
	};
	session.dispatch('GUILD_MEMBERS_CHUNK', JSON.stringify(chunk));
}
