import { type Edit, kindOf } from './edits.ts';

/** What contractions of a language stand for, folded as compared words are: each one's rows of words. */
export interface FoldedContractions {
	readonly words: ReadonlyMap<string, readonly (readonly string[])[]>;
	readonly endings: ReadonlyMap<string, readonly (readonly string[])[]>;
}

export const noContractions: FoldedContractions = { words: new Map(), endings: new Map() };

/** Words that one form of a contraction has at most, and pairs of words of an edit that are looked at. */
const most = { words: 3, pairs: 400 };

/** The rows of words that a folded word may stand for: itself, or what it is the short form of. */
export function standsFor(
	word: string,
	{ words, endings }: FoldedContractions,
): readonly (readonly string[])[] {
	const known = words.get(word);
	if (known) return known;
	const at = word.indexOf("'");
	const ends = at > 0 ? endings.get(word.slice(at)) : undefined;
	return ends ? ends.map((end) => [word.slice(0, at), ...end]) : [[word]];
}

function rowsOf(words: readonly string[], contractions: FoldedContractions): string[] {
	let rows = [''];
	for (const word of words) {
		const ends = standsFor(word, contractions).map((row) => row.join(' '));
		rows = rows.flatMap((row) => ends.map((end) => `${row} ${end}`));
	}
	return rows;
}

/**
 * Takes out of each edit the words that differ only in that one text has a contraction: "doesn't" in place of "does
 * not" is an edit of its own, marked as such.
 * @param range of the original's words that are aligned; at its edges an edit may take in up to two words more.
 */
export function withContractions(
	edits: readonly Edit[],
	posted: readonly string[],
	original: readonly string[],
	range: Edit['original'],
	contractions: FoldedContractions,
): Edit[] {
	if (contractions.words.size === 0 && contractions.endings.size === 0) return [...edits];
	return edits.flatMap((edit) =>
		edit.kind === 'swapped' ? [edit] : split(edit, posted, original, range, contractions),
	);
}

function split(
	edit: Edit,
	posted: readonly string[],
	original: readonly string[],
	range: Edit['original'],
	contractions: FoldedContractions,
): Edit[] {
	const { from, after } = edit.original;
	const wide = {
		from: from === range.from ? Math.max(0, from - most.words + 1) : from,
		after: after === range.after ? Math.min(original.length, after + most.words - 1) : after,
	};
	if ((edit.posted.after - edit.posted.from) * (wide.after - wide.from) > most.pairs) return [edit];
	const edits: Edit[] = [];
	let rest = { posted: edit.posted.from, original: from };
	const put = (here: Edit['posted'], there: Edit['original'], isContraction: boolean) => {
		if (here.from === here.after && there.from >= there.after) return;
		const one = { posted: here, original: { from: Math.min(there.from, there.after), after: there.after } };
		edits.push({ kind: kindOf(one), ...one, ...(isContraction && { isContraction }) });
	};
	for (let here = edit.posted.from; here < edit.posted.after; here++) {
		const start = edits.length === 0 ? wide.from : rest.original;
		const found = contractionAt(here, edit.posted.after, start, wide.after, posted, original, contractions);
		if (!found) continue;
		put({ from: rest.posted, after: here }, { from: rest.original, after: found.original.from }, false);
		put(found.posted, found.original, true);
		rest = { posted: found.posted.after, original: found.original.after };
		here = rest.posted - 1;
	}
	if (edits.length === 0) return [edit];
	put(
		{ from: rest.posted, after: edit.posted.after },
		{ from: rest.original, after: Math.max(rest.original, after) },
		false,
	);
	return edits;
}

/** The words from a posted one on that an original has in another form. */
function contractionAt(
	here: number,
	hereAfter: number,
	start: number,
	startAfter: number,
	posted: readonly string[],
	original: readonly string[],
	contractions: FoldedContractions,
): Pick<Edit, 'posted' | 'original'> | null {
	for (let length = 1; length <= most.words && here + length <= hereAfter; length++) {
		const mine = new Set(rowsOf(posted.slice(here, here + length), contractions));
		for (let there = start; there < startAfter; there++) {
			for (let other = 1; other <= most.words && there + other <= startAfter; other++) {
				const words = original.slice(there, there + other);
				const isTheSame = words.join(' ') === posted.slice(here, here + length).join(' ');
				if (isTheSame || !rowsOf(words, contractions).some((row) => mine.has(row))) continue;
				return {
					posted: { from: here, after: here + length },
					original: { from: there, after: there + other },
				};
			}
		}
	}
	return null;
}
