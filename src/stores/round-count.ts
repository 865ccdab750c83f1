/**
 * How many articles a shelf holds, rounded up to a power of two: how rare a word is among them is then weighed the same
 * until there are twice as many, and an answer that rests on it outlives most articles that come in.
 */
export const roundCount = (articles: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, articles)));
