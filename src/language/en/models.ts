import quotations from '../../../data/models/quotations.json' with { type: 'json' };
import { createScorer } from '../model/loglinear.ts';
import type { Trained } from '../model/models.ts';
import { createForest, type Forest } from '../model/trees.ts';

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
