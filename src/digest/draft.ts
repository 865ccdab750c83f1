import type { Card } from '../card.ts';
import type { DigestSettings, LedgerEntry } from '../stores/digests.ts';
import { postTitle } from './card.ts';
import type { Composer } from './compose.ts';
import type { Delivery } from './delivery.ts';
import { minuteMs, type Work } from './due-work.ts';
import { type Plan, writePlan } from './plan.ts';
import type { SlotReason } from './reasons.ts';
import { givesRole } from './role.ts';

/** A digest posted later than this says so, and is looked for first: a claim may have been lost in a power cut. */
export const lateAfter = 2 * minuteMs;

/** What is posted in a slot: a digest, or in "daily/2" the second article of one. */
export interface Draft {
	/** Null where nothing is posted, for the reason in `silentFor`. */
	readonly card: Card | null;
	/** The name of its thread or forum post. */
	readonly title: string;
	readonly silentFor: SlotReason;
	readonly role: string | null;
	/** Null for an article. */
	readonly plan: Plan | null;
	/** What the ledger keeps of it. */
	readonly written: string;
}

export async function draft(
	work: Work,
	entry: LedgerEntry,
	settings: DigestSettings | null,
	{
		composer,
		delivery,
		store,
	}: { composer: Composer; delivery: Delivery; store: { now(): Promise<number> } },
): Promise<Draft> {
	if (isArticlePost(entry)) {
		const article = entry.plan ?? '';
		const card = await composer.article(work.server, article);
		const title = card?.title ?? work.date;
		return { card, title, silentFor: 'article-gone', role: null, plan: null, written: article };
	}
	if (settings === null) throw new Error('A digest without settings cannot be composed.');
	const now = await store.now();
	const { card, role, plan } = await composer.digest(settings, {
		date: work.date,
		slot: work.slot,
		now,
		lateFor: now - work.dueAt > lateAfter ? work.dueAt : null,
		byHand: work.byHand,
		givesRole: await givesRole(settings, delivery),
	});
	return {
		card,
		title: postTitle(work.date),
		silentFor: 'no-news',
		role,
		plan,
		written: writePlan(plan),
	};
}

/** Whether a slot is one article of a digest. */
export function isArticlePost({ slot }: Pick<LedgerEntry, 'slot'>): boolean {
	return slot.includes('/');
}
