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

/** Where answers of one kind are kept. Neither method rejects: errors there go to the log. */
export interface Store {
	get(key: string): Promise<object | undefined>;
	set(key: string, answer: object): Promise<unknown>;
}

/** A store that others may write to as well. */
export interface SharedAnswers {
	/** Of a Redis or Valkey. */
	readonly url: string;
	/** In front of every key: identifies what the answers are made from. */
	readonly prefix: string;
	/** They are signed with it. */
	readonly secret: string;
}

/** One store per kind of answer. */
export interface Stores {
	of(kind: AnswerKind): Store;
	close(): Promise<void>;
}
