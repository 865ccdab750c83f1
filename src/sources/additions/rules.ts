import { UserError } from '../../errors.ts';
import type { AddingRules, AdditionStore } from '../../stores/additions.ts';

/** Who wants to add something, and where. */
export interface Adder {
	/** Null outside of a server that has the bot. */
	readonly server: string | null;
	readonly member: string;
	readonly mayManageServer: boolean;
	readonly mayEmbedLinks: boolean;
	/** Ids. */
	readonly roles: readonly string[];
}

/** The operator's limits. */
export interface AddingLimits {
	/** Additions of a member in a day, where their server has not set another number. */
	readonly daily: number;
	/** Additions of all members of a server in a day. */
	readonly serverDaily: number;
	/** Those who may add articles outside of a server, by id; these are seen by all. */
	readonly owners: readonly string[];
}

/** What a server has that nobody has set. */
export const defaultRules: AddingRules = { who: 'embedders', role: null, daily: null };

/** @throws UserError where somebody may not add articles there. */
export function checkMayAdd(adder: Adder, rules: AddingRules, { owners }: AddingLimits): void {
	if (adder.server === null) {
		if (owners.includes(adder.member)) return;
		throw new UserError(
			'Articles are added in a server that has me: here only those may whom the one who runs me has named.',
		);
	}
	if (adder.mayManageServer) return;
	switch (rules.who) {
		case 'embedders':
			if (adder.mayEmbedLinks) return;
			throw new UserError('Only members who may embed links in this channel can add articles.');
		case 'role':
			if (rules.role !== null && adder.roles.includes(rules.role)) return;
			throw new UserError(
				'In this server only members with a certain role can add articles: /library access names it.',
			);
		case 'managers':
			throw new UserError('In this server only those who manage it can add articles.');
	}
}

/** Counts an addition. @throws UserError where the day's limit of the member or of the server is reached. */
export async function spend(
	store: AdditionStore,
	{ server, member }: Adder,
	rules: AddingRules,
	limits: AddingLimits,
): Promise<void> {
	const most = { member: rules.daily ?? limits.daily, server: limits.serverDaily };
	const spent = await store.spend(server, member, most);
	if (spent === 'member') {
		throw new UserError(
			`You have added or fetched ${most.member} articles today, which is the limit: go on tomorrow (UTC).`,
		);
	}
	if (spent === 'server') {
		throw new UserError(
			`${most.server} articles were added or fetched here today, which is the limit of a server: go on tomorrow (UTC).`,
		);
	}
}
