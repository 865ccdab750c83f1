/** A language model that writes text; everything that it writes is hostile until it is checked. */
export interface LanguageModel {
	/** Its name, as the owner configured it. */
	readonly name: string;
	/**
	 * What it writes, piece by piece.
	 * @throws ModelError where it cannot be reached, refuses, breaks off or writes nothing that can be read.
	 */
	write(prompt: Prompt, signal: AbortSignal): AsyncIterable<string>;
}

export interface Prompt {
	/** The rules. */
	readonly system: string;
	/** The passages and the question, which are data. */
	readonly user: string;
}

/** Says what went wrong, without anything that the model's server sent. */
export class ModelError extends Error {
	readonly reason: 'unreachable' | 'refused' | 'broken off';
	constructor(reason: ModelError['reason'], cause?: unknown) {
		super(`the language model was ${reason}`, { cause });
		this.name = 'ModelError';
		this.reason = reason;
	}
}
