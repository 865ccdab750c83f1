import { foldedKey } from '../../language/fold.ts';
import type { ArticleRecord } from '../../stores/articles.ts';
import type { Filters } from '../../stores/feeds.ts';

export type FilterKind = keyof Filters;

/** Why a server's filters leave an article out: it has a term that is to be left out, or none of those to take. */
export interface LeftOut {
	readonly by: FilterKind;
	/** The term that it has; null where it has none of those wanted. */
	readonly term: string | null;
}

const kinds: readonly FilterKind[] = ['topics', 'words', 'speakers'];

/** @returns null where a server takes the article in. */
export function leftOutBy(filters: Filters, record: ArticleRecord): LeftOut | null {
	for (const kind of kinds) {
		const { take, leave } = filters[kind];
		if (take.length + leave.length === 0) continue;
		const has = matcher(kind, record);
		const term = leave.find(has);
		if (term !== undefined) return { by: kind, term };
		if (take.length > 0 && !take.some(has)) return { by: kind, term: null };
	}
	return null;
}

function matcher(
	kind: FilterKind,
	{ article, topics, utterances }: ArticleRecord,
): (term: string) => boolean {
	switch (kind) {
		case 'topics': {
			const keys = new Set(topics.map(({ key }) => key));
			return (term) => keys.has(foldedKey(term));
		}
		case 'speakers': {
			const names = [...new Set(utterances.flatMap(({ speaker }) => speaker ?? []))].map(spaced);
			return (term) => names.some((name) => name.includes(spaced(term)));
		}
		case 'words': {
			const { headline, deck, paragraphs } = article;
			const text = [headline, deck ?? '', ...paragraphs].map(spaced).join('');
			return (term) => text.includes(spaced(term));
		}
	}
}

/** Folded words with a blank on each side, so that whole words are found. */
function spaced(text: string): string {
	return ` ${foldedKey(text)} `;
}
