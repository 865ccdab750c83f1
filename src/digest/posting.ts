import type { Card } from '../card.ts';
import type { DigestSettings, DigestStore, LedgerEntry, Settled } from '../library/digests.ts';
import type { Log } from '../logger.ts';
import type { Composer } from './compose.ts';
import { type Address, type Delivery, isTrouble, type Trouble } from './delivery.ts';
import { markOf, nonceOf } from './key.ts';
import { noticeCard } from './notice.ts';
import { type Plan, readPlan, writePlan } from './plan.ts';
import type { SlotReason } from './reasons.ts';
import { minuteMs, type Work, windowMs } from './slots.ts';

/** Longer than a post may take, so that a lease never ends under a post that is still under way. */
export const leaseMs = 3 * minuteMs;
/** What is posted later than this after it was due is looked for first: a claim may have been lost with the power. */
const lateAfter = 2 * minuteMs;
/** Minutes between attempts; the last one is used again. */
const pauses = [1, 2, 4, 8, 15, 30, 60];

/** What posting works with. */
export interface Desk {
	readonly store: DigestStore;
	readonly composer: Composer;
	readonly delivery: Delivery;
	readonly log: Log;
	readonly now: () => number;
	/** Tells this process from every other one. */
	readonly holder: string;
}

/** What became of it; "elsewhere" where another process has it, or has had it. */
export type Ended = 'posted' | 'silent' | 'waiting' | 'missed' | 'refused' | 'elsewhere';

export interface Ending {
	readonly ended: Ended;
	readonly message: string | null;
	readonly trouble: Trouble | null;
}

const elsewhere: Ending = { ended: 'elsewhere', message: null, trouble: null };

/**
 * Posts a slot once: claims it, looks whether it stands in the channel already where that can be, writes down
 * what it is going to post, posts, and writes down the message. Whatever process dies wherever in here, another
 * one goes on from what is written.
 */
export async function postSlot(work: Work, desk: Desk): Promise<Ending> {
	const { store, now, holder } = desk;
	const started = now();
	const claim = {
		holder,
		now: started,
		leaseUntil: started + leaseMs,
		channel: work.channel,
		dueAt: work.dueAt,
	};
	const entry = await store.claim(work, claim);
	if (entry === null) return elsewhere;
	const settle = async (settled: Omit<Settled, 'at'>, trouble: Trouble | null = null): Promise<Ending> => {
		const mine = await store.settle(work, holder, { ...settled, at: now() });
		if (!mine) return elsewhere;
		return { ended: settled.state, message: settled.message ?? null, trouble };
	};
	const failed = (trouble: Trouble, settings: DigestSettings | null) =>
		settleTrouble(trouble, entry, settings, desk, settle);

	const settings = work.settings ?? (await store.settings(work.server));
	const finish = async (message: string, plan: Plan | null, title?: string): Promise<Ending> => {
		if (isPart(entry)) {
			const name = title ?? (await make(work, entry, settings, desk)).card?.title ?? work.date;
			const opened = await desk.delivery.openThread(addressOf(entry), message, name);
			if (isTrouble(opened)) return failed(opened, settings);
		}
		return settle(posted(message, plan, entry, settings));
	};
	if (entry.attempts > 1 || started - work.dueAt > lateAfter) {
		const found = await desk.delivery.find(addressOf(entry), entry.dueAt - lateAfter);
		if (isTrouble(found)) return failed(found, settings);
		if (found.message !== null) return finish(found.message, readPlan(entry.plan));
	}
	if (settings === null || (settings.paused !== null && !work.byHand)) {
		return settle({ state: 'missed', reason: 'stopped' });
	}
	if (started - work.dueAt > windowMs) {
		return settle({ state: 'missed', reason: entry.attempts > 1 ? 'gave-up' : 'too-late' });
	}

	const made = await make(work, entry, settings, desk);
	if (made.card === null) return settle({ state: 'silent', reason: made.why, ...outcomeOf(made.plan) });
	const lease = { holder, leaseUntil: now() + leaseMs, channel: settings.channel };
	if (!(await store.plan(work, made.written, lease))) return elsewhere;
	const delivered = await desk.delivery.post({
		...addressOf(entry),
		channel: settings.channel,
		card: made.card,
		role: made.role,
	});
	if (isTrouble(delivered)) return failed(delivered, settings);
	return finish(delivered.message, made.plan, made.card.title);
}

/** What is posted in a slot: a digest, or in "daily/2" the second article of one. */
interface Made {
	readonly card: Card | null;
	readonly why: SlotReason;
	readonly role: string | null;
	/** Null for an article. */
	readonly plan: Plan | null;
	readonly written: string;
}

async function make(
	work: Work,
	entry: LedgerEntry,
	settings: DigestSettings | null,
	desk: Desk,
): Promise<Made> {
	const now = desk.now();
	if (isPart(entry)) {
		const article = entry.plan ?? '';
		const card = await desk.composer.article(article);
		return { card, why: 'article-gone', role: null, plan: null, written: article };
	}
	if (settings === null) throw new Error('A digest without settings cannot be composed.');
	const { card, plan } = await desk.composer.digest(settings, {
		date: work.date,
		slot: work.slot,
		now,
		lateFor: now - work.dueAt > lateAfter ? work.dueAt : null,
		byHand: work.byHand,
	});
	return { card, why: 'no-news', role: settings.role, plan, written: writePlan(plan) };
}

/** Whether an entry is one article of a digest. */
export function isPart({ slot }: Pick<LedgerEntry, 'slot'>): boolean {
	return slot.includes('/');
}

function posted(
	message: string,
	plan: Plan | null,
	entry: LedgerEntry,
	settings: DigestSettings | null,
): Omit<Settled, 'at'> {
	const reason: SlotReason = plan?.byHand ? 'by-hand' : plan?.late ? 'late' : 'posted';
	const follow = settings?.apart ? (plan?.articles.shown ?? []).map(partOf(entry, settings)) : [];
	return { state: 'posted', message, reason, ...outcomeOf(plan), follow };
}

/** The articles of a digest are entries of their own, written down together with the digest's message. */
function partOf({ slot }: LedgerEntry, { channel }: DigestSettings) {
	return (article: string, index: number) => ({ slot: `${slot}/${index + 1}`, channel, plan: article });
}

function outcomeOf(plan: Plan | null): Pick<Settled, 'covered' | 'shown'> {
	return plan === null ? {} : { covered: plan.covered, shown: plan.articles.shown ?? [] };
}

/** Where a slot's message stands, or is to stand. */
function addressOf(entry: LedgerEntry): Address {
	return {
		server: entry.server,
		channel: entry.channel,
		nonce: nonceOf(entry),
		mark: markOf(entry),
	};
}

async function settleTrouble(
	trouble: Trouble,
	entry: LedgerEntry,
	settings: DigestSettings | null,
	{ store, delivery, log, now }: Desk,
	settle: (settled: Omit<Settled, 'at'>, trouble: Trouble) => Promise<Ending>,
): Promise<Ending> {
	const { server, date, slot, attempts } = entry;
	const fields = { server, date, slot, attempts, ...trouble };
	const pause = (pauses[Math.min(attempts, pauses.length) - 1] ?? 60) * minuteMs;
	if (trouble.trouble === 'unreachable') {
		if (now() + pause > entry.dueAt + windowMs) {
			log.warn(fields, 'a digest is given up: Discord did not take it in time');
			return settle({ state: 'missed', reason: 'gave-up' }, trouble);
		}
		log.warn({ ...fields, againInSeconds: pause / 1000 }, 'a digest could not be posted and is tried again');
		return settle({ state: 'waiting', reason: 'trying-again', retryAt: now() + pause }, trouble);
	}
	if (trouble.trouble === 'refused') {
		log.error(fields, 'Discord refused a digest');
		return settle({ state: 'refused', reason: 'refused' }, trouble);
	}
	const ending = await settle({ state: 'missed', reason: trouble.trouble }, trouble);
	log.warn(fields, 'a digest is paused');
	if (settings && (await store.pause(server, trouble.trouble, now()))) {
		const told = await delivery.notify(server, settings.setBy, noticeCard(trouble.trouble, settings));
		if (isTrouble(told)) log.warn({ server, ...told }, 'nobody could be told that a digest is paused');
	}
	return ending;
}
