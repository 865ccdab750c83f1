import lines from '../../../../data/models/lines.json' with { type: 'json' };
import { createForest, type Forest, type ForestScorer } from '../../../language/model/trees.ts';

/** The trained forests: two looks at each line, and the choice of the headline between them. */
export interface LineModel {
	/** How much a line reads like a paragraph of the article. */
	readonly first: ForestScorer;
	readonly headline: ForestScorer;
	/** The same again, knowing what the first look made of the whole page. */
	readonly second: ForestScorer;
}

let prepared: LineModel | null = null;

/** The trained forests, prepared once, at first use. */
export function lineModel(): LineModel {
	prepared ??= modelOf(lines as unknown as Record<keyof LineModel, Forest>);
	return prepared;
}

export function modelOf(forests: Readonly<Record<keyof LineModel, Forest>>): LineModel {
	return {
		first: createForest(forests.first),
		headline: createForest(forests.headline),
		second: createForest(forests.second),
	};
}
