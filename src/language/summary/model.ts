import { readFileSync } from 'node:fs';
import { type PreparedModel, prepare, type SummaryModel } from './chances.ts';

const file = new URL('../../../data/models/summaries.json', import.meta.url);
let prepared: PreparedModel | null = null;

/** The trained model, read and prepared once, at first use. Its rates are of English words. */
export function summaryModel(): PreparedModel {
	prepared ??= prepare(JSON.parse(readFileSync(file, 'utf8')) as SummaryModel);
	return prepared;
}
