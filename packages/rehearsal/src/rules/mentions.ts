import type { FieldProblem, Pings } from '../api.ts';
import { Permission } from '../constants.ts';
import type { Channel } from '../state/model.ts';
import { guildPermissions } from '../state/permissions.ts';
import type { World } from '../state/world.ts';
import { at, problem } from './problem.ts';

export interface AllowedMentions {
	readonly parse?: readonly (string | null)[] | null;
	readonly users?: readonly (string | null)[] | null;
	readonly roles?: readonly (string | null)[] | null;
	readonly replied_user?: boolean | null;
}

/** `parse` and a list of the same kind cannot be given together. */
export function checkAllowedMentions(
	allowed: AllowedMentions | null | undefined,
	path: string,
): FieldProblem[] {
	return (['users', 'roles'] as const).flatMap((kind) => {
		if (!allowed?.parse?.includes(kind) || !allowed[kind]?.length) return [];
		const said = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
		return [problem(at(path, 'allowed_mentions'), 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', said)];
	});
}

/**
 * The users and roles that a message notifies: those that its text names, as far as `allowed_mentions` and, for
 * roles and everyone, the author's permissions allow.
 * @param text the content, or all text displays together; embeds notify nobody
 */
export function pingsOf(
	world: World,
	channel: Channel,
	authorId: string,
	text: string,
	allowed: AllowedMentions | null | undefined,
	repliedTo: string | null,
): Pings {
	const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? ''))];
	const lets = (kind: 'users' | 'roles', id: string) =>
		!allowed || (allowed.parse?.includes(kind) ?? false) || (allowed[kind]?.includes(id) ?? false);
	const guild = channel.guild_id === undefined ? undefined : world.guilds.get(channel.guild_id);
	const mayAll =
		guild !== undefined && (guildPermissions(guild, authorId) & Permission.MentionEveryone) !== 0n;

	const users = ids(/<@!?(\d{1,20})>/gu).filter((id) => world.users.has(id) && lets('users', id));
	// Without `allowed_mentions` a reply notifies; with it, only where it says so.
	const repliedUser = allowed ? (allowed.replied_user ?? false) : true;
	if (repliedTo !== null && repliedUser && !users.includes(repliedTo)) users.push(repliedTo);
	const roles = ids(/<@&(\d{1,20})>/gu).filter((id) => {
		const role = guild?.roles.get(id);
		return role !== undefined && (mayAll || role.mentionable) && lets('roles', id);
	});
	const everyone =
		mayAll &&
		/@(?:everyone|here)\b/u.test(text) &&
		(!allowed || (allowed.parse?.includes('everyone') ?? false));
	return { everyone, users, roles };
}
