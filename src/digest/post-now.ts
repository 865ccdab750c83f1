import { randomBytes } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { DigestSettings, DigestStore } from '../stores/digests.ts';
import { checkChannel } from './change.ts';
import type { Composer } from './compose.ts';
import type { Delivery, TroubleKind } from './delivery.ts';
import { isDigestDay, localDate } from './due.ts';
import type { Work } from './due-work.ts';
import type { PostResult } from './posting-context.ts';
import { givesRole } from './role.ts';

const troubles: Readonly<Record<TroubleKind, string>> = {
	unreachable: 'Discord did not take it: I am trying again, and /digest why shows how it goes.',
	refused: 'Discord refused the message: that is a fault of the bot, and its log says why.',
	'no-permission':
		'I am not allowed to post in that channel, so the digest is paused: give me the permission, then use /digest resume.',
	'channel-gone': 'The channel is gone, so the digest is paused: choose another one with /digest set.',
	'server-gone': 'I am no longer in that server.',
	'message-gone': 'The message was deleted at once.',
};

/** The digest as it would be posted now; posts nothing. */
export async function previewDigest(
	settings: DigestSettings,
	{ composer, store, delivery }: { composer: Composer; store: DigestStore; delivery: Delivery },
) {
	const now = await store.now();
	return composer.digest(settings, {
		date: localDate(now, settings.zone),
		slot: 'daily',
		now,
		lateFor: null,
		byHand: true,
		givesRole: await givesRole(settings, delivery),
	});
}

/** Names the slot of one more digest: two questions give two slots, and a button pressed twice posts once. */
export function extraSlot(): string {
	return `extra-${randomBytes(4).toString('hex')}`;
}

export const extraPattern = /^extra-[0-9a-f]{8}$/u;

/** Whether a server's digest of the day is still to come, so that one that is posted now can replace it. */
export async function isTodayOpen(settings: DigestSettings, store: DigestStore): Promise<boolean> {
	const date = localDate(await store.now(), settings.zone);
	if (settings.paused !== null || !isDigestDay(date, settings)) return false;
	return (await store.entries(settings.server, date)).every(({ slot }) => slot !== 'daily');
}

/**
 * Posts a server's digest now, in the slot "daily" as the day's, or in one that `extraSlot` named.
 * @returns the message and its channel: the existing one where the slot was posted before.
 * @throws UserError where it could not be posted.
 */
export async function postDigestNow(
	settings: DigestSettings,
	slot: string,
	{ store, delivery }: { store: DigestStore; delivery: Delivery },
	post: (work: Work) => Promise<PostResult>,
): Promise<{ readonly message: string; readonly channel: string }> {
	const { server, channel, apart, zone } = settings;
	if (slot !== 'daily' && !extraPattern.test(slot)) throw new UserError('That button is not one of mine.');
	await checkChannel(server, channel, apart, delivery);
	const now = await store.now();
	const date = localDate(now, zone);
	const result = await post({ server, date, slot, dueAt: now, settings, channel, byHand: true });
	if (result.message !== null) return { message: result.message, channel };
	if (result.trouble !== null) throw new UserError(troubles[result.trouble.trouble]);
	if (result.state !== 'elsewhere') {
		throw new UserError('There was nothing to post: /digest why shows why.');
	}
	const entry = (await store.entries(server, date)).find((one) => one.slot === slot);
	if (entry?.message && slot !== 'daily') return { message: entry.message, channel: entry.channel };
	throw new UserError(
		entry?.state === 'claimed' || entry?.state === 'waiting'
			? 'It is being posted already: /digest why shows how it goes.'
			: 'Today’s digest has come already: post an extra one instead.',
	);
}
