import type { DigestSettings, LedgerEntry, Settled } from '../stores/digests.ts';
import { isTrouble, type Trouble } from './delivery.ts';
import { minuteMs, windowMs } from './due-work.ts';
import { noticeCard } from './notice.ts';
import type { PostingContext, PostResult } from './posting-context.ts';

/** Minutes between attempts; the last one repeats. */
const pauses = [1, 2, 4, 8, 15, 30, 60];

/**
 * Settles a post that Discord did not accept. What may pass is tried again; where the channel, the permission or the
 * server is gone, the server's digest is paused and those who manage it are told once.
 */
export async function settleTrouble(
	trouble: Trouble,
	entry: LedgerEntry,
	settings: DigestSettings | null,
	{ store, delivery, log }: PostingContext,
	settle: (settled: Settled, trouble: Trouble) => Promise<PostResult>,
): Promise<PostResult> {
	const { server, date, slot, attempts } = entry;
	const kind = trouble.trouble;
	const fields = { server, date, slot, attempts, ...trouble };
	if (kind === 'unreachable') {
		const pause = (pauses[Math.min(attempts, pauses.length) - 1] ?? 60) * minuteMs;
		if ((await store.now()) + pause > entry.dueAt + windowMs) {
			log.warn(fields, 'a digest is given up: Discord did not take it in time');
			return settle({ state: 'missed', reason: 'gave-up' }, trouble);
		}
		log.warn({ ...fields, againInSeconds: pause / 1000 }, 'a digest could not be posted and is tried again');
		return settle({ state: 'waiting', reason: 'trying-again', retryIn: pause }, trouble);
	}
	if (kind === 'refused') {
		log.error(fields, 'Discord refused a digest');
		return settle({ state: 'refused', reason: 'refused' }, trouble);
	}
	const result = await settle({ state: 'missed', reason: kind }, trouble);
	// Somebody deleted one message, which says nothing of the next.
	if (kind === 'message-gone') {
		log.info(fields, 'a message was deleted before its thread could be opened');
		return result;
	}
	log.warn(fields, 'a digest is paused');
	if (settings && (await store.pause(server, kind))) {
		const sent = await delivery.notify(server, settings.setBy, noticeCard(kind, settings));
		if (isTrouble(sent)) log.warn({ server, ...sent }, 'nobody could be told that a digest is paused');
	}
	return result;
}
