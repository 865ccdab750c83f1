import { diffArrays } from 'diff';

/** A stretch of a text; whether the other text has other words there. */
export interface Stretch {
	readonly text: string;
	readonly isChanged: boolean;
}

/** A paragraph that was changed, added or removed. */
export interface ChangedParagraph {
	/** Its number in the later text, or in the earlier one where it was removed; counted from 0. */
	readonly paragraph: number;
	/** Null where it was added. */
	readonly before: readonly Stretch[] | null;
	/** Null where it was removed. */
	readonly after: readonly Stretch[] | null;
}

/** With more differences than this the whole text counts as another one. */
const most = { paragraphs: 1_000, words: 400 };
/** In longer paragraphs words are not compared. */
const longest = 20_000;
/** How many removed paragraphs are compared with how many added ones. */
const mostPaired = 60;
/** Two paragraphs that share this much of their words count as one that was changed. */
const alike = 0.3;

/**
 * The differences between two texts, paragraph by paragraph and word by word (Myers' algorithm, of the library
 * `diff`), in the order of the later text.
 */
export function changedParagraphs(before: readonly string[], after: readonly string[]): ChangedParagraph[] {
	const changes = diffArrays([...before], [...after], { maxEditLength: most.paragraphs }) ?? [
		{ removed: true, added: false, value: [...before] },
		{ removed: false, added: true, value: [...after] },
	];
	const found: ChangedParagraph[] = [];
	let removed: readonly Placed[] = [];
	const at = { before: 0, after: 0 };
	const flush = (added: readonly Placed[]) => {
		found.push(...paired(removed, added));
		removed = [];
	};
	for (const { removed: isRemoved, added: isAdded, value } of changes) {
		const placed = value.map((text, index) => ({
			text,
			paragraph: (isRemoved ? at.before : at.after) + index,
		}));
		if (isRemoved) removed = placed;
		else flush(isAdded ? placed : []);
		if (!isAdded) at.before += value.length;
		if (!isRemoved) at.after += value.length;
	}
	flush([]);
	return found;
}

interface Placed {
	readonly text: string;
	readonly paragraph: number;
}

/** Pairs removed paragraphs with the added ones that are like them; the others stand where they were. */
function paired(removed: readonly Placed[], added: readonly Placed[]): ChangedParagraph[] {
	let left = [...removed];
	const found: ChangedParagraph[] = [];
	const pairs = added.map((placed) => {
		const like = likest(placed.text, left.slice(0, mostPaired));
		left = left.filter((one) => one !== like);
		return { placed, like };
	});
	const leave = (isBefore: (one: Placed) => boolean) => {
		for (const { text, paragraph } of left.filter(isBefore)) {
			found.push({ paragraph, before: whole(text), after: null });
		}
		left = left.filter((one) => !isBefore(one));
	};
	for (const { placed, like } of pairs) {
		if (like !== null) leave(({ paragraph }) => paragraph < like.paragraph);
		const { text, paragraph } = placed;
		found.push(
			like === null
				? { paragraph, before: null, after: whole(text) }
				: { paragraph, ...changedWords(like.text, text) },
		);
	}
	leave(() => true);
	return found;
}

function likest(text: string, others: readonly Placed[]): Placed | null {
	const words = wordsOf(text);
	let best: Placed | null = null;
	let bestShare = alike;
	for (const other of others) {
		const theirs = wordsOf(other.text);
		const shared = [...words].filter((word) => theirs.has(word)).length;
		const share = shared / Math.max(1, words.size, theirs.size);
		if (share > bestShare) {
			best = other;
			bestShare = share;
		}
	}
	return best;
}

const wordsOf = (text: string) => new Set(text.slice(0, longest).match(/[\p{L}\p{N}]+/gu) ?? []);
const whole = (text: string): readonly Stretch[] => [{ text, isChanged: true }];

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u.source;
/** A number with its marks ("24,000", "2.4", "16:40"), a word with its apostrophe, white space, or one character. */
const token = new RegExp(
	`${unspaced}|\\p{N}+(?:[.,:’']\\p{N}+)+\\p{L}*|(?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}_])+(?:[’'](?!${unspaced})\\p{L}+)*|\\s+|.`,
	'gsu',
);
const tokensOf = (text: string): string[] => text.match(token) ?? [];

/** The same paragraph in both texts, with the words that differ. */
export function changedWords(
	before: string,
	after: string,
): { readonly before: readonly Stretch[]; readonly after: readonly Stretch[] } {
	const changes =
		Math.max(before.length, after.length) > longest
			? undefined
			: diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: most.words });
	if (changes === undefined) return { before: whole(before), after: whole(after) };
	const side = (own: 'added' | 'removed', other: 'added' | 'removed') =>
		changes.flatMap((change): Stretch[] =>
			change[other] ? [] : [{ text: change.value.join(''), isChanged: change[own] }],
		);
	return { before: side('removed', 'added'), after: side('added', 'removed') };
}
