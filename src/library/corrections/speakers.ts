import { words } from '../../language/fold.ts';
import type { ArticleView, KnownSpeaker } from '../../stores/articles.ts';
import type { Change, CorrectionEffects } from './effects.ts';

/** A speaker whom corrections give more or fewer quotations. */
interface Moved {
	readonly key: string;
	readonly speaker: string;
	readonly role: string | null;
	/** How many more; fewer where it is below 0. */
	readonly quotes: number;
}

/** All changes, or those of one article. */
export function changesOf({ articles }: CorrectionEffects, article?: string): readonly Change[] {
	if (article !== undefined) return articles.get(article)?.changes ?? [];
	return [...articles.values()].flatMap(({ changes }) => changes);
}

export function moved(changes: readonly Change[]): readonly Moved[] {
	const all = new Map<string, { key: string; speaker: string; role: string | null; quotes: number }>();
	const count = (one: Change['after'], by: 1 | -1) => {
		if (one === null || one.speakerKey === null || one.speaker === null) return;
		const { speakerKey: key, speaker, role } = one;
		const known = all.get(key) ?? { key, speaker, role, quotes: 0 };
		all.set(key, { ...known, role: known.role ?? role, quotes: known.quotes + by });
	};
	for (const { before, after } of changes) {
		count(before, -1);
		count(after, 1);
	}
	return [...all.values()].filter(({ quotes }) => quotes !== 0);
}

/** How many quotations a speaker has as they were read. */
export async function readCount(view: ArticleView, key: string): Promise<number> {
	const { counts } = await view.utterances({ speakers: [key], limit: 1 });
	return counts.get(key) ?? 0;
}

/**
 * Speakers with the counts that the server sees, most quoted first.
 * @param isMeant whether one that is not among them, since only a correction names them or brings them so far up,
 *   belongs there.
 * @param countOf how many quotations such a one has as they were read.
 */
export async function correctSpeakers(
	speakers: readonly KnownSpeaker[],
	changes: readonly Change[],
	isMeant: (one: Moved) => boolean,
	countOf: (key: string) => Promise<number>,
): Promise<KnownSpeaker[]> {
	const by = new Map(moved(changes).map((one) => [one.key, one]));
	const known = speakers.map((one) => ({ ...one, quotes: one.quotes + (by.get(one.key)?.quotes ?? 0) }));
	for (const { key } of speakers) by.delete(key);
	const others = await Promise.all(
		[...by.values()]
			.filter((one) => one.quotes > 0 && isMeant(one))
			.map(async (one) => ({ ...one, quotes: one.quotes + (await countOf(one.key)) })),
	);
	return [...known, ...others].filter(({ quotes }) => quotes > 0).sort((a, b) => b.quotes - a.quotes);
}

/** Whether a name has folded words: all of them, the last one perhaps only begun, or any of them whole. */
export function hasWords(name: string, sought: readonly string[], match: 'all' | 'any'): boolean {
	const own = words(name);
	if (match === 'any') return sought.some((word) => own.includes(word));
	return sought.every((word, index) =>
		index === sought.length - 1 ? own.some((one) => one.startsWith(word)) : own.includes(word),
	);
}
