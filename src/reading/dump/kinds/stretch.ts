import { endsLikeParagraph, hasBullet } from '../prose.ts';
import type { Context } from './context.ts';
import { addItemLists } from './item-lists.ts';
import { trait, traitCount } from './traits.ts';

/** What it costs to leave the article's text and come back, and each line in between, in units of evidence. */
const leaving = 0.2;
const away = 0.05;
const surest = 0.999;
/** A line counts by the root of its size, this size being 1, up to a largest one. */
const unit = 100;
const largest = 800;

const before = 0;
const text = 1;
const between = 2;
const after = 3;
const impossible = -1e12;

/**
 * The lines that are paragraphs, so that an article is one stretch of them: a line far from the others needs more
 * evidence. Viterbi's algorithm over four states: before the text, in it, between paragraphs, after it.
 */
export function stretchOf({ lines, traits }: Context, body: Float32Array): Uint8Array {
	const count = lines.length;
	const paragraphs = new Uint8Array(count);
	const from = new Uint8Array(4 * count);
	let scores = [0, impossible, impossible, impossible];
	for (let at = 0; at < count; at++) {
		const chance = Math.min(surest, Math.max(1 - surest, body[at] ?? 0));
		const size = Math.min(largest, traits[at * traitCount + trait.size] ?? 0);
		const evidence = Math.sqrt(size / unit) * Math.log(chance / (1 - chance));
		const [b = 0, t = 0, g = 0, a = 0] = scores;
		const best = (state: number, ways: readonly (readonly [number, number])[]): number => {
			let [way, score] = ways[0] ?? [before, impossible];
			for (const [other, value] of ways) if (value > score) [way, score] = [other, value];
			from[4 * at + state] = way;
			return score;
		};
		scores = [
			b,
			best(text, [
				[before, b],
				[text, t],
				[between, g],
			]) + evidence,
			best(between, [
				[text, t - leaving],
				[between, g],
			]) - away,
			best(after, [
				[after, a],
				[text, t],
				[between, g],
			]),
		];
	}
	let state = scores.indexOf(Math.max(...scores));
	for (let at = count - 1; at >= 0; at--) {
		if (state === text) paragraphs[at] = 1;
		state = from[4 * at + state] ?? before;
	}
	return addItemLists(withNeighbours(paragraphs, lines, body), lines, body);
}

/** The least chance from which a line next to the text counts as a paragraph; elsewhere it needs more. */
const least = {
	/** A sentence at most `nearBy` lines below a paragraph, or directly above one. */
	nearParagraph: 0.32,
	/** An item of a list whose item above is a paragraph. */
	listItem: 0.15,
	/** A sentence below a list that is part of the text. */
	afterList: 0.25,
};
const nearBy = 12;

function isItem(lines: Context['lines'], at: number): boolean {
	return hasBullet(lines[at]?.text ?? '') && hasBullet(lines[at - 1]?.text ?? '');
}

function withNeighbours(paragraphs: Uint8Array, lines: Context['lines'], body: Float32Array): Uint8Array {
	const joins = (at: number, near: number) => {
		const line = lines[at];
		if (line === undefined || line.marks.length > 0) return false;
		if (isItem(lines, at) && paragraphs[at - 1] === 1) return (body[at] ?? 0) >= least.listItem;
		const isAfterList = near < at && at - near <= 2 && hasBullet(lines[near]?.text ?? '');
		const chance = isAfterList ? least.afterList : least.nearParagraph;
		return (body[at] ?? 0) >= chance && endsLikeParagraph(line.text);
	};
	let last = -nearBy;
	for (let at = 0; at < paragraphs.length; at++) {
		if (paragraphs[at] === 0 && at - last <= nearBy && joins(at, last)) paragraphs[at] = 1;
		if (paragraphs[at] === 1) last = at;
	}
	for (let at = paragraphs.length - 2; at >= 0; at--)
		if (paragraphs[at + 1] === 1 && paragraphs[at] === 0 && joins(at, at + 1)) paragraphs[at] = 1;
	return paragraphs;
}
