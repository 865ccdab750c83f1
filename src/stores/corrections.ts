/**
 * What the managers of servers have corrected. A store of them passes the contract in
 * tests/stores/corrections-contract.ts.
 */
export interface CorrectionStore {
	/** How many of one server are kept. */
	readonly most: number;
	/** A server's corrections, the last made first. */
	of(server: string): Promise<Correction[]>;
	/**
	 * A number that grows with each change of a server's corrections; 0 where there never was one. Answered without a
	 * round trip, as the generation of a view.
	 */
	generation(server: string): number;
	/**
	 * Notes a correction, in place of an earlier one of the same quotation, at the store's time.
	 * @returns false where the server has as many as are kept, and none of this quotation.
	 */
	put(server: string, correction: Omit<Correction, 'at'>): Promise<boolean>;
	/** Takes a correction back. @returns whether there was one. */
	remove(server: string, quotation: Pick<Correction, 'article' | 'key'>): Promise<boolean>;
}

/** What one server shows of a quotation in place of what was read. */
export interface Correction {
	/** The id of its article. */
	readonly article: string;
	/** What tells it from the others of the article. */
	readonly key: string;
	/** It is hidden, shown under another name, or shown without a name. */
	readonly change: 'hidden' | 'speaker' | 'unnamed';
	/** The name, of a change of the speaker; else null. */
	readonly speaker: string | null;
	/** How it begins, and the name that was read, for a list of corrections. */
	readonly words: string;
	readonly was: string | null;
	/** The member who made it; null where they had their id removed. */
	readonly member: string | null;
	/** Milliseconds since 1970. */
	readonly at: number;
}
