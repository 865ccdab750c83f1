import { threadTypes } from '../constants.ts';
import { refusal } from '../errors.ts';
import { compareIds } from '../state/ids.ts';
import { guildShape, memberShape } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import { memberGuild } from './access.ts';
import { type Call, ok, type Reply, type Route, route } from './call.ts';

function members({ world, param, query }: Call): Reply {
	const guild = memberGuild(world, param('guild_id'));
	// Only bots with the members' intent may have the list.
	if (!world.settings.privilegedIntents) throw refusal('missingAccess');
	const { limit = '1', after = '0' } = query;
	const all = [...guild.members.values()].filter(({ user }) => compareIds(user.id, after) > 0);
	all.sort((a, b) => compareIds(a.user.id, b.user.id));
	return ok(all.slice(0, Number(limit)).map(memberShape));
}

function search({ world, param, query }: Call): Reply {
	const guild = memberGuild(world, param('guild_id'));
	const start = (query.query ?? '').toLowerCase();
	const found = [...guild.members.values()].filter(({ user, nick }) =>
		[user.username, user.global_name, nick].some((name) => name?.toLowerCase().startsWith(start)),
	);
	return ok(found.slice(0, Number(query.limit ?? 1)).map(memberShape));
}

function member(world: World, guildId: string, userId: string): Reply {
	const found = memberGuild(world, guildId).members.get(userId);
	if (found === undefined) throw refusal('unknownMember');
	return ok(memberShape(found));
}

/** Direct messages with a member. Whether the member takes any shows only when one is sent. */
function direct({ world, body }: Call<{ readonly recipient_id?: string | null }>): Reply {
	const user = world.users.get(String(body.recipient_id ?? ''));
	if (user === undefined) throw refusal('unknownUser');
	if (user.bot) throw refusal('cannotMessageUser');
	return ok(world.directMessagesOf(user));
}

const base = '/guilds/{guild_id}';

/** Servers, their members and roles, users, and direct messages. */
export const guildRoutes: readonly Route[] = [
	route('GET', base, { query: { with_counts: 'boolean' } }, ({ world, param }) =>
		ok(guildShape(memberGuild(world, param('guild_id')))),
	),
	route('GET', `${base}/channels`, {}, ({ world, param }) => {
		const channels = [...memberGuild(world, param('guild_id')).channels.values()];
		return ok(channels.filter(({ type }) => !threadTypes.has(type)));
	}),
	route('GET', `${base}/roles`, {}, ({ world, param }) =>
		ok([...memberGuild(world, param('guild_id')).roles.values()]),
	),
	route('GET', `${base}/roles/{role_id}`, {}, ({ world, param }) => {
		const role = memberGuild(world, param('guild_id')).roles.get(param('role_id'));
		if (role === undefined) throw refusal('unknownRole');
		return ok(role);
	}),
	route('GET', `${base}/members`, { query: { limit: [1, 1000], after: 'snowflake' } }, members),
	route('GET', `${base}/members/search`, { query: { query: 'text', limit: [1, 1000] } }, search),
	route('GET', `${base}/members/{user_id}`, {}, ({ world, param }) =>
		member(world, param('guild_id'), param('user_id')),
	),
	route('GET', '/users/{user_id}', {}, ({ world, param }) => {
		const user = world.users.get(param('user_id'));
		if (user === undefined) throw refusal('unknownUser');
		return ok(user);
	}),
	route('POST', '/users/@me/channels', { schema: 'CreatePrivateChannelRequest' }, direct),
];
