/** Values too long for a custom id. */
export interface KeptStore {
	/** For how many days a value is kept after it was last asked to be. */
	readonly keptForDays: number;
	/** @returns a short key, the same for the same value. @throws RangeError for a value over 8,000 characters. */
	keep(value: string): Promise<string>;
	/** @returns null where nothing is kept under this key. */
	find(key: string): Promise<string | null>;
}
