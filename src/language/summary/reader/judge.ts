import { sigmoid } from '../../model/loglinear.ts';
import { createContextRow } from './context-row.ts';
import { fixedRows } from './fixed-row.ts';
import { createHardSigns } from './hard-signs.ts';
import type { PreparedReaderModel } from './model.ts';
import { phrasesOf } from './phrases.ts';
import { pointRows } from './point-row.ts';
import type { Read } from './read.ts';
import type { Row } from './row.ts';

/** What a reader is likely to make of the sentences of one article. */
export interface Judged {
	/** How likely a sentence of a set, in ascending order, is not understood behind those before it: 0 to 1. */
	unclear(set: readonly number[], at: number): number;
	/** How likely each sentence is the one that tells the point of the article; together 1. */
	readonly point: readonly number[];
}

/**
 * Judges the sentences of an article. A sentence is as clear as behind that one of those shown before it which explains
 * most of it: what two explain together counts as unexplained.
 */
export function createJudged(read: Read, model: PreparedReaderModel): Judged {
	const phrases = phrasesOf(read.all, read.pack);
	const fixed = fixedRows(read, phrases);
	const context = createContextRow(read, phrases);
	const { features } = model.unclear;
	const rows = fixed.map((row) => Float64Array.from(features, (name) => row[name] ?? 0));
	const places = new Map(features.map((name, at) => [name, at]));
	const isUnclear = createHardSigns(read);
	const known = new Map<number, number>();
	const chance = (index: number, before: number): number => {
		const key = index * read.all.length + before + 1;
		const found = known.get(key);
		if (found !== undefined) return found;
		const row = rows[index]?.slice() ?? new Float64Array();
		for (const [name, value] of Object.entries(context(index, before < 0 ? [] : [before]))) {
			const at = places.get(name);
			if (at !== undefined) row[at] = value;
		}
		const value = sigmoid(model.unclear.score(row));
		known.set(key, value);
		return value;
	};
	return {
		unclear: (set, at) => {
			const index = set[at] ?? 0;
			const shown = set.slice(0, at);
			if (isUnclear(index, shown)) return 1;
			let least = chance(index, -1);
			for (const before of shown) least = Math.min(least, chance(index, before));
			return least;
		},
		point: chancesOf(pointRows(read, fixed), model),
	};
}

/** The softmax of what the forest says of each. */
function chancesOf(rows: readonly Row[], { point }: PreparedReaderModel): number[] {
	const scores = rows.map((row) => point.score(Float64Array.from(point.features, (name) => row[name] ?? 0)));
	const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
	const parts = scores.map((score) => Math.exp(score - top));
	const total = parts.reduce((sum, part) => sum + part, 0);
	return parts.map((part) => part / total);
}
