import { readFileSync } from 'node:fs';
import { createScorer, type WeightTable } from '../model/loglinear.ts';
import type { Trained } from '../model/models.ts';
import { createForest, type Forest } from '../model/trees.ts';

interface TrainedTables {
	readonly source: WeightTable;
	readonly antecedent: Forest;
	readonly scare: WeightTable;
	readonly doubt: Forest;
	readonly confidence: Forest;
	readonly description: Forest;
	readonly leastQuotation: number;
	readonly leastConfidence: number;
}

const file = new URL('../../../data/models/quotations.json', import.meta.url);
let prepared: Trained | null = null;

/** The trained models, read and prepared once, at first use: the thread that answers never uses them. */
export function models(): Trained {
	prepared ??= trained();
	return prepared;
}

function trained(): Trained {
	const quotations = JSON.parse(readFileSync(file, 'utf8')) as TrainedTables;
	return {
		source: createScorer(quotations.source),
		antecedent: createForest(quotations.antecedent),
		scare: createScorer(quotations.scare),
		doubt: createForest(quotations.doubt),
		confidence: createForest(quotations.confidence),
		description: createForest(quotations.description),
		leastQuotation: quotations.leastQuotation,
		leastConfidence: quotations.leastConfidence,
	};
}
