import type { ArticleRecord } from './articles.ts';

/** What is searched: a full-text index for each. */
export const searchKinds = [
	'headline',
	'speaker',
	'topic',
	'utterance',
	'former',
	'pair',
	'text',
	'comment',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A text to be searched, of the row with this number: folded words with spaces between. */
export interface IndexedText {
	readonly kind: SearchKind;
	readonly number: number;
	readonly text: string;
}

/** What stands before the token of a pair in the index of utterances, which has words as well. */
export const pairMark = '0';

/**
 * Words of utterances against which slips are corrected: shorter ones are never corrected, longer ones are no
 * words.
 */
export const isKnown = (word: string): boolean => /^\p{L}{4,30}$/u.test(word);

/** A speaker of an article. */
export interface Spoken {
	readonly key: string;
	readonly name: string;
	readonly role: string | null;
	/** How many utterances are theirs. */
	readonly quotes: number;
}

/** Each speaker of an article once, with the first office given and the number of utterances. */
export function speakersOf({ utterances }: Pick<ArticleRecord, 'utterances'>): Spoken[] {
	const spoken = new Map<string, Spoken>();
	for (const { speaker: name, speakerKey: key, role } of utterances) {
		if (name === null || key === null) continue;
		const known = spoken.get(key);
		spoken.set(key, { key, name, role: known?.role ?? role, quotes: (known?.quotes ?? 0) + 1 });
	}
	return [...spoken.values()];
}
