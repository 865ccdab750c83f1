import { readFileSync } from 'node:fs';
import { createForest, type Forest, type ForestScorer } from '../../model/trees.ts';

/** What readers said of sentences of articles, as two forests: whether one is unclear where it is shown, and tells the point. */
export interface ReaderModel {
	readonly unclear: Forest;
	readonly point: Forest;
}

export type PreparedReaderModel = Readonly<Record<keyof ReaderModel, ForestScorer>>;

const file = new URL('../../../../data/models/readers.json', import.meta.url);
let prepared: PreparedReaderModel | null = null;

export const prepareReader = ({ unclear, point }: ReaderModel): PreparedReaderModel => ({
	unclear: createForest(unclear),
	point: createForest(point),
});

/** The trained model, read and prepared once, at first use. It knows English sentences. */
export function readerModel(): PreparedReaderModel {
	prepared ??= prepareReader(JSON.parse(readFileSync(file, 'utf8')) as ReaderModel);
	return prepared;
}
