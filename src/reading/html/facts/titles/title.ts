import type { ForestScorer } from '../../../../language/model/trees.ts';
import { mostLikely, type Option } from '../choice.ts';
import type { Ground } from '../ground.ts';
import { type TitleCandidate, titlesOf } from './candidates.ts';
import { titleRow } from './row.ts';

/** The texts of a page that could be its article's headline. */
export function titleOptions(ground: Ground): Option<TitleCandidate>[] {
	const titles = titlesOf(ground.head, ground.layout);
	return titles.candidates.map((value) => ({ value, row: titleRow(value, titles, ground) }));
}

/** The headline of a page's article, or null where nothing on the page could be one. */
export function titleOf(ground: Ground, forest: ForestScorer): string | null {
	return mostLikely(titleOptions(ground), forest, false)?.value.text ?? null;
}
