import type { DigestSettings, LedgerEntry, Settled } from '../stores/digests.ts';
import { type Address, isTrouble, type Trouble } from './delivery.ts';
import { type Draft, draft, isArticlePost, lateAfter } from './draft.ts';
import type { Work } from './due-work.ts';
import { minuteMs, windowMs } from './due-work.ts';
import { markOf, nonceOf } from './key.ts';
import { type Plan, readPlan } from './plan.ts';
import type { PostingContext, PostResult } from './posting-context.ts';
import type { SlotReason } from './reasons.ts';
import { settleTrouble } from './trouble.ts';

/** Longer than a post may take, so that a lease never ends while its post is still being sent. */
export const leaseMs = 3 * minuteMs;

const elsewhere: PostResult = { state: 'elsewhere', message: null, trouble: null };

/**
 * Posts a slot once: claims it, looks where possible whether it is in the channel already, writes down
 * what it is going to post, posts, and writes down the message. Wherever a process is killed in here, another
 * one continues from what is written down.
 */
export async function postSlot(work: Work, context: PostingContext): Promise<PostResult> {
	const { store, holder, delivery } = context;
	const { channel, dueAt } = work;
	const entry = await store.claim(work, { holder, leaseMs, channel, dueAt });
	if (entry === null) return elsewhere;
	const settle = async (settled: Settled, trouble: Trouble | null = null): Promise<PostResult> => {
		const mine = await store.settle(work, holder, settled);
		return mine ? { state: settled.state, message: settled.message ?? null, trouble } : elsewhere;
	};
	const failed = (trouble: Trouble, settings: DigestSettings | null) =>
		settleTrouble(trouble, entry, settings, context, settle);

	const started = await store.now();
	const settings = work.settings ?? (await store.settings(work.server));
	const finish = async (message: string, plan: Plan | null, made?: Draft): Promise<PostResult> => {
		if (isArticlePost(entry)) {
			const title = made?.title ?? (await draft(work, entry, settings, context)).title;
			const opened = await delivery.openThread(addressOf(entry), message, title);
			if (isTrouble(opened)) return failed(opened, settings);
			// A thread has the id of the message it begins with. Noted before the slot is settled, so it is never left out.
			await context.threads.put(message, made?.written ?? entry.plan ?? '');
		}
		return settle(posted(message, plan, entry, settings));
	};
	if (entry.attempts > 1 || started - work.dueAt > lateAfter) {
		const found = await delivery.find(addressOf(entry), entry.dueAt - lateAfter);
		if (isTrouble(found)) return failed(found, settings);
		if (found.message !== null) return finish(found.message, readPlan(entry.plan));
	}
	if (settings === null || (settings.paused !== null && !work.byHand)) {
		return settle({ state: 'missed', reason: 'stopped' });
	}
	if (started - work.dueAt > windowMs) {
		return settle({ state: 'missed', reason: entry.attempts > 1 ? 'gave-up' : 'too-late' });
	}

	const made = await draft(work, entry, settings, context);
	if (made.card === null) return settle({ state: 'silent', reason: made.silentFor, ...outcomeOf(made.plan) });
	const lease = { holder, leaseMs, channel: settings.channel };
	if (!(await store.plan(work, made.written, lease))) return elsewhere;
	const { card, title, role } = made;
	const delivered = await delivery.post({
		...addressOf(entry),
		channel: settings.channel,
		card,
		title,
		role,
	});
	if (isTrouble(delivered)) return failed(delivered, settings);
	return finish(delivered.message, made.plan, made);
}

function posted(
	message: string,
	plan: Plan | null,
	entry: LedgerEntry,
	settings: DigestSettings | null,
): Settled {
	const reason: SlotReason = plan?.byHand ? 'by-hand' : plan?.late ? 'late' : 'posted';
	const follow = settings?.apart ? (plan?.articles.shown ?? []).map(articlePostOf(entry, settings)) : [];
	return { state: 'posted', message, reason, ...outcomeOf(plan), follow };
}

/** The articles of a digest are entries of their own, written down together with the digest's message. */
function articlePostOf({ slot }: LedgerEntry, { channel }: DigestSettings) {
	return (article: string, index: number) => ({ slot: `${slot}/${index + 1}`, channel, plan: article });
}

function outcomeOf(plan: Plan | null): Pick<Settled, 'covered' | 'shown'> {
	return plan === null ? {} : { covered: plan.covered, shown: plan.articles.shown ?? [] };
}

/** Where a slot's message is, or is to be posted. */
function addressOf(entry: LedgerEntry): Address {
	return {
		server: entry.server,
		channel: entry.channel,
		nonce: nonceOf(entry),
		mark: markOf(entry),
	};
}
