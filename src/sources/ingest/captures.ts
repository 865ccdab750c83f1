import type { ArticleRecord } from '../../stores/articles.ts';
import type { SourceState, SourceStore } from '../../stores/sources.ts';

/**
 * What is to be put of a page that was captured at `state.modified`: the articles of which no later capture is there,
 * under whatever address. @returns null where there is a later capture of this very address.
 */
export async function withoutLater(
	records: readonly ArticleRecord[],
	{ name, modified }: SourceState,
	sources: Pick<SourceStore, 'named' | 'holding'>,
): Promise<readonly ArticleRecord[] | null> {
	const isLater = (other: SourceState) => other.modified > modified;
	if ((await sources.named([name])).some(isLater)) return null;
	const kept: ArticleRecord[] = [];
	for (const record of records) {
		const holding = await sources.holding(record.line.id);
		if (!(await sources.named(holding.slice(0, mostAsked))).some(isLater)) kept.push(record);
	}
	return kept;
}

/** Addresses of one article that are looked at; it has two or three. */
const mostAsked = 1_000;
