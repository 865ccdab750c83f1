import type { ArticleLine, Library } from '../library/library.ts';
import type { Arrival } from '../stores/digests.ts';

/** Of new articles one for each story, the best first, and for each the others that tell the same. */
export interface ToldOnce {
	readonly best: readonly Arrival[];
	/** By the id of the one that is shown. */
	readonly alsoIn: ReadonlyMap<string, readonly ArticleLine[]>;
}

/** How many times as many articles as are shown are compared, at most. */
const compared = 4;

/** Shows each story once, by its best article. @param most how many are shown. */
export async function toldOnce(library: Library, best: readonly Arrival[], most: number): Promise<ToldOnce> {
	const looked = best.slice(0, compared * most).map(({ id }) => id);
	const stories = looked.length < 2 ? [] : await library.stories(looked);
	const alsoIn = new Map<string, readonly ArticleLine[]>();
	const others = new Set<string>();
	for (const [first, ...rest] of stories) {
		if (first === undefined) continue;
		const lines = await Promise.all(rest.map((id) => library.line(id)));
		alsoIn.set(
			first,
			lines.filter((line) => line !== null),
		);
		for (const id of rest) others.add(id);
	}
	return { best: best.filter(({ id }) => !others.has(id)), alsoIn };
}
