import { UserError } from '../errors.ts';
import type { DigestStore } from '../stores/digests.ts';
import { type Delivery, isTrouble } from './delivery.ts';
import { botsFault, giversFault, noAnswer, whyNoRole } from './role.ts';

export interface Toggled {
	readonly done: 'given' | 'taken';
	readonly role: string;
}

/**
 * Gives a member the role that a server's digest pings, or takes it away. What was checked when the role was
 * chosen is checked again, since roles and members change; leaving is always possible.
 * @throws UserError that says why it cannot be given.
 */
export async function togglePings(
	server: string,
	member: string,
	store: DigestStore,
	delivery: Delivery,
): Promise<Toggled> {
	const settings = await store.settings(server);
	const role = settings?.role ?? null;
	if (settings === null || role === null) {
		throw new UserError(
			'The digest of this server pings nobody: those who manage the server can choose a role with /digest set.',
		);
	}
	const state = await delivery.role(server, role);
	if (state.state === 'unknown') throw new UserError(noAnswer);
	const refused =
		whyNoRole(state) ?? botsFault(state) ?? (await giversTrouble(server, settings.roleSetBy, role, delivery));
	const done = await delivery.toggleRole(server, member, role, { give: refused === null });
	if (isTrouble(done)) {
		throw new UserError(
			'Discord did not let me change your roles: please try again, or ask those who manage this server.',
		);
	}
	if (done.done === 'not-given') throw new UserError(`I cannot give you that role: ${refused ?? ''}`);
	return { done: done.done, role };
}

async function giversTrouble(
	server: string,
	setBy: string | null,
	role: string,
	delivery: Delivery,
): Promise<string | null> {
	const again = 'those who manage the server can choose it again with /digest set.';
	if (setBy === null) return `it is not known who chose it; ${again}`;
	const giver = await delivery.giver(server, setBy, role);
	if (isTrouble(giver)) return 'Discord did not answer; please try again in a minute.';
	return giversFault(giver) === null ? null : `the one who chose it can no longer give it; ${again}`;
}
