import type { Scorer } from './loglinear.ts';
import type { ExplainedForest, ForestScorer } from './trees.ts';

/** The models that find sources: which mention, who a pronoun means, and whether marks hold a quotation at all. */
export interface Models {
	source: Scorer;
	antecedent: ForestScorer;
	scare: Scorer;
	doubt: ForestScorer;
}

/** The result of training: the scorers, and the thresholds that were chosen on the training part. */
export interface Trained extends Models {
	/** How far a name can be trusted, and how far the noun phrase for somebody without one. */
	confidence: ExplainedForest;
	description: ExplainedForest;
	/** Under this probability the marks are around something that nobody said. */
	leastQuotation: number;
	/** Under this confidence no name is shown. */
	leastConfidence: number;
}
