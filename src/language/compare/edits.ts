import { distance } from 'fastest-levenshtein';
import type { Step } from './align.ts';

/** What was done to some words of an original. Both ranges are half-open and count words; one may be empty. */
export interface Edit {
	readonly kind: 'left out' | 'put in' | 'replaced' | 'swapped';
	readonly posted: { readonly from: number; readonly after: number };
	readonly original: { readonly from: number; readonly after: number };
	/** Set where both are the same words, and one text has them as a contraction. */
	readonly isContraction?: boolean;
}

/** How far two stretches may be apart that count as one that was moved, in words. */
const farthest = 10;

/** Whether two words are forms or misspellings of one another: few letters of long ones differ. */
export function isAlike(one: string, other: string): boolean {
	const longest = Math.max(one.length, other.length);
	if (longest < 4 || longest > 40 || Math.abs(one.length - other.length) > 3) return false;
	if (/\d/u.test(one) || /\d/u.test(other)) return false;
	return one.slice(0, 4) === other.slice(0, 4) || distance(one, other) <= (longest < 7 ? 1 : 2);
}

/**
 * The differences of an alignment in the order of the posted text: neighbouring ones together, words that were moved
 * as swapped. A word written as two ("cease fire") is no difference.
 */
export function editsOf(
	steps: readonly Step[],
	posted: readonly string[],
	original: readonly string[],
): Edit[] {
	const edits: Edit[] = [];
	let at = { posted: 0, original: steps.find((step) => step.original !== -1)?.original ?? 0 };
	let open: { from: typeof at } | null = null;
	const close = () => {
		if (open === null) return;
		const { from } = open;
		open = null;
		const edit = {
			posted: { from: from.posted, after: at.posted },
			original: { from: from.original, after: at.original },
		};
		if (joined(posted, edit.posted) === joined(original, edit.original)) return;
		edits.push({ kind: kindOf(edit), ...edit });
	};
	for (const step of steps) {
		if (step.same) close();
		else open ??= { from: { ...at } };
		at = {
			posted: step.posted === -1 ? at.posted : step.posted + 1,
			original: step.original === -1 ? at.original : step.original + 1,
		};
		// A word that both have ends the difference before it, and is no part of it.
	}
	close();
	return withSwaps(edits, posted, original);
}

function joined(words: readonly string[], { from, after }: Edit['posted']): string {
	return words.slice(from, after).join('').replaceAll("'", '');
}

/** What an edit with these words did. */
export function kindOf({ posted, original }: Pick<Edit, 'posted' | 'original'>): Edit['kind'] {
	if (posted.from === posted.after) return 'left out';
	return original.from === original.after ? 'put in' : 'replaced';
}

/** Words that are put in here and left out there are moved. */
function withSwaps(edits: readonly Edit[], posted: readonly string[], original: readonly string[]): Edit[] {
	const all: (Edit | null)[] = [...edits];
	for (const [index, edit] of all.entries()) {
		if (edit === null || edit.kind === 'swapped') continue;
		for (let next = index + 1; next < all.length; next++) {
			const other = all[next];
			if (!other || other.kind === 'swapped') continue;
			if (other.posted.from - edit.posted.after > farthest) break;
			const here = [joined(posted, edit.posted), joined(original, edit.original)];
			const there = [joined(posted, other.posted), joined(original, other.original)];
			if (here[0] !== there[1] || here[1] !== there[0]) continue;
			const passed = other.posted.from - edit.posted.after;
			const moved = Math.max(edit.posted.after - edit.posted.from, edit.original.after - edit.original.from);
			if (passed <= Math.max(2, moved)) {
				// Neighbours that changed places: all of them are shown.
				all[index] = {
					kind: 'swapped',
					posted: { from: edit.posted.from, after: other.posted.after },
					original: { from: edit.original.from, after: other.original.after },
				};
				all.splice(next, 1);
			} else {
				all[index] = { ...edit, kind: 'swapped' };
				all[next] = { ...other, kind: 'swapped' };
			}
			break;
		}
	}
	return all.filter((edit) => edit !== null);
}
