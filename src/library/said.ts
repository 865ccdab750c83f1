import type { Utterance } from '../stores/articles.ts';

/** What was said in an utterance, word for word: a text for each segment, in order. */
export const saidIn = ({ parts }: Pick<Utterance, 'parts'>): string[] =>
	parts.flatMap(({ kind, text }) => (kind === 'said' ? [text] : []));
