import { stemmer } from 'stemmer';

/** The tokens that ROUGE compares: lower case, letters and digits, those of more than three by their Porter stem. */
export const rougeTokens = (text: string): string[] =>
	(text.toLowerCase().match(/[a-z0-9]+/gu) ?? []).map((word) => (word.length > 3 ? stemmer(word) : word));

/** The tokens of sentences seen before, since those of one article are in many sets. */
const tokenized = new Map<string, string[]>();
const mostTokenized = 1_000;

function tokensOf(text: string): string[] {
	const tokens = tokenized.get(text) ?? rougeTokens(text);
	if (tokenized.size > mostTokenized) tokenized.clear();
	tokenized.set(text, tokens);
	return tokens;
}

/** F1 of words, of pairs of words, and of the longest common subsequences of sentences; 0 to 1. */
export interface Rouge {
	words: number;
	pairs: number;
	sequences: number;
}

/** ROUGE-1, ROUGE-2 and summary-level ROUGE-L (Lin 2004) of the sentences of a summary against a person's. */
export function rouge(summary: readonly string[], reference: readonly string[]): Rouge {
	const [own, wanted] = [summary.map(tokensOf), reference.map(tokensOf)];
	return {
		words: overlap(counted(own.flat()), counted(wanted.flat())),
		pairs: overlap(counted(pairsOf(own.flat())), counted(pairsOf(wanted.flat()))),
		sequences: sequences(own, wanted),
	};
}

export const pairsOf = (tokens: readonly string[]): string[] =>
	tokens.slice(1).map((token, at) => `${tokens[at]} ${token}`);

export function counted(tokens: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
	return counts;
}

const total = (counts: ReadonlyMap<string, number>): number =>
	[...counts.values()].reduce((sum, n) => sum + n, 0);

function overlap(own: ReadonlyMap<string, number>, wanted: ReadonlyMap<string, number>): number {
	let hits = 0;
	for (const [token, count] of wanted) hits += Math.min(count, own.get(token) ?? 0);
	return hits === 0 ? 0 : (2 * hits) / (total(own) + total(wanted));
}

/** Each sentence of the reference against all of the summary; a word of the summary counts once. */
function sequences(own: readonly string[][], wanted: readonly string[][]): number {
	const left = counted(own.flat());
	const open = counted(wanted.flat());
	const sizes = total(left) + total(open);
	let hits = 0;
	for (const sentence of wanted) {
		const found = new Set(own.flatMap((one) => common(sentence, one)));
		for (const at of found) {
			const token = sentence[at] ?? '';
			const [here, there] = [left.get(token) ?? 0, open.get(token) ?? 0];
			if (here === 0 || there === 0) continue;
			hits++;
			left.set(token, here - 1);
			open.set(token, there - 1);
		}
	}
	return hits === 0 ? 0 : (2 * hits) / sizes;
}

/** The common subsequences of two sentences seen before. */
const kept = new Map<string, readonly number[]>();
const mostKept = 1_000;

function common(one: readonly string[], other: readonly string[]): readonly number[] {
	const key = `${one.join(' ')}\n${other.join(' ')}`;
	const known = kept.get(key) ?? commonSubsequence(one, other);
	if (kept.size > mostKept) kept.clear();
	kept.set(key, known);
	return known;
}

/** The places in `one` of its longest common subsequence with `other`. */
function commonSubsequence(one: readonly string[], other: readonly string[]): number[] {
	const width = other.length + 1;
	const longest = new Uint16Array((one.length + 1) * width);
	const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
	for (let row = 1; row <= one.length; row++) {
		for (let column = 1; column <= other.length; column++) {
			longest[row * width + column] =
				one[row - 1] === other[column - 1]
					? at(row - 1, column - 1) + 1
					: Math.max(at(row - 1, column), at(row, column - 1));
		}
	}
	const found: number[] = [];
	let [row, column] = [one.length, other.length];
	while (row > 0 && column > 0) {
		if (one[row - 1] === other[column - 1]) {
			found.push(row - 1);
			row--;
			column--;
		} else if (at(row - 1, column) >= at(row, column - 1)) row--;
		else column--;
	}
	return found;
}
