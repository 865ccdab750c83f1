import { familyOf, sortKeysIntoPeople } from '../../language/speakers.ts';
import type { ArticleView, KnownSpeaker } from '../../stores/articles.ts';

/** For the key of a speaker, all names of the same person, its own among them; none where there is one name only. */
export type SamePerson = (key: string) => readonly KnownSpeaker[];

/** Within one article nothing is joined here: that was done when it was read. */
export const nobodyElse: SamePerson = () => [];

/** The keys of speakers with those of all their other names, each once. */
export const withTheirOtherNames = (keys: readonly string[], same: SamePerson): string[] => [
	...new Set(keys.flatMap((key) => [key, ...same(key).map((other) => other.key)])),
];

/**
 * Which names in the articles that are seen belong to one person: of those with one first name and surname each
 * joins the only fuller one that it does not contradict.
 */
export async function samePerson(archive: ArticleView, keys: readonly string[]): Promise<SamePerson> {
	const families = new Set<string>();
	for (const key of keys) if (key.includes('/') && !key.includes('@')) families.add(familyOf(key));
	// Most names have nobody to be joined with.
	const known = families.size === 0 ? [] : await archive.speakersOfFamilies([...families], 'left out');
	if (known.length === 0) return nobodyElse;
	const people = new Map<string, KnownSpeaker[]>();
	for (const members of Map.groupBy(known, ({ key }) => familyOf(key)).values()) {
		if (members.length === 1) continue;
		const numbers = sortKeysIntoPeople(members.map(({ key }) => key));
		for (const same of Map.groupBy(members, (_, index) => numbers[index]).values()) {
			for (const { key } of same) people.set(key, same);
		}
	}
	return (key) => people.get(key) ?? [];
}

/**
 * Speakers with their other names joined, most quoted first: the fullest name, and an office where some article
 * has one.
 */
export function joinedSpeakers(speakers: readonly KnownSpeaker[], same: SamePerson): KnownSpeaker[] {
	if (same === nobodyElse) return speakers.toSorted(mostQuotedFirst);
	const people = new Map<string, KnownSpeaker>();
	for (const speaker of speakers) {
		const all = same(speaker.key);
		const [first] = all;
		if (!first) people.set(speaker.key, speaker);
		else if (!people.has(first.key))
			people.set(first.key, {
				key: speaker.key,
				speaker: fullest(all),
				role: speaker.role ?? all.find(({ role }) => role !== null)?.role ?? null,
				quotes: all.reduce((sum, { quotes }) => sum + quotes, 0),
			});
	}
	return [...people.values()].sort(mostQuotedFirst);
}

const mostQuotedFirst = (a: KnownSpeaker, b: KnownSpeaker) => b.quotes - a.quotes;

const fullest = (names: readonly KnownSpeaker[]): string =>
	names.reduce((longest, { speaker }) => (speaker.length > longest.length ? speaker : longest), '');
