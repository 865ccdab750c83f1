/** The kinds of answers, each in a namespace of its own. */
export type AnswerKind =
	| 'line'
	| 'latest'
	| 'brief'
	| 'quotes'
	| 'quotesLike'
	| 'topics'
	| 'comments'
	| 'search'
	| 'ask'
	| 'suggestions'
	| 'speakers'
	| 'stories'
	| 'status';

/** An answer, and how many characters it has as JSON. */
export interface Kept {
	readonly answer: object;
	readonly characters: number;
}

/** Where answers of one kind are kept. Neither method rejects: errors there go to the log. */
export interface Store {
	/** @param isCurrent whether an answer may still be used; stores behind one with another answer are asked, too. */
	get(key: string, isCurrent: (answer: object) => boolean): Promise<Kept | undefined>;
	/** @param json the answer as JSON, which is made once for all who need it. */
	set(key: string, answer: object, json: string): Promise<unknown>;
}

/** A store that others may write to as well. */
export interface SharedAnswers {
	/** Of a Redis or Valkey. */
	readonly url: string;
	/** In front of every key: identifies what the answers are made from. */
	readonly prefix: string;
	/** They are signed with it. */
	readonly secret: string;
	/**
	 * How many characters of answers, as JSON, the process keeps itself as well, so that what it gave a moment ago takes no round
	 * trip; left out for what is usual, 0 for none.
	 */
	readonly near?: number | undefined;
}

/** One store per kind of answer. */
export interface Stores {
	of(kind: AnswerKind): Store;
	/** Connects where that is not done yet; it never rejects. */
	connect(): Promise<void>;
	close(): Promise<void>;
}
