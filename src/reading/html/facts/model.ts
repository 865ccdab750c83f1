import facts from '../../../../data/models/facts.json' with { type: 'json' };
import { createForest, type Forest, type ForestScorer } from '../../../language/model/trees.ts';

/** What is learned about the facts of pages: how much each value that a page offers looks like the right one. */
export interface FactModels {
	readonly titles: ForestScorer;
	readonly days: ForestScorer;
	readonly authors: ForestScorer;
}

let prepared: FactModels | null = null;

/** The trained models, prepared once, at first use. */
export function factModels(): FactModels {
	const { titles, days, authors } = facts as unknown as Record<keyof FactModels, Forest>;
	prepared ??= {
		...{ titles: createForest(titles), days: createForest(days), authors: createForest(authors) },
	};
	return prepared;
}
