/**
 * How often a language model was asked, so that no server costs the owner more than they want. A store passes the
 * contract in tests/stores/explanations-contract.ts.
 */
export interface ExplanationStore {
	/**
	 * Counts one more for somebody today, by the store's clock in UTC; atomic, whichever process asks.
	 * @param who a server, or a member outside of one.
	 * @returns false, and counts nothing, where they have had `most` today.
	 */
	spend(who: string, most: number): Promise<boolean>;
	/** Takes one of today back: the model was not reached. */
	giveBack(who: string): Promise<void>;
}
