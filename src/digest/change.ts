import { UserError } from '../errors.ts';
import type { DigestSettings, NewDigestSettings } from '../library/digests.ts';
import { everyDay, readDays } from './days.ts';
import type { Delivery } from './delivery.ts';
import type { Digests } from './digests.ts';
import { type Due, firstDate } from './due.ts';
import { readTime } from './time.ts';
import { readTopics } from './topics.ts';
import { guessZone, readZone } from './zones.ts';

/** What a manager gives, as it was typed; what is left out stays as it was. */
export interface Wanted {
	readonly channel: string;
	readonly time: string;
	readonly timezone?: string | undefined;
	readonly days?: string | undefined;
	readonly topics?: string | undefined;
	readonly length?: NewDigestSettings['length'] | undefined;
	readonly role?: string | undefined;
	readonly articles?: 'together' | 'apart' | undefined;
	readonly quiet?: NewDigestSettings['quiet'] | undefined;
	/** Takes the role away that is pinged. */
	readonly unping?: boolean | undefined;
}

export interface Who {
	readonly server: string;
	readonly member: string;
	/** BCP 47. */
	readonly locale: string;
}

export interface WasSet {
	readonly settings: DigestSettings;
	/** Whether the zone was guessed from the member's language. */
	readonly guessed: boolean;
}

/**
 * Sets a server's digest. A day that has had its digest gets no second one, whatever is changed.
 * @throws UserError for whatever is not right, with what to do.
 */
export async function setDigest(
	wanted: Wanted,
	{ server, member, locale }: Who,
	digests: Digests,
): Promise<WasSet> {
	const { store, now } = digests;
	const before = await store.settings(server);
	const time = readTime(wanted.time);
	const { zone, guessed } = zoneOf(wanted.timezone, before, locale);
	const days = wanted.days === undefined ? (before?.days ?? everyDay) : readDays(wanted.days);
	const topics = wanted.topics === undefined ? before : readTopics(wanted.topics);
	const apart = wanted.articles === undefined ? (before?.apart ?? false) : wanted.articles === 'apart';
	const role = wanted.unping ? null : (wanted.role ?? before?.role ?? null);
	checkChannel(server, wanted.channel, apart, digests.delivery());
	if (role !== null) checkRole(server, role, wanted.role !== undefined, digests.delivery());
	const moment = now();
	await store.putSettings({
		server,
		channel: wanted.channel,
		time,
		zone,
		days,
		follow: topics?.follow ?? [],
		leaveOut: topics?.leaveOut ?? [],
		length: wanted.length ?? before?.length ?? 'normal',
		role,
		apart,
		quiet: wanted.quiet ?? before?.quiet ?? 'line',
		first: firstDate({ time, zone }, moment, await lastDue(server, digests)),
		setBy: member,
		setAt: moment,
	});
	return { settings: await digests.settings(server), guessed };
}

/** The last date that has had its digest, or was to have it. */
export async function lastDue(server: string, { store }: Digests): Promise<Due | null> {
	const last = await store.lastDaily(server);
	return last === null ? null : { date: last.date, at: last.dueAt };
}

function zoneOf(
	typed: string | undefined,
	before: DigestSettings | null,
	locale: string,
): { readonly zone: string; readonly guessed: boolean } {
	if (typed !== undefined) return { zone: readZone(typed), guessed: false };
	if (before !== null) return { zone: before.zone, guessed: false };
	const zone = guessZone(locale);
	if (zone === null) {
		throw new UserError(
			'In which time zone is that? Give timezone as well, by a city like Europe/Berlin or America/Bogota.',
		);
	}
	return { zone, guessed: true };
}

/** @throws UserError that names what is missing. */
export function checkChannel(server: string, channel: string, apart: boolean, delivery: Delivery): void {
	const state = delivery.channel(server, channel, apart);
	if (state.state === 'gone') {
		throw new UserError(
			'I do not see that channel: let me view it, or pick a text channel, announcements or a forum.',
		);
	}
	if (state.missing.length === 0) return;
	const missing = state.missing.map((name) => `“${name}”`).join(' and ');
	throw new UserError(
		`I may not post in #${state.name}: give me the permission ${missing} there, and try again.`,
	);
}

/** @throws UserError that says why the role cannot be pinged. */
function checkRole(server: string, role: string, isNew: boolean, delivery: Delivery): void {
	const state = delivery.role(server, role);
	switch (state.state) {
		case 'everyone':
			throw new UserError(
				'The digest pings nobody who did not ask for it: pick a role that members can opt in to, not @everyone.',
			);
		case 'managed':
			throw new UserError(
				'That role belongs to a bot or an integration, so no member can opt in to it: pick another one.',
			);
		case 'gone':
			if (isNew) throw new UserError('I do not see that role: pick one of this server.');
			return;
		case 'known':
			if (!state.mayPing) {
				throw new UserError(
					`I may not mention the role “${state.name}”: allow anyone to mention it in its settings, or give me the permission “Mention @everyone, @here and All Roles”.`,
				);
			}
	}
}

/** Why the button under the digest cannot give a role, or null. */
export function roleHint(server: string, role: string, delivery: Delivery): string | null {
	const state = delivery.role(server, role);
	if (state.state !== 'known') return 'The role is gone, so nobody is pinged: set another one.';
	if (state.mayGive === true) return null;
	return state.mayGive === 'no-permission'
		? `Members can opt in with the button under the digest once I have the permission “Manage Roles”.`
		: `Members can opt in with the button under the digest once my own role stands above “${state.name}” in the list of roles.`;
}
