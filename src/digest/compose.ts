import type { Card } from '../card.ts';
import type { Arrival, Covered, DigestSettings, DigestStore } from '../library/digests.ts';
import type { Library } from '../library/library.ts';
import { articleThreadCard, digestCard } from './card.ts';
import type { LocalDate } from './due.ts';
import { entryReader } from './entry.ts';
import type { Plan } from './plan.ts';
import { lengths, select } from './selection.ts';

/** A digest that is ready to be posted. */
export interface Composed {
	/** Null on a day without news where the server wants nothing then. */
	readonly card: Card | null;
	readonly plan: Plan;
}

export interface Occasion {
	readonly date: LocalDate;
	readonly slot: string;
	readonly now: number;
	/** When it was due, where it is posted late. */
	readonly lateFor: number | null;
	readonly byHand: boolean;
}

/** How many arrivals a digest looks at, and how long it may take them from memory. */
const looksAt = 500;
const arrivalsAreFreshFor = 2_000;

/** Composes from the library as it stands: it waits for nothing but the archive and the cache. */
export interface Composer {
	digest(settings: DigestSettings, occasion: Occasion): Promise<Composed>;
	/** The card for a thread or forum post about an article; null where it is gone. */
	article(id: string): Promise<Card | null>;
}

export function composer(library: Library, store: DigestStore): Composer {
	const read = entryReader(library);
	const cards = sharedCards();
	let latest: { at: number; arrivals: Promise<readonly Arrival[]> } | null = null;
	const arrivals = (now: number) => {
		if (latest === null || Math.abs(now - latest.at) > arrivalsAreFreshFor) {
			latest = { at: now, arrivals: store.arrivals(looksAt) };
		}
		return latest.arrivals;
	};
	const digest: Composer['digest'] = async (settings, occasion) => {
		const all = await arrivals(occasion.now);
		const recent = newOnes(all, settings.covered);
		const shownBefore = await store.shown(
			settings.server,
			recent.map(({ line }) => line.id),
		);
		const { ranked, leftOut } = select(recent, settings, shownBefore, occasion.now);
		const most = lengths[settings.length];
		const entries = await read.all(ranked.slice(0, most));
		const contents = {
			date: occasion.date,
			slot: occasion.slot,
			lateFor: occasion.lateFor,
			entries,
			others: ranked.length - Math.min(ranked.length, most),
			filtered: [...leftOut.values()].filter((why) => why === 'left-out-topic').length,
			since: settings.covered?.at ?? null,
			role: settings.role,
		};
		const { card, shown } = cards(contents);
		const articles: Record<string, string[]> = {};
		const note = (why: string, id: string) => {
			articles[why] ??= [];
			// Enough to tell why, and bounded where a whole archive was taken in.
			if (articles[why].length < 60) articles[why].push(id);
		};
		const shownIds = new Set(shown.map(({ line }) => line.id));
		for (const { line } of ranked) note(shownIds.has(line.id) ? 'shown' : 'no-room', line.id);
		for (const [id, why] of leftOut) note(why, id);
		const silent = entries.length === 0 && settings.quiet === 'silent' && !occasion.byHand;
		return {
			card: silent ? null : card,
			plan: {
				since: settings.covered?.at ?? null,
				covered: coveredBy(all, settings.covered, occasion.now),
				articles,
				late: occasion.lateFor !== null,
				byHand: occasion.byHand,
			},
		};
	};
	return {
		digest,
		async article(id) {
			const entry = await read.one(id);
			return entry === null ? null : articleThreadCard(entry);
		},
	};
}

/** As many cards are kept for servers that get the same one: many are due at once, and few of them differ. */
const mostCards = 64;

/** Cards of digests; servers whose digests are alike get the same one, which is then laid out once for all. */
function sharedCards(): typeof digestCard {
	const kept = new Map<string, ReturnType<typeof digestCard>>();
	return (contents) => {
		const { entries, ...rest } = contents;
		const key = JSON.stringify([rest, entries.map(({ line }) => [line.id, line.revision])]);
		const known = kept.get(key);
		if (known) return known;
		const made = digestCard(contents);
		if (kept.size >= mostCards) kept.clear();
		kept.set(key, made);
		return made;
	};
}

function newOnes(all: readonly Arrival[], covered: Covered | null): readonly Arrival[] {
	if (covered === null) return all;
	return all.filter(({ number, added }) => number > covered.number || added > covered.at);
}

function coveredBy(all: readonly Arrival[], before: Covered | null, now: number): Covered {
	return { number: Math.max(before?.number ?? 0, all[0]?.number ?? 0), at: now };
}
