import type { Follow } from './follows.ts';

/** A follow as both databases give it. */
export interface FollowRow extends Omit<Follow, 'server'> {
	readonly server: string;
}

export const followColumns =
	'id, member, server, kind, subject, key, pace, target, covered, next_at AS "nextAt", ended';

/** A null server is an empty one in the table, where it is part of a key. */
export const followOf = ({ server, ...row }: FollowRow): Follow => ({
	...row,
	server: server === '' ? null : server,
});
