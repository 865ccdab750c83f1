import type { LibraryOf } from '../library/library.ts';
import type { DigestSettings } from '../stores/digests.ts';
import type { Candidate } from './arrivals.ts';
import type { DigestItem, DigestItems } from './item.ts';
import { lengths, type Selection, select } from './selection.ts';
import { type ToldOnce, toldOnce } from './stories.ts';

/** What a digest shows, and what it leaves out. */
export interface Chosen {
	readonly selection: Selection;
	readonly told: ToldOnce;
	/** The best first, of each story one. */
	readonly items: readonly DigestItem[];
}

type Choose = (
	candidates: readonly Candidate[],
	settings: DigestSettings,
	shownBefore: ReadonlySet<string>,
	now: number,
) => Promise<Chosen>;

/**
 * Chooses for a server. Of servers that are due together most see the same, want the same and have covered the same, so
 * what was chosen for one serves them all, for as long as they get the same list of candidates.
 */
export function chooser(libraryOf: LibraryOf, items: DigestItems): Choose {
	const kept = new WeakMap<readonly Candidate[], Map<string, Promise<Chosen | null>>>();
	const choose: Choose = async (candidates, settings, shownBefore, now) => {
		const most = lengths[settings.length];
		const selection = await select(candidates, settings, shownBefore, now, most);
		const told = await toldOnce(libraryOf(settings.server), selection.best, most);
		const found = await items.all(settings.server, told.best.slice(0, most));
		return {
			selection,
			told,
			items: found.map((item) => ({ ...item, alsoIn: told.alsoIn.get(item.line.id) ?? [] })),
		};
	};
	return async (candidates, settings, shownBefore, now) => {
		const library = libraryOf(settings.server);
		const generation = library.generation();
		const { follow, leaveOut, length, covered } = settings;
		const key = JSON.stringify([generation, follow, leaveOut, length, covered?.number]);
		const alike = kept.get(candidates) ?? new Map<string, Promise<Chosen | null>>();
		kept.set(candidates, alike);
		let shared = alike.get(key);
		if (shared === undefined) {
			// Null where the server came to see something else meanwhile, which others may not.
			shared = choose(candidates, settings, new Set(), now).then((found) =>
				library.generation() === generation ? found : null,
			);
			alike.set(key, shared);
			// A failure is not kept.
			shared.catch(() => alike.delete(key));
		}
		const found = await shared;
		const isUncovered = (id: string) => found?.selection.uncovered.has(id) === true;
		if (found !== null && !shownBefore.values().some(isUncovered)) return found;
		return choose(candidates, settings, shownBefore, now);
	};
}
