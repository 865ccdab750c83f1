import type { Token } from '../tokens.ts';
import { cueVerbs } from './lexicon/cues.ts';
import { pastVerbs } from './lexicon/lists.ts';
import { functionWords } from './lexicon/words.ts';

const LONGEST = 40;
const SHORT = 4;

/**
 * Whether a paragraph is set as a headline, with capitals throughout, which then prove no name. A sentence full of
 * names is none: in a headline some verb or other plain word has a capital as well.
 */
export function isTitleCase(tokens: readonly Token[]): boolean {
	if (tokens.length > LONGEST) return false;
	let capitals = 0;
	let small = 0;
	let plain = 0;
	for (const [at, token] of tokens.entries()) {
		if (token.kind !== 'word' || token.text.length < SHORT) continue;
		if (!token.capital) {
			small++;
			continue;
		}
		capitals++;
		const { lower } = token;
		if (
			at > 0 &&
			(cueVerbs.has(lower) || pastVerbs.has(lower) || functionWords.has(lower) || lower.endsWith('ing'))
		)
			plain++;
	}
	return capitals >= SHORT && capitals > 3 * small && (plain > 0 || small === 0);
}
