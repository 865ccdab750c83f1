import { Temporal } from 'temporal-polyfill';
import { UserError } from '../errors.ts';
import type { DigestSettings } from '../library/digests.ts';
import type { Composed } from './compose.ts';
import type { TroubleKind } from './delivery.ts';
import type { Digests } from './digests.ts';
import { localDate } from './due.ts';
import type { Ending } from './posting.ts';
import { checkChannel } from './set.ts';

const troubles: Readonly<Record<TroubleKind, string>> = {
	unreachable: 'Discord did not take it. I am trying again; /digest why tells how it goes.',
	refused: 'Discord refused the message. That is my fault; whoever runs me finds why in the log.',
	'no-permission':
		'I am not allowed to post in that channel, so the digest is paused. Give me the permission, then /digest resume.',
	'channel-gone': 'The channel is gone, so the digest is paused. Pick another one with /digest set.',
	'server-gone': 'I am not in that server any more.',
};

/** The digest as it would be posted now; posts nothing. */
export function previewDigest(settings: DigestSettings, { composer, now }: Digests): Promise<Composed> {
	const moment = now();
	const date = localDate(moment, settings.zone);
	return composer.digest(settings, { date, slot: 'daily', now: moment, lateFor: null, byHand: true });
}

/**
 * Posts a server's digest now: as the day's, where that has not been begun, or as an extra one.
 * @returns the message, and whether it counts as the day's.
 * @throws UserError where it could not be posted.
 */
export async function postDigestNow(
	settings: DigestSettings,
	as: 'today' | 'extra' | undefined,
	digests: Digests,
): Promise<{ readonly message: string; readonly extra: boolean }> {
	const { store, now } = digests;
	checkChannel(settings.server, settings.channel, settings.apart, digests.delivery());
	const date = localDate(now(), settings.zone);
	const taken = (await store.entries(settings.server, date)).some(({ slot }) => slot === 'daily');
	if (taken && as === 'today') {
		throw new UserError(
			'Today’s digest has been posted or settled already; /digest why tells how. Use as:extra for one more.',
		);
	}
	const extra = as === 'extra' || taken;
	const clock = Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(settings.zone).toPlainTime();
	const slot = extra ? `extra-${clock.toString({ smallestUnit: 'minute' }).replace(':', '')}` : 'daily';
	const ending = await digests.postNow(settings, { date, slot });
	return { message: messageOf(ending), extra };
}

function messageOf({ ended, message, trouble }: Ending): string {
	if (message !== null) return message;
	if (trouble !== null) throw new UserError(troubles[trouble.trouble]);
	throw new UserError(
		ended === 'elsewhere'
			? 'It is being posted at this very minute. /digest why tells how it goes.'
			: 'There was nothing to post. /digest why tells why.',
	);
}
