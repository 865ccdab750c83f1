import type { ForestScorer } from '../../../language/model/trees.ts';
import type { PageContext } from './context.ts';
import { rowsOf } from './rows.ts';
import { secondRowsOf } from './second.ts';

/** The trained forests: a look at each block, and another that knows what the first made of the whole page. */
export interface BlockModel {
	readonly first: ForestScorer;
	readonly second: ForestScorer;
}

/** How likely each block of a page is text of its article, 0 to 1. */
export function judge(context: PageContext, { first, second }: BlockModel): Float64Array {
	const rows = rowsOf(context);
	const before = chances(rows, first);
	return chances(secondRowsOf(context, rows, before), second);
}

export function chances(rows: readonly Float64Array[], forest: ForestScorer): Float64Array {
	return Float64Array.from(rows, (row) => 1 / (1 + Math.exp(-forest.score(row))));
}
