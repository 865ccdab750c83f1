import type { Web } from '../web/fetch.ts';
import type { Outcome } from './outcome.ts';
import type { TakeInOptions } from './take-in.ts';

export interface IngestOptions extends TakeInOptions {
	readonly web: Web;
	readonly reader: string;
	/** For each file and address, in the order in which they are done. */
	readonly done: (outcome: Outcome, waiting: number) => void;
}
