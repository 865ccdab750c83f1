import type { Card } from '../card.ts';
import type { LibraryOf } from '../library/library.ts';
import type { DigestSettings, DigestStore } from '../stores/digests.ts';
import { candidateReader } from './arrivals.ts';
import { articleThreadCard, digestCard } from './card.ts';
import { chooser } from './chosen.ts';
import type { LocalDate } from './due.ts';
import { digestItems } from './item.ts';
import type { Plan } from './plan.ts';
import { lengths, mostNamed, type Selection } from './selection.ts';
import type { ToldOnce } from './stories.ts';

/** A digest that is ready to be posted. */
export interface Composed {
	/** Null on a day without new articles where the server wants no message then. */
	readonly card: Card | null;
	/** The role that it pings: nobody is pinged for a digest without articles. */
	readonly role: string | null;
	readonly plan: Plan;
}

export interface DigestRequest {
	readonly date: LocalDate;
	readonly slot: string;
	readonly now: number;
	/** When it was due, where it is posted late. */
	readonly lateFor: number | null;
	readonly byHand: boolean;
	/** Whether the bot can give members the role, so that a button for it is of use. */
	readonly givesRole: boolean;
}

/** Composes from the current state of the library: it waits for nothing but the archive and the cache. */
export interface Composer {
	digest(settings: DigestSettings, request: DigestRequest): Promise<Composed>;
	/** The card for a thread or forum post about an article; null where it is gone. */
	article(server: string, id: string): Promise<Card | null>;
}

export function composer(libraryOf: LibraryOf, store: DigestStore): Composer {
	const read = digestItems(libraryOf);
	const choose = chooser(libraryOf, read);
	const cards = sharedCards();
	const candidates = candidateReader(store);
	const digest: Composer['digest'] = async (settings, request) => {
		const { all, latest } = await candidates(request.now, settings.server);
		const shownBefore = await store.shown(settings.server);
		const { selection, told, items } = await choose(all, settings, shownBefore, request.now);
		const most = lengths[settings.length];
		const role = items.length === 0 ? null : settings.role;
		const since = settings.covered?.at ?? null;
		const { card, shown } = cards({
			date: request.date,
			slot: request.slot,
			lateFor: request.lateFor,
			items,
			total: selection.total,
			filtered: selection.leftOut.get('left-out-topic')?.count ?? 0,
			since,
			role,
			givesRole: role !== null && request.givesRole,
		});
		const silent = items.length === 0 && settings.quiet === 'silent' && !request.byHand;
		return {
			card: silent ? null : card,
			role,
			plan: {
				since,
				covered: { number: Math.max(settings.covered?.number ?? 0, latest), at: request.now },
				...byReason(
					selection,
					told,
					most,
					shown.map(({ line }) => line.id),
				),
				late: request.lateFor !== null,
				byHand: request.byHand,
			},
		};
	};
	return {
		digest,
		async article(server, id) {
			const item = await read.one(server, id);
			return item === null ? null : articleThreadCard(item);
		},
	};
}

/** Article ids by the reason why they are in the digest or not. */
function byReason(
	{ total, leftOut }: Selection,
	{ best, alsoIn }: ToldOnce,
	most: number,
	shown: readonly string[],
) {
	const articles: Record<string, string[]> = {};
	const counts: Record<string, number> = {};
	const put = (why: string, ids: readonly string[], count: number) => {
		if (count === 0) return;
		articles[why] = ids.slice(0, mostNamed);
		if (count > articles[why].length) counts[why] = count;
	};
	const rest = best.slice(0, most).filter(({ id }) => !shown.includes(id));
	const behind = best.slice(most);
	const ids = (list: typeof best) => list.map(({ id }) => id);
	const same = [...alsoIn.values()].flatMap((lines) => lines.map(({ id }) => id));
	put('shown', shown, shown.length);
	put('same-story', same, same.length);
	put('message-full', ids(rest), rest.length);
	put('over-length', ids(behind), total - same.length - Math.min(most, best.length));
	for (const [why, { ids: named, count }] of leftOut) put(why, named, count);
	return { articles, counts };
}

/** How many cards are kept for servers that get the same one: many are due at once, and few of them differ. */
const mostCards = 64;

/** Cards of digests; servers whose digests are equal share one, which is then laid out only once. */
function sharedCards(): typeof digestCard {
	const kept = new Map<string, ReturnType<typeof digestCard>>();
	return (contents) => {
		const { items, ...rest } = contents;
		const key = JSON.stringify([
			rest,
			items.map(({ edition, line, alsoIn }) => [
				...[edition, line.shelf, line.id, line.revision],
				...alsoIn.map(({ id, revision }) => `${id} ${revision}`),
			]),
		]);
		const known = kept.get(key);
		if (known) return known;
		const made = digestCard(contents);
		if (kept.size >= mostCards) kept.clear();
		kept.set(key, made);
		return made;
	};
}
