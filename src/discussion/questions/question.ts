import type { ShownComment, Utterance } from '../../library/library.ts';

/** A sentence of the article in its own voice, word for word. */
export interface Passage {
	readonly text: string;
	/** Counted from 0. */
	readonly paragraph: number;
}

/** Something to discuss, with the article's own words that it comes from. */
export type Question =
	/** Two speakers on one subject. */
	| {
			readonly kind: 'sides';
			readonly sides: readonly [Utterance, Utterance];
			/** Words that both use, in any form, as they are written in either. */
			readonly shared: readonly string[];
	  }
	/** A statement for which the article names nobody. */
	| { readonly kind: 'source'; readonly passage: Passage }
	/** A reader disputes what somebody said. */
	| { readonly kind: 'disputed'; readonly said: Utterance; readonly comment: ShownComment }
	/** A reader answers another one. */
	| { readonly kind: 'readers'; readonly comment: ShownComment; readonly reply: ShownComment }
	/** Somebody takes a stand. */
	| { readonly kind: 'stand'; readonly said: Utterance }
	/** What the article leaves open. */
	| { readonly kind: 'open'; readonly passage: Passage };

/** What questions are made of. */
export interface Material {
	readonly headline: string;
	readonly topics: readonly string[];
	readonly paragraphs: readonly string[];
	/** Where quotations are: UTF-16, half-open. */
	readonly quotes: readonly { readonly paragraph: number; readonly start: number; readonly end: number }[];
	/** BCP 47, or null. */
	readonly language: string | null;
	/** Everything that was said, in reading order. */
	readonly utterances: readonly Utterance[];
	/** Comments with the replies to each right behind it. */
	readonly comments: readonly ShownComment[];
}
