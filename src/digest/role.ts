import { UserError } from '../errors.ts';
import type { DigestSettings } from '../stores/digests.ts';
import { type Delivery, type GiverState, isTrouble, type RoleState } from './delivery.ts';

/** Where Discord does not say what a channel or role is. */
export const noAnswer = 'Discord did not answer: please try again in a minute.';

/** Whether the button under a digest can give members the role that it pings. */
export async function givesRole(
	{ server, role }: Pick<DigestSettings, 'server' | 'role'>,
	delivery: Delivery,
): Promise<boolean> {
	const state = role === null ? null : await delivery.role(server, role);
	return state?.state === 'known' && state.mayGive === true && state.moderates.length === 0;
}

/**
 * Checks a role that a member wants pinged. The bot gives it to everybody who presses the button, so it may give
 * no power over others, and must be one that this member could give.
 * @throws UserError that says why the role is refused.
 */
export async function checkRole(
	server: string,
	role: string,
	member: string,
	delivery: Delivery,
): Promise<void> {
	const state = await delivery.role(server, role);
	const why = whyNoRole(state);
	if (why !== null) throw new UserError(why);
	if (state.state === 'known' && !state.mayPing) {
		throw new UserError(
			`I may not mention the role ${state.name}: allow anyone to mention it in its settings, or give me the permission Mention @everyone, @here and All Roles.`,
		);
	}
	const giver = await delivery.giver(server, member, role);
	if (isTrouble(giver)) {
		throw new UserError('Discord did not say whether you may give that role: please try again in a minute.');
	}
	const own = giversFault(giver);
	if (own !== null) {
		throw new UserError(
			`You cannot choose that role: anybody could take it with the button under the digest, and ${own}.`,
		);
	}
}

/** Why the bot gives nobody this role, whoever chose it; null where it may. */
export function whyNoRole(state: RoleState): string | null {
	switch (state.state) {
		case 'everyone':
			return 'The digest does not ping @everyone: pick a role that members can opt in to.';
		case 'managed':
			return 'That role belongs to a bot or an integration: no member can opt in to it, so pick another one.';
		case 'gone':
			return 'I do not see that role: pick one of this server.';
		case 'unknown':
			return noAnswer;
		case 'known':
			return state.moderates.length === 0
				? null
				: `The role ${state.name} has power over others (${state.moderates.slice(0, 3).join(', ')}): anybody could take it with the button under the digest, so pick a role without such permissions.`;
	}
}

/** Why a member cannot give a role, or null. */
export function giversFault({ may }: Exclude<GiverState, { trouble: unknown }>): string | null {
	const faults = {
		yes: null,
		gone: 'you are not in this server',
		'no-permission': 'you could not give it yourself: you have no permission Manage Roles',
		'role-too-high': 'you could not give it yourself: it is not below your own highest role',
	} as const;
	return faults[may];
}

/** Why the bot cannot give a role, or null. */
export function botsFault(state: RoleState): string | null {
	if (state.state !== 'known' || state.mayGive === true) return null;
	return state.mayGive === 'no-permission'
		? 'I need the permission Manage Roles first, which those who manage the server can give me.'
		: 'my own role must stand above it in the list of roles first, which those who manage the server can change.';
}

/** Why the button under the digest cannot give a role, or null. */
export async function roleHint(server: string, role: string, delivery: Delivery): Promise<string | null> {
	const state = await delivery.role(server, role);
	if (state.state === 'unknown') return null;
	if (state.state !== 'known') return 'The role is gone, so nobody is pinged: set another one.';
	if (state.moderates.length > 0) {
		return `The role ${state.name} has power over others (${state.moderates.slice(0, 3).join(', ')}), so no button gives it: set another one.`;
	}
	if (state.mayGive === true) return null;
	return state.mayGive === 'no-permission'
		? 'Members get a button to opt in once I have the permission Manage Roles.'
		: `Members get a button to opt in once my own role stands above ${state.name} in the list of roles.`;
}
