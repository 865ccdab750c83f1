import { tokenize } from '../language/tokens.ts';
import type { Words } from '../language/words.ts';

/** Words of a name before the verb. */
const longestName = 5;

/**
 * What follows the first "X said" of a line without quotation marks: "Kerry said the ceasefire had failed." gives what
 * Kerry is said to have said, to the end of the line. At most one.
 */
export function saidThat(line: string, words: Words): { readonly text: string; readonly speaker: string }[] {
	const tokens = tokenize(line, words);
	for (const [at, token] of tokens.entries()) {
		if (at === 0 || !words.cueVerbs.has(token.lower)) continue;
		let first = at;
		while (first > 0 && at - first < longestName) {
			const before = tokens[first - 1];
			const isName = before?.kind === 'word' && (before.capital || words.particles.has(before.lower));
			if (!isName || words.functionWords.has(before.lower)) break;
			first--;
		}
		if (first === at) continue;
		const speaker = line.slice(tokens[first]?.start, tokens[at - 1]?.end);
		const text = withoutThat(line.slice(token.end), words).trim();
		return text === '' ? [] : [{ text, speaker }];
	}
	return [];
}

/** What was said, without the word that introduces it ("that", "qu’") and an apostrophe used as a mark. */
function withoutThat(text: string, { complementizers = new Set() }: Words): string {
	const start = text.replace(/^[\s,:;–—-]+/u, '');
	const lower = start.toLowerCase().replaceAll('’', "'");
	const that = [...complementizers].find(
		(word) => lower.startsWith(word) && (word.endsWith("'") || /^[\s']/u.test(lower.slice(word.length))),
	);
	return start.slice(that?.length ?? 0).replace(/^['’]?\s*/u, '');
}
