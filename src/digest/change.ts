import { UserError } from '../errors.ts';
import type { DigestSettings, DigestStore, NewDigestSettings, SettingsChange } from '../stores/digests.ts';
import { readDays } from './days.ts';
import { defaultSettings } from './defaults.ts';
import type { Delivery } from './delivery.ts';
import { type Due, firstDate } from './due.ts';
import { checkRole, noAnswer } from './role.ts';
import { readTime } from './time.ts';
import { readTopics } from './topics.ts';
import { guessZone, readZone } from './zones.ts';

/** What a manager gives, as it was typed; what is left out stays as it was. */
export interface SettingsInput {
	readonly channel?: string | undefined;
	readonly time?: string | undefined;
	readonly timezone?: string | undefined;
	readonly days?: string | undefined;
	readonly topics?: string | undefined;
	readonly length?: NewDigestSettings['length'] | undefined;
	readonly role?: string | undefined;
	readonly articles?: 'together' | 'apart' | undefined;
	readonly quiet?: NewDigestSettings['quiet'] | undefined;
	/** Removes the role that is pinged. */
	readonly unping?: boolean | undefined;
}

export interface Requester {
	readonly server: string;
	readonly member: string;
	/** BCP 47. */
	readonly locale: string;
}

export interface Changed {
	readonly settings: DigestSettings;
	readonly what: 'new' | 'changed' | 'nothing';
	/** Whether the zone was guessed from the member's language. */
	readonly guessed: boolean;
	/** Whether topics were given, so that the answer can say which of them no article has. */
	readonly topicsGiven: boolean;
}

/**
 * Sets a server's digest up, or changes only the settings that are given. A day that has had its digest gets no
 * second one, whatever is changed. A pause that a manager asked for stays; one that the bot started itself ends when a
 * channel is given.
 * @throws UserError for any wrong value, with what to do.
 */
export async function changeDigest(
	input: SettingsInput,
	requester: Requester,
	store: DigestStore,
	delivery: Delivery,
): Promise<Changed> {
	const { server, member } = requester;
	const before = await store.settings(server);
	const { changes, guessed } = readChanges(input, before, requester);
	const done = { guessed, topicsGiven: input.topics !== undefined };
	if (before !== null && Object.keys(changes).length === 0) {
		return { ...done, settings: before, what: 'nothing' };
	}
	const after = { ...unset, ...defaultSettings, ...before, ...changes };
	const { channel, time, zone } = after;
	if (channel === undefined || time === undefined || zone === undefined) throw new UserError(missing(input));
	if (before === null || input.channel !== undefined || input.articles !== undefined) {
		await checkChannel(server, channel, after.apart, delivery);
	}
	if (input.role !== undefined && !input.unping) await checkRole(server, input.role, member, delivery);
	const clock = { time, zone };
	const first = firstDate(clock, await store.now(), await lastDue(server, store));
	if (before === null) {
		await store.putSettings({ ...after, ...clock, server, channel, first, setBy: member });
	} else {
		const moved = ['time', 'zone', 'days'].some((name) => name in changes);
		await store.changeSettings(server, { ...changes, ...(moved && { first }), setBy: member });
		const byTheBot = before.paused !== null && before.paused !== 'asked';
		if (byTheBot && input.channel !== undefined) await store.resume(server, first);
	}
	const settings = await store.settings(server);
	if (settings === null) throw new UserError('The digest was stopped in the meantime: set it up again.');
	return { ...done, settings, what: before === null ? 'new' : 'changed' };
}

/** Settings without a default. */
const unset = { channel: undefined, time: undefined, zone: undefined };

function readChanges(
	{ channel, time, timezone, days, topics, length, role, articles, quiet, unping }: SettingsInput,
	before: DigestSettings | null,
	{ member, locale }: Requester,
): { readonly changes: SettingsChange; readonly guessed: boolean } {
	const zone = timezone === undefined ? null : readZone(timezone);
	const guessed = zone === null && before === null && time !== undefined ? guessZone(locale) : null;
	const changes: SettingsChange = {
		...(channel !== undefined && { channel }),
		...(time !== undefined && { time: readTime(time) }),
		...((zone ?? guessed) !== null && { zone: zone ?? guessed ?? '' }),
		...(days !== undefined && { days: readDays(days) }),
		...(topics !== undefined && readTopics(topics)),
		...(length !== undefined && { length }),
		...(role !== undefined && { role, roleSetBy: member }),
		...(articles !== undefined && { apart: articles === 'apart' }),
		...(quiet !== undefined && { quiet }),
		...(unping && { role: null, roleSetBy: null }),
	};
	return { changes, guessed: guessed !== null };
}

function missing({ channel, time }: SettingsInput): string {
	if (channel !== undefined && time !== undefined) {
		return 'In which time zone is that? Give timezone as well: a city such as Berlin or Bogota, or an offset such as UTC+3.';
	}
	const needed = [
		...(channel === undefined ? ['a channel'] : []),
		...(time === undefined ? ['a time such as 08:30'] : []),
	].join(' and ');
	return `No digest yet: to set one up with /digest set, give ${needed}.`;
}

/** The last date whose digest was posted, or tried. */
export async function lastDue(server: string, store: DigestStore): Promise<Due | null> {
	const last = await store.lastDaily(server);
	return last === null ? null : { date: last.date, at: last.dueAt };
}

/** @throws UserError that names what is missing. */
export async function checkChannel(
	server: string,
	channel: string,
	apart: boolean,
	delivery: Delivery,
): Promise<void> {
	const state = await delivery.channel(server, channel, apart);
	if (state.state !== 'known') {
		throw new UserError(
			state.state === 'unknown'
				? noAnswer
				: 'I do not see that channel: let me view it, or pick a text channel, an announcement channel or a forum.',
		);
	}
	if (state.missing.length === 0) return;
	const missing = state.missing.join(' and ');
	throw new UserError(
		`I may not post in #${state.name}: give me the permission ${missing} there, and try again.`,
	);
}
