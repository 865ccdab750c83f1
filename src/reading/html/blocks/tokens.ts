import type { Element } from '../tree.ts';
import { type Box, wordsOf } from './layout.ts';

/** Levels above a block whose names are looked at. */
const levels = 5;

/** The names of an element and of those around it, each with how far up it is: 0, 1, 2 for two or three, 3. */
export function tokensOfBox(boxes: readonly Box[], at: number, inner: Element | null = null): string[] {
	if (inner) return [`i:${inner.tagName}`, ...wordsOf(inner).map((word) => `i:${word}`)];
	const tokens: string[] = [];
	let box = boxes[at];
	for (let level = 0; level < levels && box; level++) {
		const mark = level < 2 ? level : level < 4 ? 2 : 3;
		tokens.push(`${mark}:<${box.tag}`);
		for (const word of box.words) tokens.push(`${mark}:${word}`);
		box = boxes[box.parent];
	}
	return tokens;
}

const mostWords = 80;

/** The words of a text, each once, the first ones with "^". */
export function wordsOfText(text: string): string[] {
	const words =
		(text.length > 600 ? text.slice(0, 600) : text).toLowerCase().match(/[\p{L}\p{M}]+|\d+|[©@|»›→•·:]/gu) ??
		[];
	const found = new Set<string>();
	for (const [at, word] of words.entries()) {
		if (at >= mostWords) break;
		const shown = /^\d/.test(word) ? '0'.repeat(Math.min(5, word.length)) : word;
		found.add(shown);
		if (at === 0) found.add(`^${shown}`);
		if (at === 1) found.add(`^${words[0]} ${shown}`);
	}
	return [...found];
}

/** What words speak for together: their weights, each token counting less the more of them there are. */
export function scoresOf(tokens: readonly string[], weights: ReadonlyMap<string, number>): number {
	let sum = 0;
	let known = 0;
	for (const token of tokens) {
		const weight = weights.get(token);
		if (weight === undefined) continue;
		sum += weight;
		known++;
	}
	return known === 0 ? 0 : sum / Math.sqrt(known);
}
