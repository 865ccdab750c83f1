import lines from '../../../../data/models/lines.json' with { type: 'json' };
import { createForest, type Forest, type ForestScorer } from '../../../language/model/trees.ts';
import type { WordWeights } from './word-scores.ts';

/** The trained forests: two looks at each line, and the choice of the headline between them. */
export interface LineModel {
	/** How much a line reads like a paragraph of the article. */
	readonly first: ForestScorer;
	readonly headline: ForestScorer;
	/** The same again, knowing what the first look made of the whole page. */
	readonly second: ForestScorer;
	/** What words speak for. */
	readonly words: WordWeights;
}

/** The same as the model's file has it. */
export interface WrittenModel {
	readonly first: Forest;
	readonly headline: Forest;
	readonly second: Forest;
	readonly words: Readonly<Record<string, number>>;
}

let prepared: LineModel | null = null;

/** The trained forests, prepared once, at first use. */
export function lineModel(): LineModel {
	prepared ??= modelOf(lines as unknown as WrittenModel);
	return prepared;
}

export function modelOf({ first, headline, second, words }: WrittenModel): LineModel {
	return {
		first: createForest(first),
		headline: createForest(headline),
		second: createForest(second),
		words: new Map(Object.entries(words)),
	};
}
