import { UserError } from '../errors.ts';
import type { ArticleLine, LibraryOf } from '../library/library.ts';
import { sharedShelf } from '../shelves.ts';
import type { DigestSettings, DigestStore, LedgerEntry } from '../stores/digests.ts';
import type { Composer } from './compose.ts';
import { addDays, dueAt, isDigestDay, localDate } from './due.ts';
import { windowMs } from './due-work.ts';
import { countOf, type Plan, readPlan } from './plan.ts';
import type { ArticleReason, SlotReason } from './reasons.ts';

/** How many articles are named under each reason. */
const named = 8;
/** How many of those that were added later are counted. */
const mostLater = 1_000;

/**
 * The date that a member means: "2031-05-03", "today", "yesterday"; today where nothing is given.
 * @throws UserError for anything else, and for a day to come.
 */
export function readDate(typed: string | undefined, zone: string, now: number): string {
	const today = localDate(now, zone);
	const text = (typed ?? 'today').trim().toLowerCase();
	if (text === 'today') return today;
	if (text === 'yesterday') return addDays(today, -1);
	const valid = /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);
	if (!valid)
		throw new UserError(
			`${text.slice(0, 20) || 'That'} is not a date that I know: write it like ${today}, or yesterday.`,
		);
	if (text > today) throw new UserError(`${text} is still to come: today is ${today}.`);
	return text;
}

/** The outcome of one digest of a day. */
export interface DigestRecord {
	readonly entry: LedgerEntry;
	readonly articles: readonly ArticleGroup[];
}

/** Articles with one reason. */
export interface ArticleGroup {
	readonly reason: ArticleReason;
	readonly count: number;
	/** The first of them; null for one that is gone from the library. */
	readonly lines: readonly (ArticleLine | null)[];
}

export interface DayRecord {
	readonly digests: readonly DigestRecord[];
	/** Why there is no daily digest, where there is none, and when it is or was due. */
	readonly none: { readonly reason: SlotReason; readonly at: number | null } | null;
	/** What it would hold if it were made now, where it is still to come. */
	readonly soFar: readonly ArticleGroup[] | null;
}

interface Parts {
	readonly store: DigestStore;
	readonly composer: Composer;
	readonly libraryOf: LibraryOf;
}

/** Why a day's digest was posted or was not, and why each article was in it or was not. */
export async function dayRecord(settings: DigestSettings, date: string, parts: Parts): Promise<DayRecord> {
	const { store, composer } = parts;
	const entries = (await store.entries(settings.server, date)).filter(({ slot }) => !slot.includes('/'));
	const now = await store.now();
	const none = entries.some(({ slot }) => slot === 'daily') ? null : withoutEntry(settings, date, now);
	const digests: DigestRecord[] = [];
	for (const entry of entries) {
		const plan = readPlan(entry.plan);
		digests.push({ entry, articles: plan === null ? [] : await groups(settings.server, plan, parts) });
	}
	if (none?.reason !== 'not-yet') return { digests, none, soFar: null };
	const request = { date, slot: 'daily', now, lateFor: null, byHand: false, givesRole: false };
	const { plan } = await composer.digest(settings, request);
	return { digests, none, soFar: await groups(settings.server, plan, parts) };
}

/** Why the ledger has nothing for a date. */
function withoutEntry(settings: DigestSettings, date: string, now: number): NonNullable<DayRecord['none']> {
	const at = dueAt(date, settings);
	if (at === null) return { reason: 'no-such-day', at };
	const { paused, pausedAt, first } = settings;
	if (paused !== null && at >= (pausedAt ?? 0)) {
		return { reason: paused === 'asked' ? 'paused' : (paused as SlotReason), at };
	}
	if (date < first) return { reason: 'not-set-up', at: null };
	if (!isDigestDay(date, settings)) return { reason: 'not-a-day', at: null };
	if (at > now) return { reason: 'not-yet', at };
	return { reason: now - at > windowMs ? 'not-recorded' : 'posting-now', at };
}

/** Articles by reason; those that were added since are named, too. */
async function groups(server: string, plan: Plan, { store, libraryOf }: Parts): Promise<ArticleGroup[]> {
	const library = libraryOf(server);
	// The range that a digest covers was read a moment before its articles were.
	const since = { addedAfter: plan.covered.at - 60_000, limit: mostLater };
	const arrivals = [
		...(await store.arrivals({ shelf: sharedShelf, ...since })),
		...(await store.arrivals({ shelf: server, ...since })),
	];
	const later = arrivals.filter(({ number }) => number > plan.covered.number).map(({ id }) => id);
	const byReason = Object.entries({
		...plan.articles,
		...(later.length === 0 ? {} : { 'came-later': later }),
	});
	const found: ArticleGroup[] = [];
	for (const [reason, ids] of byReason) {
		const lines: (ArticleLine | null)[] = [];
		for (const id of ids.slice(0, named)) lines.push(await library.line(id));
		found.push({ reason: reason as ArticleReason, count: countOf(plan, reason) || ids.length, lines });
	}
	return found;
}
