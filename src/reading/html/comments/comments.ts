import type { Thing } from '../facts/structured.ts';
import type { Parent } from '../tree.ts';
import { discourseItems, itemsInThings } from './data.ts';
import { type Item, itemsOf, signedIn } from './items.ts';
import { systems } from './systems.ts';

/** What readers wrote on a page. */
export interface Discussion {
	/** The system that the page is of, for people; null where there are none. */
	readonly system: string | null;
	/** Whether the first item is what the others answer, and the page has no other text. */
	readonly isForum: boolean;
	readonly items: readonly Item[];
}

/** A system of which little is known is believed where so many items have an author and a text. */
const leastOfAny = 2;

/** The comments or posts of a page, in its order, by the system that explains most of them. Never throws. */
export function discussionOf(page: Parent, things: readonly Thing[]): Discussion {
	const signed = signedIn(page);
	const preloaded = discourseItems(signed);
	if (preloaded.length > 0) return { system: 'Discourse', isForum: true, items: preloaded };
	let best: Discussion = { system: null, isForum: false, items: [] };
	let most = 0;
	for (const [at, system] of systems.entries()) {
		const items = itemsOf(signed, system);
		const whole = items.filter(({ author, paragraphs }) => author !== null && paragraphs.length > 0).length;
		const isGeneric = at >= systems.length - 2;
		if (isGeneric && whole < leastOfAny) continue;
		// What is known of a system counts for more than what fits any.
		const score = isGeneric ? whole * 0.6 : whole;
		if (score > most) {
			most = score;
			best = { system: system.name, isForum: system.isForum, items };
		}
	}
	const told = itemsInThings(things);
	return told.length > best.items.length ? { system: 'JSON-LD', isForum: false, items: told } : best;
}
