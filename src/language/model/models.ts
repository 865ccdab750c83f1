import quotations from '../../../data/models/quotations.json' with { type: 'json' };
import type { Models } from '../attribution/attribute.ts';
import { createScorer, type Scorer } from './loglinear.ts';
import { createForest, type Forest } from './trees.ts';

/** What training left behind: the scorers, and the thresholds that were chosen on the training part. */
export interface Trained extends Models {
	confidence: Scorer;
	/** Under this probability marks stand around something that nobody said. */
	leastQuotation: number;
	/** Under this confidence no name is shown. */
	leastConfidence: number;
}

let prepared: Trained | null = null;

/** The trained models, prepared once, at first use. */
export function models(): Trained {
	prepared ??= {
		source: createScorer(quotations.source),
		antecedent: createForest(quotations.antecedent as unknown as Forest),
		scare: createScorer(quotations.scare),
		doubt: createForest(quotations.doubt as unknown as Forest),
		confidence: createScorer(quotations.confidence),
		leastQuotation: quotations.leastQuotation,
		leastConfidence: quotations.leastConfidence,
	};
	return prepared;
}
